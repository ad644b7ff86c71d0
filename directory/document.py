"""A listing as one plain document: what forms fill in, proposals change, history keeps and spreadsheets carry."""

import uuid
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from connect.people.models import Organisation
from connect.places.find import PlaceError, normalise
from connect.places.models import Postcode
from directory.models import (
    Audience,
    CommunityAdmin,
    CostOption,
    Location,
    Need,
    OnlineCommunity,
    Schedule,
    Service,
    ServiceAtLocation,
)

Document = dict[str, Any]

FIELDS = (
    "name", "summary", "description", "kind", "function", "wellbeing", "publish_from", "publish_until", "status",
    "shut_from", "reopens_on", "shut_because", "attending", "reach_metres", "fees", "free", "minimum_age",
    "maximum_age", "gender", "who_comes", "not_for", "first_time", "good_to_know", "joining", "how_to_join",
    "met_at_door", "met_by", "languages", "transport", "personal_budget", "contact_name", "contact_phone",
    "contact_email", "contact_public", "url",
)  # fmt: skip
CODES: dict[str, type[models.Model]] = {"needs": Need, "audiences": Audience}
COST = ("option", "amount", "amount_description")
PLACE = (
    "name", "address_1", "address_2", "city", "postcode", "easting", "northing", "step_free", "step_free_note",
    "hearing_loop", "hearing_loop_note", "accessible_toilet", "changing_place", "blue_badge_parking", "quiet_space",
    "access_note", "directions", "transport", "address_public", "uprn",
)  # fmt: skip
TIMES = (
    "freq", "interval", "byday", "bymonthday", "dtstart", "valid_to", "except_on", "also_on", "term_time",
    "not_on_bank_holidays", "opens_at", "closes_at", "description",
)  # fmt: skip
COMMUNITY = (
    "platform", "address", "members", "members_counted_on", "is_open", "not_for", "posts", "answers",
    "last_active_on", "joining_steps", "safe_to_join", "without_it",
)  # fmt: skip
ADMIN = ("name", "about", "agreed_on", "trained_on", "training")
PARTS = (*FIELDS, "organisation", "instead", *CODES, "costs", "places", "schedules", "community")
# What a reader would ring, write to or press: a wrong one sends people to a stranger, so two editors agree.
LONGEST_NAME = Organisation._meta.get_field("name").max_length
REACHED_BY = ("url", "contact_phone", "contact_email", "community")


class NotADocument(ValueError):
    """A part that no listing has, or a value it cannot hold: `errors` maps the part to what is wrong with it."""

    def __init__(self, errors: Mapping[str, list[str]]):
        super().__init__(", ".join(errors))  # the parts alone: a value may be somebody's phone number
        self.errors = dict(errors)


def of(service: Service) -> Document:
    """The whole of a listing in JSON's own types. Its key, checks and history are not part of it."""
    return _whole(service, OnlineCommunity.objects.filter(pk=service.pk).first())


def of_each(services: models.QuerySet[Service]) -> Iterator[tuple[Service, Document]]:
    """The same for many, asked for together: exports and imports go through thousands."""
    together = ("needs", "audiences", "costs", "locations", "schedules", "community__admins")
    rows = services.select_related("organisation", "feed", "community").prefetch_related(*together)
    for service in rows.iterator(chunk_size=200):
        yield service, _whole(service, getattr(service, "community", None))


def _whole(service: Service, community: OnlineCommunity | None) -> Document:
    return {
        **_plain(service, FIELDS),
        "organisation": service.organisation.name,
        "instead": str(service.instead_id) if service.instead_id else None,
        **{name: sorted(row.pk for row in getattr(service, name).all()) for name in CODES},
        "costs": [_plain(cost, COST) for cost in service.costs.all()],
        "places": [{"id": str(place.pk), **_plain(place, PLACE)} for place in service.locations.all()],
        "schedules": [_times(each) for each in service.schedules.all()],
        "community": _of_community(community) if community else None,
    }


