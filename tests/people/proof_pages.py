"""A page and an API view behind a grant with "+", as small as can be; they exist in tests alone."""

from django.http import HttpRequest, HttpResponse
from django.urls import path
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from connect.api import ByMatrix
from connect.people.access import Rule, requires
from connect.urls import urlpatterns as house


@requires("REASSIGN", "U")
def asks_for_proof(request: HttpRequest) -> HttpResponse:
    return HttpResponse(request.POST.get("words", "drawn"))


@requires("CONCERN_READ", "R")
def breaks_glass(request: HttpRequest) -> HttpResponse:
    return HttpResponse("broken")


class Api(APIView):
    permission_classes = [ByMatrix]
    access = {"POST": Rule("REASSIGN", "U")}

    def post(self, request: Request) -> Response:
        return Response({"done": True})


urlpatterns = [
    *house,
    path("try/proof/", asks_for_proof, name="asks_for_proof"),
    path("try/glass/", breaks_glass, name="breaks_glass"),
    path("try/api/", Api.as_view(), name="api_asks_for_proof"),
]
