"""Open data may be read by any page of the web: the header says so on every answer, also on what went wrong."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse

from directory.openreferral.said import STUB


class OpenToAnybody:
    """The outermost, so that an answer made by any other has it too; and machines are not sent a web page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path != STUB and not request.path.startswith(f"{STUB}/"):
            return response
        if response.status_code >= 400 and not response.get("Content-Type", "").startswith("application/json"):
            response = JsonResponse({"detail": response.reason_phrase}, status=response.status_code)
        response["Access-Control-Allow-Origin"] = "*"
        if request.method == "OPTIONS":
            response["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
            response["Access-Control-Allow-Headers"] = "*"
        return response
