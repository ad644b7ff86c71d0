"""One listing as its desk page shows it: what is proposed, what was tried, what was said, and what it still lacks."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connect.people.models import User
from connect.templatetags import look
from directory import document
from directory.keeping import asking, completeness, forms, organiser, wording
from directory.keeping.overdue import is_attended
from directory.models import Ask, ChangeRequest, LinkCheck, Service
from directory.states import Decision, Outcome

A_MONTH, A_YEAR = timedelta(days=30), timedelta(days=365)


@dataclass(frozen=True)
class Proposal:
    change: ChangeRequest
    compared: list[wording.Compared]
    moved: list[str]  # parts that say something else by now than when it was proposed


@dataclass(frozen=True)
class Step:
    """A line of the timeline; `mark` is done, now or nothing."""

    at: datetime
    title: str
    text: str
    mark: str = ""


def of(service: Service, user: User) -> dict[str, Any]:
    said = document.of(service)
    changes = list(service.change_requests.filter(state__in=[Decision.WAITING, Decision.SECOND]))
    kept = asking.kept(service)
    return {
        "service": service,
        "proposals": [_proposal(each, said) for each in changes if each.state == Decision.WAITING],
        "seconds": [_proposal(each, said) for each in changes if each.state == Decision.SECOND],
        "decided": _decided(service),
        "reports": service.reports.filter(handled_at=None),
        "handled": service.reports.exclude(handled_at=None).select_related("handled_by")[:5],
        "words": service.usefulness.filter(read_at=None).exclude(words=""),
        "notes": service.editor_notes.select_related("by")[:10],
        "steps": _steps(service),
        "complete": completeness.of(said),
        "picture": getattr(service, "picture", None),
        "kept": kept,
        "attended": is_attended(kept, timezone.localdate()),
        "way": organiser.way_to(service),
        "dead": LinkCheck.objects.dead().filter(address__in=_addresses(said)),
        "handed_on": service.signposts.filter(at__gte=timezone.now() - A_MONTH).count(),
        "branches": service.branches.filter(merged_into=None) if service.is_template else [],
        "check_form": forms.CheckForm(),
        "note_form": forms.NoteForm(),
        "report_form": forms.ReportForm(),
        "assign_form": forms.AssignForm(initial={"to": service.assigned_to_id}),
        "period_form": forms.PeriodForm(initial={"every_days": service.check_every_days}),
        "me": user,
    }


def _proposal(change: ChangeRequest, said: document.Document) -> Proposal:
    names = list(change.proposed)
    moved = [name for name in names if change.was.get(name) != said.get(name)]
    labels = [wording.label(name) for name in moved]
    return Proposal(change, wording.compare(said, change.proposed, names), labels)


def _decided(service: Service) -> list[ChangeRequest]:
    over = service.change_requests.exclude(state__in=[Decision.WAITING, Decision.SECOND])
    return list(over.select_related("decided_by").order_by("-decided_at")[:5])


def _addresses(said: document.Document) -> list[str]:
    return [address for address in (said["url"], (said["community"] or {}).get("address")) if address]


def _steps(service: Service) -> list[Step]:
    """How we know: checks and calls, asks, changes, and that somebody went; the latest first."""
    checks = [_check(each) for each in service.verifications.select_related("by")[:12]]
    asks = [_ask(each) for each in service.asks.all()[:8]]
    changes = [_change(each) for each in service.revisions.select_related("by")[:8]]
    steps = sorted([*checks, *asks, *changes, *_before(service, checks)], key=lambda step: step.at, reverse=True)
    return steps[:15]


def _before(service: Service, checks: list[Step]) -> list[Step]:
    """The last check, where it came with the listing and not from this desk."""
    at = service.verified_at
    if at is None or any(step.mark and abs(step.at - at) < A_MONTH / 30 for step in checks):
        return []
    return [Step(at, _("Checked."), service.verified_by_name or service.verified_by_body, "done")]


def _check(each: Any) -> Step:
    mark = "done" if each.outcome in (Outcome.RIGHT, Outcome.CHANGED) else ""
    again = " " + _("Again on %(day)s.") % {"day": look.date_only(each.again_on)} if each.again_on else ""
    who = f"{each.by_name}. " if each.by_name else ""
    return Step(each.at, f"{each.get_how_display()}: {each.get_outcome_display()}.", f"{who}{each.note}{again}", mark)


ASKED = {
    Ask.About.CHECK: gettext_lazy("Asked: is it still right?"),
    Ask.About.HIDDEN: gettext_lazy("Hidden from the search, and the organiser told."),
    Ask.About.CONTACT: gettext_lazy("The old contact was asked about a new one."),
    Ask.About.WELCOME: gettext_lazy("Welcomed."),
}


def _ask(each: Ask) -> Step:
    answer = each.get_answer_display() if each.answer else _("No answer yet") if not each.answered_at else ""
    return Step(each.at, str(ASKED[each.about]), str(answer), "" if each.answered_at else "now")


def _change(each: Any) -> Step:
    parts = ", ".join(wording.label(part) for part in each.changed[:6])
    more = "" if len(each.changed) <= 6 else " …"
    title = _("Changed: %(parts)s.") % {"parts": parts + more} if parts else _("Written down as it was.")
    return Step(each.at, title, each.by_name)