def problems(part: Mapping[str, Any]) -> dict[str, list[str]]:
    """What would not fit, part by part, without writing anything. Codes and bodies are not looked up."""
    found: dict[str, list[str]] = {}
    rows = [(Service(), part, FIELDS, "")]
    rows += [(CostOption(), cost, COST, "costs") for cost in part.get("costs") or ()]
    rows += [(Location(), place, PLACE, "places") for place in part.get("places") or ()]
    rows += [(Schedule(), each, TIMES, "schedules") for each in part.get("schedules") or ()]
    if community := part.get("community"):
        rows += [(OnlineCommunity(), community, COMMUNITY, "community")]
        rows += [(CommunityAdmin(), admin, ADMIN, "community") for admin in community.get("admins") or ()]
    for row, said, names, name in rows:
        try:
            _cleaned(row, {each: said[each] for each in names if each in said}, name)
        except NotADocument as problem:
            for each, words in problem.errors.items():
                found.setdefault(each, []).extend(words)
    return found


def differences(was: Mapping[str, Any], proposed: Mapping[str, Any]) -> list[str]:
    """The parts of `proposed` that say something else than `was`, in the order of a listing."""
    return [part for part in PARTS if part in proposed and proposed[part] != was.get(part)]


def check_shape(part: Mapping[str, Any]) -> None:
    """Raises NotADocument where JSON holds what no form would send: words for a list, a key that is none."""
    wrong = [name for name, value in part.items() if name in PARTS and not _has_shape(name, value)]
    if wrong:
        raise NotADocument({name: [_("This is not how a listing says it")] for name in wrong})


def _has_shape(name: str, value: Any) -> bool:
    if name in ("costs", "places", "schedules"):
        return _are(dict, value) and all(_is_key(each.get(key)) for each in value for key in ("id", "place"))
    if name == "community":
        return value is None or (isinstance(value, dict) and _are(dict, value.get("admins", [])))
    if name in (*CODES, "wellbeing", "languages"):
        return _are(str, value)
    if name == "organisation":
        return isinstance(value, str) and 0 < len(value.strip()) <= LONGEST_NAME
    return _is_key(value) if name == "instead" else not isinstance(value, dict | list)


def _are(kind: type, value: Any) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(each, kind) for each in value)


def _is_key(value: Any) -> bool:
    try:
        return not value or bool(uuid.UUID(value))
    except (ValueError, AttributeError, TypeError):
        return False


@transaction.atomic
def apply(service: Service, part: Mapping[str, Any]) -> list[str]:
    """Make the listing say what this part of a document says; returns the parts that changed.

    Raises NotADocument, with nothing changed, when a part is unknown or a value does not fit. A listing that is not
    saved yet is made.
    """
    unknown = [name for name in part if name not in PARTS]
    if unknown:
        raise NotADocument({name: [_("No listing has this")] for name in unknown})
    changed = differences(of(service), part) if not service._state.adding else list(part)
    values = _cleaned(service, {name: part[name] for name in changed if name in FIELDS})
    for name, value in values.items():
        setattr(service, name, value)
    if "organisation" in changed:
        service.organisation = Organisation.objects.get_or_create(name=part["organisation"].strip())[0]
    if "instead" in changed:
        service.instead = Service.objects.filter(pk=part["instead"]).first() if part["instead"] else None
    service.save()
    for name in (name for name in changed if name in AFTER):
        AFTER[name](service, part[name])
    return changed


def _plain(row: models.Model, names: Iterable[str]) -> Document:
    return {name: _json(getattr(row, name)) for name in names}


def _json(value: object) -> object:
    if isinstance(value, list):
        return [_json(each) for each in value]
    if value is None or isinstance(value, str | bool | int | float):
        return str(value) if isinstance(value, models.TextChoices) else value
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _times(each: Schedule) -> Document:
    place = str(each.location_id) if each.location_id else None
    return {"id": str(each.pk), "place": place, **_plain(each, TIMES)}


def _of_community(community: OnlineCommunity) -> Document:
    return {**_plain(community, COMMUNITY), "admins": [_plain(admin, ADMIN) for admin in community.admins.all()]}


def _cleaned(row: models.Model, values: Mapping[str, Any], part: str = "") -> Document:
    """Each value as its field takes it. What it does not take is said by the name of the part, not repeated."""
    cleaned, errors = {}, {}
    for name, value in values.items():
        field = row._meta.get_field(name)
        try:
            said = field.get_default() if value is None and not field.null else value
            cleaned[name] = _as_its_field(field, said, row)
        except ValidationError as problem:
            errors.setdefault(part or name, []).extend(problem.messages)
        except (TypeError, ValueError, ArithmeticError):
            errors.setdefault(part or name, []).append(_("This is not how a listing says it"))
    if errors:
        raise NotADocument(errors)
    return cleaned


