"""Keeps tokens out of the log: an address that was asked for in vain is logged by Django, and a token is a key."""

import logging
import re

TOKEN = re.compile(r"/l/[^/\s]+")


class WithoutTokens(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(TOKEN.sub("/l/…", arg) if isinstance(arg, str) else arg for arg in record.args)
        return True
