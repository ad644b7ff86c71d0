"""Every setting; what differs between machines comes from the environment."""

import os
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _


def flag(name: str, default: str = "0") -> bool:
    return os.environ.get(name, default) == "1"


BASE_DIR = Path(__file__).resolve().parent.parent
STATE_DIR = Path(os.environ.get("CONNECT_STATE", BASE_DIR / "var"))
DEBUG = flag("DEBUG")
DEMO = flag("CONNECT_DEMO")
TESTING = "PYTEST_VERSION" in os.environ
# A key of nobody's own would sign everybody's links: only the demo and the tests may go without.
SECRET_KEY = (
    os.environ["SECRET_KEY"] if not (DEMO or TESTING or DEBUG) else os.environ.get("SECRET_KEY", "for-the-demo-only")
)
# Keys of the text that is sealed at rest, the newest first: "name:32 bytes in base64", with commas between. Without,
# a key made from SECRET_KEY seals it; whoever changes SECRET_KEY then keeps the old one among its fallbacks.
SEALING_KEYS = os.environ.get("SEALING_KEYS", "").split(",")
SECRET_KEY_FALLBACKS = [key for key in os.environ.get("SECRET_KEY_FALLBACKS", "").split(",") if key]
SITE_URL = os.environ.get("SITE_URL", "http://localhost:8000")
# The map that "how to get there" leads to, by a plain link: {lat}, {lon} and {place} are filled in.
DIRECTIONS_URL = os.environ.get("DIRECTIONS_URL", "https://www.openstreetmap.org/?mlat={lat}&mlon={lon}&zoom=17")
ALLOWED_HOSTS = os.environ.get("ALLOWED_HOSTS", "localhost,127.0.0.1").split(",")
CSRF_TRUSTED_ORIGINS = [SITE_URL]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "pgtrigger",
    "pghistory",
    "django_filters",
    "rest_framework",
    "drf_spectacular",
    "leaflet",
    "csp",
    "connect.audit",
    "connect.places",
    "connect.messaging",
    "connect.people",
    "directory",
    "referrals",
    "outcomes",
    "connect",
]

MIDDLEWARE = [
    "directory.openreferral.cors.OpenToAnybody",  # outermost: its header is on every answer there is
    "connect.health.HealthMiddleware",  # first, so that it can say that the database is away
    "django.middleware.security.SecurityMiddleware",
    "connect.permissions.PermissionsPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "connect.people.acting.ActingMiddleware",
    # Innermost: a page's whole work is one transaction, and the session is saved after it.
    "connect.identity.IdentityMiddleware",
    "connect.people.access.DeclaredAccessMiddleware",
    "connect.kept.LoginRequiredMiddleware",
    "connect.people.second_lock.SecondLockMiddleware",
]


def images_from(tiles: str) -> list[str]:
    """Our own, and tiles if there are any; Leaflet empties a tile it no longer wants with a data: picture."""
    host = "{0.scheme}://{0.netloc}".format(urlsplit(tiles.replace("{s}", "*")))
    return [SELF, host, "data:"] if tiles else [SELF]


ROOT_URLCONF = "connect.urls"
WSGI_APPLICATION = "connect.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "connect.people.context.page",
            ],
        },
    }
]
FORM_RENDERER = "connect.forms.Look"
CSRF_FAILURE_VIEW = "connect.kept.csrf_failure"
# Who helps those who work here; on the page for our own faults, which cannot ask the database for it.
HELP_PHONE = os.environ.get("HELP_PHONE", "01632 960 019" if DEMO else "")

# Two logins, one alias: only processes that change tables are given the owner's (see manage.py).
POOL = {"pool": {"min_size": 1, "max_size": 8, "timeout": 10}} if flag("CONNECT_POOL", "1") else {}


def login(variable: str, **options: object) -> dict:
    parsed = dj_database_url.parse(os.environ.get(variable, "postgresql:///connect"), conn_health_checks=True)
    return parsed | {"OPTIONS": parsed.get("OPTIONS", {}) | options}


