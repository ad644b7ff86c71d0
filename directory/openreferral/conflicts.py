"""Where a feed says something else than people here do: their words stay, and the feed's wait on the desk."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from directory import document
from directory.keeping import proposing
from directory.models import ChangeRequest, Feed, Revision, Service
from directory.openreferral.record import Record
from directory.states import Decision, Via

Document = dict[str, Any]
# Worked out by us from a feed's words, not said by it: nothing to put before an editor.
DERIVED = {"kind", "needs", "audiences", "function", "wellbeing", "summary", "free", "contact_public", "attending"}


def settle(service: Service, told: Document, feed: Feed) -> bool:
    """`told` is what the feed says in the parts that are ours. True when somebody has to look at it."""
    now = document.of(service)
    names = [name for name in told if name not in DERIVED and not same(now.get(name), told[name])]
    differing = {name: told[name] for name in names if not _known(service, name, told[name])}
    open_ones = list(service.change_requests.filter(via=Via.FEED, state__in=proposing.OPEN).order_by("-made_at"))
    if open_ones and open_ones[0].proposed == differing:
        return True
    for each in open_ones:
        _overtake(each)
    if not differing or _refused(service, differing):
        return False
    proposing.propose(service, differing, via=Via.FEED, by_name=feed.name)
    return True


def _known(service: Service, name: str, said: Any) -> bool:
    """The feed said just this before somebody here changed it: they have seen it, and decided."""
    earlier = Revision.objects.filter(service=service, via=Via.FEED).values_list(f"document__{name}", flat=True)
    return any(same(each, said) for each in earlier[:20])


def _refused(service: Service, proposed: Document) -> bool:
    """An editor has said no to the very same; the feed saying it again is nothing new."""
    refused = ChangeRequest.objects.filter(service=service, via=Via.FEED, state=Decision.REFUSED)
    return any(all(same(each.proposed.get(name), value) for name, value in proposed.items()) for each in refused[:20])


def _overtake(request: ChangeRequest) -> None:
    request.state, request.decided_at = Decision.OVERTAKEN, timezone.now()
    request.decided_why = _("The feed says something else now")
    request.save(update_fields=["state", "decided_at", "decided_why"])


def same(one: Any, other: Any) -> bool:
    """The same but for the keys, which are ours on one side and the feed's on the other."""
    return _without_keys(one) == _without_keys(other)


def _without_keys(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _without_keys(each) for name, each in value.items() if name not in ("id", "place", "admins")}
    return [_without_keys(each) for each in value] if isinstance(value, list) else value


def told(record: Record, service: Service, rows: Mapping[str, list]) -> Document:
    """The parts of a document that this record speaks of, as JSON has them. `rows` are unsaved costs, places, times."""
    plain = {name: json(value) for name, value in record.fields.items() if name in document.FIELDS}
    return {
        **plain,
        "organisation": record.organisation,
        "costs": [_plain(row, document.COST) for row in rows["costs"]],
        "places": [{"id": str(row.pk), **_plain(row, document.PLACE)} for row in rows["places"]],
        "schedules": [
            {"id": str(row.pk), "place": str(row.location_id) if row.location_id else None}
            | _plain(row, document.TIMES)
            for row in rows["schedules"]
        ],
        **({"community": record.community} if record.community else {}),
    }


def _plain(row: object, names: tuple[str, ...]) -> Document:
    return {name: json(getattr(row, name)) for name in names}


def json(value: Any) -> Any:
    """As `directory.document` writes it."""
    if isinstance(value, list | tuple):
        return [json(each) for each in value]
    if value is None or isinstance(value, bool | int | float):
        return value
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
