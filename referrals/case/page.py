"""All that a person's page is drawn with."""

from operator import attrgetter

from django.http import HttpRequest

from connect.forms import Form
from connect.people.access import may
from connect.people.models import Membership, User
from connect.people.roles import Role
from referrals import telling
from referrals.case import doing, panels, phrases, timeline
from referrals.case.forms import SOON, STEPS, NextForm, NoteForm, TaskForm
from referrals.case.states import Kind
from referrals.caseload import wants
from referrals.models import Referral
from referrals.person import consents
from referrals.states import OPEN, Purpose, State


def of(request: HttpRequest, referral: Referral, **forms: Form) -> dict[str, object]:
    """`forms` are those that could not be done: they stand there again with what was typed."""
    kind = request.GET.get("story", "")
    whose = owners(referral, request.user)
    seen = doing.seen_as(referral)
    failed = next(iter(forms.values()), None)
    story = timeline.of(referral, request.user, kind if kind in Kind.values else "", "all" in request.GET)
    tasks = referral.tasks.all()
    return {
        "referral": referral,
        "person": referral.person,
        "needs": wants.names(),
        "is_open": referral.state in OPEN,
        "form": failed,
        "note": forms.get("contact") or NoteForm(phrases=phrases.of(referral), initial={"seen": seen}),
        "next_form": forms.get("next_form") or NextForm(initial=_now(referral) | {"seen": seen}),
        "soon": SOON.items(),
        "task_form": forms.get("task_form") or TaskForm(owners=whose, auto_id="id_task_%s"),
        "tasks": [task for task in tasks if not task.done_at],
        "done": sorted(filter(attrgetter("done_at"), tasks), key=attrgetter("done_at"), reverse=True)[:3],
        "visits": [visit for visit in referral.visits.all() if not visit.is_over],
        "story": story,
        "answers": consents.latest(referral).values(),
        "can_write": telling.can_write_to(referral),
        "full": referral.agreed_to(Purpose.FULL_MESSAGES),
        "may_introduce": referral.state in (State.CONTACTED, State.ACTIVE),
        "may_correct": may(request.user, "CASE_NOTE", "C"),
        "panels": panels.drawn(request, referral),
    }


def _now(referral: Referral) -> dict[str, object]:
    """What is set stands in the form, where it is something to set by hand."""
    known = {code for code, _label in STEPS}
    return {"step": referral.next_step if referral.next_step in known else "", "on": referral.next_on}


def owners(referral: Referral, user: User) -> list[User]:
    """Those who see this person: whoever has them in hand, and the leads of the team. Oneself first."""
    leads = Membership.objects.current().filter(team=referral.team_id, role=Role.TL).select_related("user")
    found = {one.pk: one for one in (referral.connector, *(lead.user for lead in leads)) if one}
    return sorted(found.values(), key=lambda one: (one.pk != user.pk, one.name))