def _as_its_field(field: models.Field, value: object, row: models.Model) -> object:
    """A list is checked by its field, and left as it is written: days would stay words."""
    cleaned = field.clean(value, row)
    return [field.base_field.to_python(each) for each in cleaned] if isinstance(field, ArrayField) else cleaned


def _set_codes(name: str) -> Any:
    def set_them(service: Service, codes: Iterable[str]) -> None:
        known = set(CODES[name].objects.filter(pk__in=codes).values_list("pk", flat=True))
        if strange := sorted(set(codes) - known):
            raise NotADocument({name: [_("We do not know “%(code)s”") % {"code": code} for code in strange]})
        getattr(service, name).set(known)

    return set_them


def _set_costs(service: Service, costs: Iterable[Mapping[str, Any]]) -> None:
    service.costs.all().delete()
    for at, cost in enumerate(costs):
        row = CostOption(service=service, position=at)
        _fill(row, cost, COST, "costs").save()


def _set_places(service: Service, places: Iterable[Mapping[str, Any]]) -> None:
    """A place that other listings meet at too is theirs as well: a change here makes a place of our own."""
    held = {str(place.pk): place for place in service.locations.all()}
    kept = []
    for said in places:
        row = held.get(str(said.get("id"))) or Location(**({"pk": uuid.UUID(said["id"])} if _is_new(said) else {}))
        if not row._state.adding and _says_else(row, said) and row.services.exclude(pk=service.pk).exists():
            row = Location(**{name: getattr(row, name) for name in PLACE})
            service.schedules.filter(location_id=said["id"]).update(location=None)
        was = row.postcode, row.address_public
        _fill(row, said, PLACE, "places")
        _put_on_the_map(row, moved=(row.postcode, row.address_public) != was)
        row.save()
        ServiceAtLocation.objects.get_or_create(service=service, location=row)
        kept.append(row.pk)
    ServiceAtLocation.objects.filter(service=service).exclude(location__in=kept).delete()


def _put_on_the_map(place: Location, moved: bool) -> None:
    """In the middle of its postcode, where nobody has said better; a new postcode is a new place."""
    if not place.postcode or not (moved or place.easting is None):
        return
    try:
        spot = Postcode.objects.filter(pk=normalise(place.postcode)).first()
    except PlaceError as problem:
        raise NotADocument({"places": [problem.message]}) from problem
    if spot:
        place.postcode, place.easting, place.northing = spot.pk, spot.easting, spot.northing


def _is_new(said: Mapping[str, Any]) -> bool:
    return bool(said.get("id")) and not Location.objects.filter(pk=said["id"]).exists()


def _says_else(row: Location, said: Mapping[str, Any]) -> bool:
    now = _plain(row, PLACE)
    return any(said[name] != now[name] for name in PLACE if name in said)


def _set_schedules(service: Service, schedules: Iterable[Mapping[str, Any]]) -> None:
    """A schedule keeps its key, which registers and capacity hang on."""
    held = {str(each.pk): each for each in service.schedules.all()}
    places = {str(place.pk): place for place in service.locations.all()}
    kept = []
    for said in schedules:
        row = held.get(str(said.get("id"))) or Schedule(service=service)
        row.location = places.get(str(said.get("place")))
        _fill(row, said, TIMES, "schedules").save()
        kept.append(row.pk)
    service.schedules.exclude(pk__in=kept).delete()


def _set_community(service: Service, said: Mapping[str, Any] | None) -> None:
    if said is None:
        OnlineCommunity.objects.filter(pk=service.pk).delete()
        return
    row = OnlineCommunity.objects.filter(pk=service.pk).first() or OnlineCommunity(service=service)
    _fill(row, said, COMMUNITY, "community").save()
    if "admins" in said:
        row.admins.all().delete()
        for at, admin in enumerate(said["admins"]):
            _fill(CommunityAdmin(community=row, position=at), admin, ADMIN, "community").save()


def _fill(row: models.Model, said: Mapping[str, Any], names: Iterable[str], part: str) -> models.Model:
    for name, value in _cleaned(row, {name: said[name] for name in names if name in said}, part).items():
        setattr(row, name, value)
    return row


# In this order: a schedule names a place.
AFTER = {
    **{name: _set_codes(name) for name in CODES},
    "costs": _set_costs,
    "places": _set_places,
    "schedules": _set_schedules,
    "community": _set_community,
}
