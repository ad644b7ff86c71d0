"""What goes wrong is logged by kind and place, never by content: a database error quotes the row it refused."""

import logging
import traceback


class Quiet(logging.Formatter):
    """Formats an exception as where it came from and its class, without the message."""

    def formatException(self, ei: tuple) -> str:
        kind, _error, frames = ei
        return "".join(traceback.format_tb(frames)) + f"{kind.__module__}.{kind.__qualname__}"