LOGINS = {"web": login("DATABASE_URL", **POOL)}
LOGINS["owner"] = login("DATABASE_OWNER_URL") if "DATABASE_OWNER_URL" in os.environ else LOGINS["web"]
DATABASES = {"default": dict(LOGINS[os.environ.get("CONNECT_LOGIN", "web")])}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "connect.people.adapter.InvitedOnly"
ACCOUNT_FORMS = {
    "login": "connect.people.forms.LoginForm",
    "reset_password": "connect.people.forms.ResetPasswordForm",
    "reset_password_from_key": "connect.people.forms.ResetPasswordKeyForm",
}
ACCOUNT_SESSION_REMEMBER = False  # phones are handed round
ACCOUNT_LOGOUT_REDIRECT_URL = "search"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEMO or TESTING or DEBUG
# Staff come in with more than a password; the demo and the tests may switch it on.
DEMAND_SECOND_LOCK = flag("DEMAND_SECOND_LOCK", "0" if DEMO or TESTING else "1")
ACCOUNT_REAUTHENTICATION_TIMEOUT = 20 * 60  # as long as connect.people.proof.LASTS
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SITE_URL.startswith("https:")
SECURE_HSTS_SECONDS = 31536000 if SITE_URL.startswith("https:") else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if flag("BEHIND_PROXY") else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# Redis never stands between a person and their referral: limits and used codes live in the database too.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}

# Tiles under the map, from your own server or one whose terms allow it; without, the map shows wards and nothing else.
TILE_URL = os.environ.get("TILE_URL", "")  # https://tiles.example.org/{z}/{x}/{y}.png
TILE_ATTRIBUTION = os.environ.get("TILE_ATTRIBUTION", "")

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": images_from(TILE_URL),
        "base-uri": [NONE],
        "object-src": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", _("English")), ("cy", "Cymraeg")]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_TZ = True
TIME_ZONE = "Europe/London"

STATIC_URL = "/static/"
STATIC_ROOT = None if DEMO or TESTING or DEBUG else STATE_DIR / "static"  # these serve the files where they lie
STATICFILES_STORAGE = "whitenoise.storage.CompressedManifestStaticFilesStorage"
if DEMO or TESTING or DEBUG:
    STATICFILES_STORAGE = "django.contrib.staticfiles.storage.StaticFilesStorage"
WHITENOISE_USE_FINDERS = DEMO or TESTING or DEBUG
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": STATICFILES_STORAGE},
}

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["connect.api.Denied"],
    "DEFAULT_PARSER_CLASSES": ["connect.api.Json"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.PageNumberPagination",
    "PAGE_SIZE": 20,
    "EXCEPTION_HANDLER": "connect.api.answer",
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Connect",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "ENUM_NAME_OVERRIDES": {"YesOrNo": ["yes", "no"]},
}

# Redis is a wake-up; what is owed to people is rows in the database (connect.messaging).
CELERY_BROKER_URL = os.environ.get("REDIS_URL", "redis://localhost:6379/0")
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 3600}
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT = 10
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = TIME_ZONE
PULSE_SECONDS = float(os.environ.get("PULSE_SECONDS", "60"))
# Whether listings' links still answer is asked over the open network; a demo's are invented, and may be somebody's.
LOOK_AT_LINKS = flag("LOOK_AT_LINKS", "0" if DEMO or TESTING else "1")

