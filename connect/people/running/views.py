"""The home page of those who run it, one a role, and the house's own settings."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.audit.models import RightsChange
from connect.forms import form_page
from connect.people.access import could, requires
from connect.people.models import Tenant, User
from connect.people.running.forms import TenantForm
from connect.people.running.keeping import keep
from connect.people.running.models import Invitation

# what it is called, what one does there, its address, object and verb of the matrix
ROOMS = [
    (gettext_lazy("People"), gettext_lazy("Invite, suspend, move, end"), "members", ("USER_ADMIN", "R")),
    (gettext_lazy("Somebody leaves"), gettext_lazy("Hand over all they hold, looked at first"), "hand_over",
     ("REASSIGN", "U")),
    (gettext_lazy("Organisations"), gettext_lazy("Names, nations, e-mail domains"), "bodies", ("ORGANISATION", "R")),
    (gettext_lazy("Schemes and clocks"), gettext_lazy("Ages, days promised, who may ask"), "schemes", ("SCHEME", "R")),
    (gettext_lazy("Teams and wards"), gettext_lazy("Who serves where, and where nobody does"), "teams", ("TEAM", "R")),
    (gettext_lazy("Where no team serves"), gettext_lazy("Who receives what comes from there"), "default_teams",
     ("DEFAULT_TEAM", "R")),
    (gettext_lazy("Reasons"), gettext_lazy("Which are offered, in whose words, with what advice"), "reasons",
     ("SCHEME", "U")),
    (gettext_lazy("Words of messages"), gettext_lazy("Propose, look at, approve"), "wordings",
     ("MESSAGE_TEMPLATE", "R")),
    (gettext_lazy("Reminders"), gettext_lazy("What leaves by itself, and its off-switches"), "reminder_table",
     ("REMINDER_TABLE", "R")),
    (gettext_lazy("Phrases for notes"), gettext_lazy("What your team ticks instead of typing"), "team_phrases",
     ("PHRASES", "U")),
    (gettext_lazy("Words under a licence"), gettext_lazy("What your licence lets your scheme show"), "licences",
     ("LICENSED_WORDS", "R")),
    (gettext_lazy("Training"), gettext_lazy("Who was trained, refreshers due"), "training", ("TRAINING", "R")),
    (gettext_lazy("Community chest"), gettext_lazy("Pots, who asks, what came of it"), "chest_desk", ("CHEST", "R")),
    (gettext_lazy("Other systems"), gettext_lazy("Which of yours hear of steps, with no name"), "webhooks",
     ("WEBHOOK", "R")),
    (gettext_lazy("Needs, audiences, collections"), gettext_lazy("The directory’s words"), "desk",
     ("DIRECTORY_WORDS", "U")),
    (gettext_lazy("Open a record"), gettext_lazy("One person, for a reason, for an hour"), "records",
     ("RECORD_OPEN", "C")),
    (gettext_lazy("Erasing"), gettext_lazy("Who asked, what goes, a second person"), "erasures", ("ERASE", "D")),
    (gettext_lazy("How long what is kept"), gettext_lazy("Months, and what goes by itself"), "kept_for",
     ("RETENTION", "R")),
    (gettext_lazy("Exact figures"), gettext_lazy("Agreements that name an area, and end"), "agreements",
     ("EXACT_FIGURES", "U")),
    (gettext_lazy("The house"), gettext_lazy("Names, phones, colours"), "house", ("CONFIG", "U")),
    (gettext_lazy("Copies of everything"), gettext_lazy("Who asked for what we keep about them, and by when"), "copies",
     ("SAR", "U")),
    (gettext_lazy("To put right"), gettext_lazy("What is missing or cannot be in your team’s records"), "quality",
     ("DATA_QUALITY", "R")),
    (gettext_lazy("Changes of rights"), gettext_lazy("Who gave, moved or ended what"), "rights", ("AUDIT_WHOLE", "R")),
]  # fmt: skip
A_PAGE = 200


@requires("RUNNING")
@require_safe
@never_cache
def running(request: HttpRequest) -> HttpResponse:
    """Only what the active role may do; what waits for them is said first."""
    rooms = [(label, what, where) for label, what, name, rule in ROOMS if could(request.user, *rule)
             and (where := _address(name))]  # fmt: skip
    waiting = Invitation.objects.visible_to(request.user).open().filter(needs_second=True, agreed_at=None)
    context = {"rooms": rooms, "waiting": waiting.exclude(made_by=request.user).count()}
    return render(request, "people/running/running.html", context)


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


@requires("CONFIG", "U")
@form_page
@never_cache
def house(request: HttpRequest) -> HttpResponse:
    """Whose house it is: names, phones, colours that can be read, whoever it is run together with."""
    tenant = Tenant.objects.first() or Tenant()
    form = TenantForm(request.POST if request.method == "POST" else None, instance=tenant)
    if request.method == "POST" and form.is_valid():
        keep(form, by=request.user)
        messages.success(request, _("Saved"))
        return redirect("house")
    context = {"form": form, "title": _("The house"), "lead": _("What every page and every message is signed with.")}
    return render(request, "people/running/form.html", context, status=422 if form.is_bound else 200)


@requires("AUDIT_WHOLE")
@require_safe
@never_cache
def rights(request: HttpRequest) -> HttpResponse:
    """The last changes of what anybody may do."""
    rows = list(RightsChange.objects.order_by("-at")[:A_PAGE])
    keys = {row.actor_id for row in rows} | {row.about_id for row in rows}
    names = dict(User.objects.filter(pk__in=keys).values_list("pk", "name"))
    offered = dict(Invitation.objects.filter(pk__in=keys).values_list("pk", "name"))
    told = [
        (row, names.get(row.actor_id, ""), names.get(row.about_id) or offered.get(row.about_id, "")) for row in rows
    ]
    return render(request, "people/running/rights.html", {"told": told})
