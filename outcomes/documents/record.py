"""Everything kept about one person, row by row, found by how the tables hang together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import connection, models
from django.utils.formats import date_format, localize
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connect.audit.models import Access
from connect.messaging.messages import PLACE_OF_LINK
from connect.messaging.models import Message
from connect.messaging.states import State as Sent
from connect.people.models import Organisation, User
from connect.templatetags import look
from directory.models import Service
from outcomes.equality import answers as equality
from referrals.models import Person, Referral

Path = tuple[str, ...]
# Said to everybody in the same words, so that it says nothing about anybody.
NEVER = {
    "Concern", "ConcernStep", "SpeakToLead",  # whether there is one is for the safeguarding lead alone to say
    "Whereabouts", "NamedReader",  # of somebody restricted, who gets their copy from those named
    "Merge", "Apart", "Moved", "LineRead", "HealthyChat", "Late", "Questions",  # bookkeeping, or about two people
}  # fmt: skip
# Somebody else may stand in these words: a person looks at each before it leaves.
OTHERS_WORDS = {
    "Relation": gettext_lazy("about somebody round them"),
    "Marker": gettext_lazy("as somebody else said it"),
    "Heard": gettext_lazy("words that came from outside"),
    "Line": gettext_lazy("written to, or by, somebody else"),
    "HowItWas": gettext_lazy("as whoever went along saw it"),
    "Introduction": gettext_lazy("an organiser’s answer"),
}
INSIDE = {"key", "content_hash", "made_in", "id", "round", "named", "spot_easting", "spot_northing", "refused"}
FIRST = ("Person", "Referral", "FirstAnswers", "Particulars", "Consent")


@dataclass(frozen=True)
class Entry:
    """One row. `lines` for people, `raw` for machines; `others` says whose words may be in it, "" where nobody's."""

    key: str
    section: str
    lines: tuple[tuple[str, str], ...]
    raw: dict[str, Any]
    others: str = ""

    @property
    def is_earlier(self) -> bool:
        return self.key.count(":") > 1

    def stays_out(self, withheld: Iterable[str]) -> bool:
        return any(self.key == one or self.key.startswith(f"{one}:") for one in withheld)

    @property
    def summary(self) -> str:
        return " · ".join(f"{label}: {value}" for label, value in self.lines)[:400]


@cache
def tables() -> dict[type[models.Model], Path]:
    """Model -> the way from it to the person, shortest first; the copies of earlier rows among them."""
    found: dict[type[models.Model], Path] = {Person: ()}
    ahead: list[type[models.Model]] = [Person, Referral]
    found[Referral] = ("person",)
    while ahead:
        reached, ahead = ahead, []
        for model in apps.get_models():
            if model not in found and (way := _way(model, reached)):
                found[model] = (way.name, *found[way.related_model])
                ahead.append(model)
    return {model: path for model, path in found.items() if model.__name__ not in NEVER}


def _way(model: type[models.Model], reached: list[type[models.Model]]) -> Any:
    """By the referral where there is one, since every wall stands on it."""
    keys = [one for one in model._meta.concrete_fields if one.is_relation and one.related_model in reached]
    return next((one for one in keys if one.related_model is Referral), keys[0] if keys else None)


def unopened() -> list[str]:
    """Tables whose wall does not let a copy be made: named on the copy, so that nobody takes it for the whole."""
    with connection.cursor() as cursor:
        cursor.execute("select tablename from pg_policies where qual like '%subject_access%'")
        opened = {name for (name,) in cursor.fetchall()}
    rows = [model for model in tables() if not model.__name__.endswith("History")]
    return sorted(capfirst(model._meta.verbose_name) for model in rows if model._meta.db_table not in opened)


def of(person: UUID) -> list[Entry]:
    """Read as the job "subject_access", within this one person."""
    order = {name: place for place, name in enumerate(FIRST)}
    known = sorted(tables(), key=lambda one: (one.__name__.endswith("History"), order.get(one.__name__, len(FIRST))))
    names = _Names()
    rows = [entry for model in known for entry in _entries(model, tables()[model], person, names)]
    return [*rows, *_messages(person), *_looked(person)]


