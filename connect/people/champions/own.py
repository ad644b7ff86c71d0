"""A champion's own page, opened by the link in every letter: what they may do, their thanks, their page, leaving."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from connect.audit.actions import saw
from connect.forms import form_page
from connect.messaging.models import Link
from connect.messaging.views import holding, link_gone
from connect.people.access import by_link
from connect.people.champions import actions
from connect.people.champions.forms import BrandForm, SayForm
from connect.people.champions.letters import PURPOSE
from connect.people.champions.models import Brand, Champion
from connect.people.champions.states import May, Standing


def _own(link: Link) -> Champion | None:
    return Champion.objects.filter(pk=link.subject).exclude(standing=Standing.LEFT).first()


def _said(champion: Champion) -> dict[str, object]:
    return {name: getattr(champion, name) for name in actions.OWN} | {"wards": champion.wards.all()}


def _page(
    request: HttpRequest, link: Link, champion: Champion, *, said: SayForm | None = None, brand: BrandForm | None = None
) -> HttpResponse:
    saw(request, [champion.pk], link_id=link.pk)
    own = Brand.objects.filter(champion=champion).select_related("ward").first()
    shown = own.asked_name or own.name if own else ""
    context = {
        "champion": champion,
        "link": link,
        "brand": own,
        "said": said or SayForm(initial=_said(champion)),
        "shop": brand or BrandForm(initial={"shop": shown}),
        "form": said or brand,
        "thanks": champion.thanks.all()[:20],
        "keeps": champion.is_active and May.KEEP in champion.may,
        "refers": champion.is_active and May.REFER in champion.may,
    }
    status = 422 if context["form"] else 200
    return render(request, "people/champions/champion_page.html", context, status=status)


@by_link("CHAMPION_OWN")
@form_page
@holding(PURPOSE)
def champion_page(request: HttpRequest, link: Link) -> HttpResponse:
    """Looking changes nothing. What they say of themselves is saved from here."""
    champion = _own(link)
    if champion is None:
        return link_gone(request)
    if request.method != "POST":
        return _page(request, link, champion)
    form = SayForm(request.POST)
    if not form.is_valid():
        return _page(request, link, champion, said=form)
    actions.say_anew(champion, **form.said)
    messages.success(request, _("Saved"))
    return redirect("champion_page")


@by_link("CHAMPION_OWN", "U")
@require_POST
@holding(PURPOSE)
def champion_yes(request: HttpRequest, link: Link) -> HttpResponse:
    """It is they: a press, since opening a link proves only that some machine looked at the mail."""
    champion = _own(link)
    if champion is None:
        return link_gone(request)
    if champion.standing == Standing.ASKED:
        actions.prove(champion)
    return redirect("champion_page")


@by_link("CHAMPION_OWN", "U")
@require_POST
@holding(PURPOSE)
def champion_brand(request: HttpRequest, link: Link) -> HttpResponse:
    champion = _own(link)
    if champion is None or not champion.is_active or May.SIGNPOST not in champion.may:
        raise Http404
    form = BrandForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, link, champion, brand=form)
    actions.ask_for_brand(champion, name=form.cleaned_data["shop"], logo=form.cleaned_data["logo"])
    messages.success(request, _("Thank you. Somebody here looks at it, and then it is on your page and your poster"))
    return redirect("champion_page")


@by_link("CHAMPION_OWN", "U")
@form_page
@holding(PURPOSE)
def champion_leave(request: HttpRequest, link: Link) -> HttpResponse:
    """Asked once more, since nothing of it comes back."""
    champion = _own(link)
    if champion is None:
        return link_gone(request)
    if request.method != "POST":
        return render(request, "people/champions/leave.html", {"link": link, "champion": champion})
    actions.leave(champion)
    return render(request, "people/champions/left.html")
