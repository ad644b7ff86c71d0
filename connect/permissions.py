"""What a browser may let our pages use: the place where somebody is, and nothing else that a phone has."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

# Only for our own pages, and only when somebody presses "Near me"; no frame and no stranger's script may ask.
POLICY = "geolocation=(self), camera=(), microphone=(), payment=(), usb=(), accelerometer=(), gyroscope=(), midi=()"


class PermissionsPolicyMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", POLICY)
        return response
