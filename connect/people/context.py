"""What every page is drawn with: whose house it is, who is here, and where they may go."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from connect.people.access import could, scope
from connect.people.models import Tenant

# label, address name, icon, object and verb of the matrix it takes; the first that fits somebody is their home
STAFF_NAV = [
    (_("Running it"), "running", "sliders", ("AUDIT_WHOLE", "R")),
    (_("The desk"), "desk", "tick", ("DIRECTORY_DRAFT", "U")),
    (_("Today"), "today", "day", ("QUEUE", "R")),
    (_("My people"), "caseload", "people", ("QUEUE", "R")),
    (_("Befriending"), "befriending", "people", ("VOLUNTEER", "C")),
    (_("My befriending"), "my_befriending", "people", ("VISIT_LOG", "C")),
    (_("Helping"), "helping", "people", ("SMALL_HELP_OFFER", "C")),
    (_("Refer"), "refer", "plus", ("REFERRAL_CREATE", "C")),
    (_("My people"), "referrals", "people", ("REFERRAL_STATUS", "R")),
    (_("Figures"), "reports", "day", ("DASHBOARD", "R")),
    (_("Find"), "search", "search", ("DIRECTORY_ENTRY", "R")),
    (_("Searches"), "saved_searches", "keep", ("SAVED_SEARCH", "R")),
]
# What is looked at once a week stands in the menu under one's name.
MENU = [
    (_("Restrictions"), "restrictions", ("RESTRICTED_LIFT", "U")),
    (_("Words to read"), "heard_words", ("WORDS", "R")),
    (_("Safeguarding"), "concerns_told", ("CONCERN_READ", "R")),
    (_("The same person twice"), "doubles", ("MERGE", "R")),
    (_("Waiting for somebody"), "queue", ("QUEUE", "R")),
    (_("Working alongside others"), "alongside", ("ROUND_SHARED", "R")),
    (_("Late"), "escalated", ("ESCALATED", "R")),
    (_("How full we are"), "team_load", ("CAPACITY", "R")),
    (_("Key in a call or a form"), "key_in", ("SELF_REFERRAL", "C")),
    (_("Champions"), "champions_desk", ("CHAMPION", "R")),
    (_("Local groups"), "network", ("NETWORK", "R")),
    (_("Polls"), "poll_list", ("NEEDS_POLL", "R")),
    (_("Befriending"), "befriending", ("VOLUNTEER", "R")),
    (_("Small helps"), "small_helps", ("SMALL_HELP", "R")),
    (_("In a crisis"), "crisis", ("CRISIS", "R")),
    (_("Streets of champions"), "crisis_champions", ("CRISIS_CHAMPION", "R")),
    (_("What helpers are asked"), "helping", ("SMALL_HELP_BOARD", "R")),
    (_("Community chest"), "chest_desk", ("CHEST", "R")),
    (_("Running it"), "running", ("RUNNING", "R")),
    (_("What changed"), "team_change", ("MEASURE", "R")),
    (_("How to ask"), "measure_guide", ("MEASURE_GUIDE", "R")),
    (_("What it is for"), "frameworks", ("FRAMEWORK", "R")),
    (_("The story book"), "story_book", ("STORY_BOOK", "R")),
    (_("Training"), "training", ("TRAINING", "R")),
    (_("Your training"), "my_training", ("DIRECTORY_ENTRY", "R")),
    (_("After the training"), "after_training", ("AFTER_TRAINING", "R")),
    (_("What you can do"), "competencies", ("COMPETENCY", "C")),
    (_("What worked"), "practice", ("PRACTICE", "R")),
    (_("What is missing"), "unfound", ("DIRECTORY_GAP", "R")),
]
PUBLIC_NAV = [(_("Find something"), "search", "search"), (_("Workers"), "account_login", "people")]


def page(request: HttpRequest) -> dict[str, object]:
    user = getattr(request, "user", None)
    acting = getattr(user, "acting", None)
    tenant = getattr(request, "tenant", None) or Tenant.current()
    return {
        "tenant": tenant,
        "attribution": getattr(request, "attribution", ""),
        "acting": acting,
        "could_act_as": getattr(user, "could_act_as", []),
        "nav": _nav(request, acting),
        "menu": _menu(user, acting, tenant),
        "demo": settings.DEMO,
    }


def _menu(user: object, acting: object, tenant: Tenant) -> list[tuple]:
    """What stands in the bar already is not said twice; champions are called what the house calls them."""
    named = {"champions_desk": tenant.champions}
    barred = {entry[1] for entry in STAFF_NAV if acting and could(user, *entry[3])}
    opened = (entry for entry in MENU if acting and could(user, *entry[2]) and entry[1] not in barred)
    return [(named.get(url, label), url) for label, url, _rule in opened]


def _opens(request: HttpRequest, thing: str, verb: str) -> bool:
    """Whoever has a caseload finds people there, and needs no second list; nor does who asks for nobody, ever."""
    if thing == "REFERRAL_STATUS" and (
        could(request.user, "QUEUE") or not scope(request.user.acting.role, thing, verb)
    ):
        return False
    return could(request.user, thing, verb)


def _nav(request: HttpRequest, acting: object) -> list[dict[str, object]]:
    entries = [entry[:3] for entry in STAFF_NAV if _opens(request, *entry[3])] if acting else PUBLIC_NAV
    here = request.resolver_match.url_name if request.resolver_match else ""
    return [{"label": label, "url": url, "icon": icon, "current": url == here} for label, url, icon in entries]
