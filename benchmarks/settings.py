"""The house's own settings, and two addresses more that exist while it is measured."""

from connect.settings import *  # noqa: F403
from connect.settings import STATE_DIR

ROOT_URLCONF = "benchmarks.urls"
TANTIVY = STATE_DIR / "tantivy"  # its index, beside the database's
# What a new Django project comes with: "hello" goes through these and no further (see benchmarks/wsgi.py).
PLAIN_MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
