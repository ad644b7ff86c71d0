#!/usr/bin/env python3
"""Commands that change tables run as the owner; every other command runs as web, without a pool."""

import os
import sys

OWNER_COMMANDS = {"migrate", "flush", "createcachetable", "makemigrations", "pgtrigger"}


def find_running_engines() -> None:
    """With no DATABASE_URL of one's own, use the engines of the demo that runs from this folder, if one does."""
    if "DATABASE_URL" not in os.environ:
        from connect.demo import running_site

        os.environ.update(running_site())


def main() -> None:
    command = sys.argv[1] if len(sys.argv) > 1 else ""
    find_running_engines()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "connect.settings")
    os.environ["CONNECT_POOL"] = "1" if command == "runserver" else "0"
    os.environ["CONNECT_LOGIN"] = "owner" if command in OWNER_COMMANDS else "web"
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
