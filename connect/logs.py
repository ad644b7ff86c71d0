"""What goes wrong is logged by kind and place, never by content: a database error quotes the row it refused."""

import copy
import logging
import traceback


class Quiet(logging.Formatter):
    """Formats an exception as where it came from and its class, without the message."""

    def format(self, record: logging.LogRecord) -> str:
        """Celery writes the exception into the line itself; there too only its class is left."""
        if record.exc_info and isinstance(record.args, dict) and "exc" in record.args:
            record = copy.copy(record)
            record.args = {**record.args, "exc": record.exc_info[0].__qualname__}
        return super().format(record)

    def formatException(self, ei: tuple) -> str:
        kind, _error, frames = ei
        return "".join(traceback.format_tb(frames)) + f"{kind.__module__}.{kind.__qualname__}"
