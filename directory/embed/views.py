"""The page with the lines to copy, the small page for a frame, and whose pages may show it."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from connect.forms import form_page
from connect.people.access import public, requires
from connect.people.models import Tenant
from directory.embed import actions
from directory.embed.forms import HostForm
from directory.embed.models import Host

LONGEST = 120  # of a place in the address
NOWHERE = "'none'"


def _near(request: HttpRequest) -> str:
    return request.GET.get("near", "").strip()[:LONGEST]


@public
@require_safe
def embed(request: HttpRequest) -> HttpResponse:
    """Two ways to have our search on one's own page. Neither sets a cookie, counts anybody or needs a script."""
    tenant = Tenant.current()
    site = settings.SITE_URL.rstrip("/")
    told = {"site": site, "near": _near(request), "tenant": tenant}
    context = {
        "form_lines": render_to_string("directory/embed/_form.html", told).strip(),
        "frame_lines": render_to_string("directory/embed/_frame.html", told).strip(),
        "near": told["near"],
        "hosts": Host.objects.all(),
    }
    return render(request, "directory/embed/embed.html", context)


@public
@require_safe
@xframe_options_exempt  # the policy below says who may; this older header knows only nobody or ourselves
def embed_box(request: HttpRequest) -> HttpResponse:
    """The search box alone, for a frame on the pages of those we named; what is found opens in a page of its own."""
    response = render(request, "directory/embed/embed_box.html", {"near": _near(request)})
    hosts = [f"https://{name}" for name in Host.objects.values_list("name", flat=True)]
    response._csp_replace = {"frame-ancestors": hosts or [NOWHERE], "script-src": [NOWHERE]}
    response["Cache-Control"] = "public, max-age=300"
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex"
    return response


@requires("EMBED")
@form_page
def embed_hosts(request: HttpRequest) -> HttpResponse:
    """Whose pages may. Naming one is a change of rights, and stands with the auditor."""
    if request.method == "POST" and (off := request.POST.get("off")):
        actions.disallow(off, by=request.user)
        messages.success(request, _("Taken off"))
        return redirect("embed_hosts")
    form = HostForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        actions.allow(form.cleaned_data["name"], by=request.user)
        messages.success(request, _("Saved"))
        return redirect("embed_hosts")
    context = {"form": form, "hosts": Host.objects.select_related("by"), "box": reverse("embed_box")}
    return render(request, "directory/embed/embed_hosts.html", context, status=422 if form.is_bound else 200)
