"""Where a provider tells us of a text that was sent to our number. It hears "yes" only once the text is stored."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotFound
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from connect.messaging.inbound import playing, providers, taking
from connect.often import too_often

MOST_BYTES = 16_000
FORGED_AN_HOUR = 60
LATER = "600"  # seconds until a provider should come back


@csrf_exempt  # a provider has no page of ours; what it sends is proven by its token or its signature
@login_not_required
@never_cache
@require_POST
def inbound_text(request: HttpRequest, provider: str) -> HttpResponse:
    """204 once it is stored, also when it was stored before. The transaction ends before the answer leaves."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdigit() or int(length) > MOST_BYTES:
        return HttpResponse(status=413)
    try:
        arrived = providers.read(provider, request.headers, request.body)
    except providers.NotTheirs:
        return _refused(request)
    except providers.NotAText:
        return HttpResponse(status=400)
    if taking.floods(arrived.number):
        return HttpResponse(status=429, headers={"Retry-After": LATER})
    taking.take(arrived)
    return HttpResponse(status=204)


def _refused(request: HttpRequest) -> HttpResponse:
    """Whoever is not the provider learns nothing, not even that there is a door; and may not knock for ever."""
    if too_often(request, "inbound", FORGED_AN_HOUR):
        return HttpResponse(status=429, headers={"Retry-After": LATER})
    return HttpResponseNotFound()


@login_not_required
@require_POST
def text_back(request: HttpRequest) -> HttpResponse:
    """The demo's phone: what is typed under a text goes to the provider's door as a provider would bring it."""
    if not settings.DEMO:
        raise Http404
    if playing.send_back(request.POST.get("reference", ""), request.POST.get("words", "")):
        messages.success(request, _("Sent, and it has arrived. Whoever works with them sees what it led to"))
    else:
        messages.error(request, _("Type what you would text back"))
    return redirect("mailbox")
