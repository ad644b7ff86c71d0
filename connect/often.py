"""How often something is sent from one place: counted for an hour, under a digest that says nothing of whose it is."""

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

AN_HOUR = 60 * 60


def too_often(request: HttpRequest, what: str, most: int) -> bool:
    """Whether this is one more than `most` within the hour. A library's readers share one address: be generous."""
    key = f"often:{what}:{_place(request)}"
    cache.add(key, 0, AN_HOUR)
    try:
        return cache.incr(key) > most
    except ValueError:  # it ran out between the two
        return False


def _place(request: HttpRequest) -> str:
    """Another digest each hour, so that no two hours can be laid side by side."""
    hour = timezone.now().strftime("%Y-%m-%d %H")
    return salted_hmac("connect.often", f"{_address(request)} {hour}", algorithm="sha256").hexdigest()


def _address(request: HttpRequest) -> str:
    """Behind our own proxy, what it says last; what stands before that anybody can write."""
    if settings.SECURE_PROXY_SSL_HEADER:
        return request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
    return request.META.get("REMOTE_ADDR", "")