# Texts and e-mails wait for the morning; only somebody trying the demo late in the evening may switch that off.
QUIET_HOURS = flag("QUIET_HOURS", "0" if DEMO else "1")
# Templates that leave at night too: to colleagues, about the safety of one of them.
AT_ANY_HOUR = ["visit_overdue_buddy", "visit_overdue_lead", "text_read"]  # the last answers a text of a moment ago
# Answers change in the first minutes; word to the worker who asked waits that long, so that it is one settled line.
WORD_SETTLES_SECONDS = int(os.environ.get("WORD_SETTLES_SECONDS", "0" if DEMO or TESTING else "3600"))
MESSAGE_LEASE_SECONDS = int(os.environ.get("MESSAGE_LEASE_SECONDS", "120"))
PROVIDER_TIMEOUT = float(os.environ.get("PROVIDER_TIMEOUT", "10"))
# What allauth writes (a new password, a changed address) leaves by the same sender as everything else.
EMAIL_BACKEND = "connect.messaging.backend.OurSender"
# How messages leave: "mailbox" (files, for the demo), "notify", "http" for texts; "mailbox", "smtp" for e-mail.
TEXT_SENDER = os.environ.get("TEXT_SENDER", "mailbox" if DEMO or TESTING else "http")
EMAIL_SENDER = os.environ.get("EMAIL_SENDER", "mailbox" if DEMO or TESTING else "smtp")
MAILBOX_DIR = Path(os.environ.get("MAILBOX_DIR", STATE_DIR / "mailbox"))
TEXT_PROVIDER_URL = os.environ.get("TEXT_PROVIDER_URL", "")
TEXT_PROVIDER_TOKEN = os.environ.get("TEXT_PROVIDER_TOKEN", "")
# The number that texts come from, where it takes answers; and how a provider shows that an answer comes from it.
TEXT_NUMBER = os.environ.get("TEXT_NUMBER", "07700 900 900" if DEMO or TESTING else "")
TEXT_INBOUND_SECRET = os.environ.get("TEXT_INBOUND_SECRET", SECRET_KEY if DEMO or TESTING else "")
NOTIFY_CALLBACK_TOKEN = os.environ.get("NOTIFY_CALLBACK_TOKEN", "")
INBOUND_TEXT_HANDLER = "referrals.going.inbound.handle"  # what a text that came in means, a floor above
# To one person in seven days: a question is left out one earlier than a reminder; what they asked for never is.
MOST_MESSAGES_A_WEEK = int(os.environ.get("MOST_MESSAGES_A_WEEK", "5"))
NOTIFY_API_KEY = os.environ.get("NOTIFY_API_KEY", "")
NOTIFY_TEMPLATE_SMS = os.environ.get("NOTIFY_TEMPLATE_SMS", "")
NOTIFY_TEMPLATE_EMAIL = os.environ.get("NOTIFY_TEMPLATE_EMAIL", "")
NOTIFY_BASE_URL = os.environ.get("NOTIFY_BASE_URL", "")
DEFAULT_FROM_EMAIL = os.environ.get("DEFAULT_FROM_EMAIL", "connect@example.org")
EMAIL_HOST = os.environ.get("EMAIL_HOST", "localhost")
EMAIL_PORT = int(os.environ.get("EMAIL_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = flag("EMAIL_USE_TLS")
EMAIL_TIMEOUT = 10
# The clean address behind each kind of signed link.
LINK_PAGES = {"attendance": "reply", "register": "register", "listing": "your_listing", "invitation": "invited"}
LINK_PAGES |= {"outside": "outside", "status": "status"}  # of whoever asks without an account
LINK_PAGES |= {"equality": "equality"}  # who are you? Counted, and shown to nobody
LINK_PAGES |= {"settled": "settled", "questions": "questions"}  # how are you getting on, and how are you?
LINK_PAGES |= {"goals": "goals_asked"}
LINK_PAGES |= {"stop": "stop_messages", "companion": "companion"}
LINK_PAGES |= {"champion": "champion_page", "network": "group_admin"}  # of champions, and of groups' admins
LINK_PAGES |= {"volunteer": "befriend_confirm", "reference": "reference"}  # coming in as a volunteer
LINK_PAGES |= {"befriend": "befriend_asked", "befriender": "befriender_visits"}
LINK_PAGES |= {"crisis": "crisis_reply"}  # are you all right?
LINK_PAGES |= {"chest": "chest_own"}  # of a group that asked for money
LINK_PAGES |= {"thread": "organiser_words", "introduction": "introduction", "place": "place"}
LINK_PAGES |= {"booking": "your_booking", "training_register": "training_register"}
# Where a kind of link, once its time is over, says so; all others say the same as a link that never was.
LINK_PAGES_OVER = {"register": "referrals.sessions.register.over"}

# How a count of people is shown to whoever does not work with them: the one rule, which lives a floor above.
SMALL_NUMBERS = "outcomes.disclosure.nested_round5_audit"
# What a higher floor puts on a lower floor's page: only here are both known.
PANELS_FROM_ABOVE = [
    ("side", "outcomes.goals.panel.panel"), ("side", "outcomes.measuring.panel.panel"),
    ("side", "outcomes.stories.panel.panel"),
    ("side", "outcomes.documents.panel.panel"), ("side", "outcomes.equality.panel.panel"),
]  # fmt: skip
OWN_PAGE_FROM_ABOVE = ["outcomes.goals.panel.own"]  # parts of the person's own page
LINES_FROM_ABOVE = ["outcomes.stories.today.lines"]  # of Today
YES_GONE_ABOVE = ["outcomes.stories.actions.yes_gone"]  # told in the transaction in which a yes is taken back

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"quiet": {"()": "connect.logs.Quiet", "format": "{levelname} {name} {message}", "style": "{"}},
    "filters": {"tokens": {"()": "connect.messaging.scrubbing.WithoutTokens"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "quiet", "filters": ["tokens"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # Django's own handlers would write the exception out in full, and e-mail it.
    "loggers": {"django": {"handlers": [], "level": "WARNING", "propagate": True}},
}

if TESTING:
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    ACCOUNT_RATE_LIMITS = False
