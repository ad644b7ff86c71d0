"""Pages open to everybody: what a champion does and how to become one, and the page a champion passes on."""

from io import BytesIO
from urllib.parse import urlencode, urlsplit

import segno
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from connect.forms import form_page
from connect.often import too_often
from connect.people.access import public
from connect.people.champions import actions
from connect.people.champions.forms import AgainForm, SignUpForm
from connect.people.champions.models import Brand

MOST_AN_HOUR = 30  # from one address: a library's readers share theirs
A_DAY = 24 * 60 * 60
kept_in_the_browser = cache_control(private=True, max_age=0)  # on Back, what was typed is still there


@public
@form_page
@kept_in_the_browser
def champions(request: HttpRequest) -> HttpResponse:
    """What it is, what is asked, and the form. The answer is the same whether or not we know the address."""
    form = SignUpForm(request.POST if request.method == "POST" else None)
    status = 422 if form.is_bound else 200
    if form.is_bound and form.is_valid():
        if not too_often(request, "champion", MOST_AN_HOUR):
            email, key = form.cleaned_data["email"], form.cleaned_data["key"]
            actions.ask(form_key=key, email=email, language=_spoken(), **form.said)
            return redirect("champions_sent")
        status = _too_often(form)
    return render(request, "people/champions/champions.html", {"form": form}, status=status)


def _spoken() -> str:
    return "cy" if get_language() == "cy" else "en"


def _too_often(form: SignUpForm | AgainForm) -> int:
    form.add_error(None, gettext("A lot has come from where you are in the last hour. Wait a little, or ring us"))
    return 429


@public
@require_safe
def champions_sent(request: HttpRequest) -> HttpResponse:
    return render(request, "people/champions/sent.html")


@public
@form_page
@kept_in_the_browser
def champions_again(request: HttpRequest) -> HttpResponse:
    """The link to one's own page, once more."""
    form = AgainForm(request.POST if request.method == "POST" else None)
    status = 422 if form.is_bound else 200
    if form.is_bound and form.is_valid():
        if not too_often(request, "champion", MOST_AN_HOUR):
            actions.ask_again(form_key=form.cleaned_data["key"], email=form.cleaned_data["email"])
            return redirect("champions_sent")
        status = _too_often(form)
    return render(request, "people/champions/again.html", {"form": form}, status=status)


# ---------- the page a champion passes on ----------


def _open(slug: str) -> Brand:
    return get_object_or_404(Brand.objects.open().select_related("ward"), slug=slug)


def _address(brand: Brand) -> str:
    return settings.SITE_URL.rstrip("/") + reverse("passed_on", args=[brand.slug])


@public
@require_safe
def passed_on(request: HttpRequest, slug: str) -> HttpResponse:
    """What is near, with the name of the shop or group that passes it on. It counts and remembers nobody."""
    brand = _open(slug)
    near = f"{reverse('search')}?{urlencode({'near': brand.ward.name})}" if brand.ward else reverse("search")
    return render(request, "people/champions/passed_on.html", {"brand": brand, "near": near})


@public
@require_safe
def passed_on_poster(request: HttpRequest, slug: str) -> HttpResponse:
    """One sheet of A4 for a window or a wall."""
    brand = _open(slug)
    site = urlsplit(settings.SITE_URL).netloc + reverse("passed_on", args=[brand.slug])
    return render(request, "people/champions/passed_on_poster.html", {"brand": brand, "site": site})


@public
@require_safe
def passed_on_qr(request: HttpRequest, slug: str) -> HttpResponse:
    drawn = BytesIO()
    # Black on white, whatever the page around it: that is what phones read.
    segno.make(_address(_open(slug)), error="m", boost_error=False).save(
        drawn, kind="svg", border=2, light="#fff", nl=False
    )
    response = HttpResponse(drawn.getvalue(), content_type="image/svg+xml")
    response["Cache-Control"] = f"public, max-age={A_DAY}"
    return response


@public
@require_safe
def passed_on_logo(request: HttpRequest, slug: str) -> HttpResponse:
    brand = _open(slug)
    if not brand.logo:
        raise Http404
    response = HttpResponse(bytes(brand.logo), content_type="image/png")
    response["Cache-Control"] = "public, max-age=300"
    return response
