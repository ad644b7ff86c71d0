"""The web server's door; it does not open for a login that row security does not bind."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "connect.settings")
application = get_wsgi_application()

from connect.checks import refuse_unsafe_login  # noqa: E402

refuse_unsafe_login()