class _Names:
    """Who and what the keys in these rows mean: two questions, however many rows."""

    def __init__(self) -> None:
        self.of = {
            User: dict(User.objects.values_list("pk", "name")),
            Service: dict(Service.objects.values_list("pk", "name")),
        }

    def __call__(self, model: type[models.Model], key: Any) -> str:
        return self.of.get(model, {}).get(key, "")


def _entries(model: type[models.Model], path: Path, person: UUID, names: _Names) -> Iterator[Entry]:
    rows = model._base_manager.filter(**{"__".join((*path, "pk")): person})
    for row in rows:
        yield _entry(row, names)
        if model is Referral and row.words:
            yield _asked_in_words(row)


def _entry(row: models.Model, names: _Names) -> Entry:
    kind = type(row).__name__
    lines, raw = [], {}
    for field in row._meta.concrete_fields:
        if field.name in INSIDE or (isinstance(row, Referral) and field.name == "words"):
            continue
        raw[field.attname] = getattr(row, field.attname)
        if said := _said(row, field, names):
            lines.append((capfirst(str(field.verbose_name)), said))
    others = str(OTHERS_WORDS.get(kind.removesuffix("History"), ""))
    return Entry(_key(row), _section(row._meta), tuple(lines), raw, others)


def _key(row: models.Model) -> str:
    """What a row was earlier goes, and stays out, with what it is now."""
    if type(row).__name__.endswith("History"):
        return f"{row._meta.db_table.removesuffix('history')}:{row.pgh_obj_id}:{row.pk}"
    return f"{row._meta.db_table}:{row.pk}"


def _section(meta: Any) -> str:
    name = capfirst(str(meta.verbose_name))
    return _("Earlier: %(what)s") % {"what": name} if meta.object_name.endswith("History") else name


def _asked_in_words(row: Referral) -> Entry:
    title, lines = _("What whoever asked wrote"), ((_("Words"), row.words),)
    return Entry(f"words:{row.pk}", title, lines, {"words": row.words}, _("written by whoever asked"))


def _said(row: models.Model, field: Any, names: _Names) -> str:
    value = getattr(row, field.attname)
    if value in (None, "", [], {}):
        return ""
    if field.is_relation:
        return names(field.related_model, value)
    if field.choices:
        return str(getattr(row, f"get_{field.name}_display")())
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if hasattr(value, "hour"):
        return look.moment(value) if hasattr(value, "year") else localize(value)
    if hasattr(value, "year"):
        return date_format(value, "j F Y")
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _messages(person: UUID) -> Iterator[Entry]:
    """What we wrote to them. A code or a link opens nothing any more, and is left out all the same."""
    rows = Message.objects.filter(recipient_key=person, state=Sent.SENT).exclude(template="own_code")
    for row in rows.order_by("sent_at"):
        said = row.body.replace(PLACE_OF_LINK, "…")
        lines = ((_("Sent"), look.moment(row.sent_at)), (_("To"), row.to), (_("Words"), said))
        raw = {"channel": row.channel, "to": row.to, "sent_at": row.sent_at, "subject": row.subject, "body": said}
        yield Entry(f"message:{row.pk}", _("What we wrote to them"), lines, raw)


def _looked(person: UUID) -> Iterator[Entry]:
    """Whose workers opened a page with them on it, and on which days: bodies, not people."""
    rows = Access.objects.filter(person_ids__contains=[person], organisation_id__isnull=False)
    names = Organisation.objects.in_bulk()
    days = sorted({(at.date(), body) for body, at in rows.values_list("organisation_id", "at")}, key=str)
    for day, body in days:
        who = names[body].name if body in names else ""
        said = ((_("Day"), look.date_only(day)), (_("Workers of"), who))
        yield Entry(f"looked:{day} {body}", _("Who has looked"), said, {"day": day, "organisation": who})


def equality_of(referrals: list[UUID]) -> list[dict[str, Any]]:
    """What they told us about who they are: theirs to have, and in no page; straight into the file."""
    return equality.for_the_person(referrals)
