"""The API's own description: the OpenAPI file, and a page that reads it out from our own templates and styles."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from drf_spectacular.generators import SchemaGenerator

from connect.people.access import public


@public
@require_safe
def schema(request: HttpRequest) -> HttpResponse:
    """The whole API as OpenAPI 3: what exists is no secret, who may use it is the matrix's business."""
    return JsonResponse(SchemaGenerator().get_schema(request=None, public=True))


@public
@require_safe
def api(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/api.html", {"operations": list(_operations())})


def _operations():
    described = SchemaGenerator().get_schema(request=None, public=True)
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            yield {
                "method": method.upper(),
                "path": path,
                "text": operation.get("description", ""),
                "parameters": operation.get("parameters", []),
                "answers": operation.get("responses", {}),
            }
