"""What stands in a record that was opened, section by section, as the matrix lets this reader see."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connect.audit.models import Access
from connect.messaging.models import Message
from connect.people.models import User
from referrals.case.models import Note
from referrals.models import Concern, Connection, Consent, ContactAttempt, Heard, Line, Particulars, Person, Referral
from referrals.person import reading
from referrals.records import opening as opened
from referrals.records.models import Opening
from referrals.states import Purpose
from referrals.templatetags.referral import spaced

PAGES = {
    "person": gettext_lazy("Their page"), "caseload": gettext_lazy("The caseload, among others"),
    "today": gettext_lazy("Today, among others"), "queue": gettext_lazy("The queue, among others"),
    "record": gettext_lazy("This record, opened for a reason"), "referral": gettext_lazy("How far it is"),
    "referrals": gettext_lazy("A worker’s own list, among others"), "erasure": gettext_lazy("What would be erased"),
}  # fmt: skip
MOST = 200  # lines of a section; a record that is longer says so


@dataclass(frozen=True)
class Section:
    """Facts (what, said), or lines (when, who, words)."""

    title: str
    facts: list[tuple[str, object]] = field(default_factory=list)
    lines: list[tuple[datetime, str, str]] = field(default_factory=list)

    @property
    def is_cut(self) -> bool:
        return len(self.lines) >= MOST


def sections(person: Person, opening: Opening, user: User) -> list[Section]:
    """Only what has something in it, and only what they may see."""
    rows = list(
        Referral.objects.filter(person=person).select_related("team", "ward", "connector").order_by("submitted_at")
    )
    built = [(thing, build(person, rows)) for thing, build in SECTIONS if opened.shows(user, opening, thing)]
    return [one for _thing, one in built if one.facts or one.lines]


def who_looked(person: UUID) -> Section:
    """For whoever answers for it: who opened a page with this person on it."""
    rows = list(Access.objects.filter(person_ids__contains=[person]).order_by("-at")[:MOST])
    names = dict(User.objects.filter(pk__in={row.actor_id for row in rows}).values_list("pk", "name"))
    return Section(
        _("Who looked"), lines=[(row.at, names.get(row.actor_id, row.role), _page(row.page)) for row in rows]
    )


def _page(name: str) -> str:
    """Which page it was, in words where it is one of the few that show most."""
    return str(PAGES.get(name) or _("Another page: %(name)s") % {"name": name.replace("_", " ")})


def _who(person: Person, _rows: list[Referral]) -> Section:
    born = person.date_of_birth
    facts = [(_("Name"), person.name), (_("The name they like"), person.known_as), (_("Born"), born)]
    return Section(_("Who it is"), [(what, said) for what, said in facts if said])


def _reached(person: Person, _rows: list[Referral]) -> Section:
    safe = person.get_safe_to_message_display()
    facts = [(_("Phone"), spaced(person.phone)), (_("E-mail"), person.email), (_("Safe to message"), safe),
             (_("Good times to ring"), person.good_times), (_("Who else may pick up"), person.who_else)]  # fmt: skip
    return Section(_("How they are reached"), [(what, said) for what, said in facts if said])


def _lives(person: Person, _rows: list[Referral]) -> Section:
    return Section(_("Where they live"), [(_("Postcode"), person.postcode)] if person.postcode else [])


def _status(_person: Person, rows: list[Referral]) -> Section:
    facts = [(row.reference, f"{row.get_state_display()}, {row.team}, {row.ward}") for row in rows]
    return Section(_("Referrals"), facts)


def _need(person: Person, rows: list[Referral]) -> Section:
    kept = Particulars.objects.filter(person=person).first()
    said = [(row.submitted_at, row.asked_by, row.words) for row in rows if row.words]
    needs = [(_("What helps them"), ", ".join(kept.needs))] if kept and kept.needs else []
    return Section(_("What they would like, and what helps"), [*needs, *_flags(person)], said)


def _flags(person: Person) -> list[tuple[str, object]]:
    said = reading.flags(person)
    return [(_("To know first"), ", ".join(said))] if said else []


def _yeses(_person: Person, rows: list[Referral]) -> Section:
    answers = Consent.objects.filter(referral__in=rows).order_by("-said_at")[:MOST]
    lines = [
        (one.said_at, one.get_decision_display(), f"{Purpose(one.purpose).label} {one.recipient}".strip())
        for one in answers
    ]
    return Section(_("What they agreed to"), lines=lines)


def _notes(_person: Person, rows: list[Referral]) -> Section:
    calls = ContactAttempt.objects.filter(referral__in=rows).select_related("by")[:MOST]
    notes = Note.objects.filter(referral__in=rows).select_related("by")[:MOST]
    lines = [(one.at, one.by.name, f"{one.get_channel_display()}. {one.note}".strip()) for one in calls]
    lines += [(one.at, one.by.name, one.words) for one in notes]
    return Section(_("Notes and calls"), lines=sorted(lines, key=lambda one: one[0], reverse=True)[:MOST])


def _groups(_person: Person, rows: list[Referral]) -> Section:
    found = Connection.objects.filter(referral__in=rows).select_related("service").order_by("made_at")
    return Section(_("Groups"), [(one.service.name, one.get_state_display()) for one in found])


def _heard(_person: Person, rows: list[Referral]) -> Section:
    told = Heard.objects.filter(referral__in=rows).order_by("-at")[:MOST]
    lines = Line.objects.filter(referral__in=rows).order_by("-at")[:MOST]
    said = [(one.at, one.where, str(one.text)) for one in told]
    return Section(
        _("Words from outside, and threads"), lines=[*said, *((o.at, o.get_said_by_display(), o.text) for o in lines)]
    )


def _messages(person: Person, _rows: list[Referral]) -> Section:
    sent = Message.objects.filter(recipient_key=person.pk).order_by("-created_at")[:MOST]
    return Section(_("Messages to them"), lines=[(one.created_at, one.get_state_display(), one.body) for one in sent])


def _concerns(_person: Person, rows: list[Referral]) -> Section:
    told = Concern.objects.filter(referral__in=rows).order_by("-raised_at")
    return Section(_("Safeguarding"), lines=[(one.raised_at, one.reference, str(one.happened)) for one in told])


SECTIONS = (
    ("REFERRAL_IDENTITY", _who), ("PERSON_PHONE", _reached), ("PERSON_ADDRESS", _lives), ("REFERRAL_STATUS", _status),
    ("PERSON_NEED", _need), ("CONNECTION", _groups), ("CONSENT", _yeses), ("CASE_NOTE", _notes), ("WORDS", _heard),
    ("MESSAGE_BODY", _messages), ("CONCERN_READ", _concerns),
)  # fmt: skip
