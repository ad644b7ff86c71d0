"""What other pages read about somebody: flags that stand wherever their name does, and who is restricted."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from connect.people.models import User
from connect.people.roles import Role
from referrals.models import Particulars, Person, Referral, Restriction
from referrals.person import forms
from referrals.states import Safe

NEEDED = ("formats", "supports", "professionals", "spoken_language", "interpreter")


def flags(person: Person) -> list[str]:
    """In words, what whoever has them before them must know first. One query, or none where `particulars` is there."""
    if "particulars" in person._state.fields_cache:
        kept = person._state.fields_cache["particulars"]
    else:
        kept = Particulars.objects.filter(person=person).first()
    return said_first(restricted=person.restricted, needs=kept.needs if kept else [], ring=person.safe_to_ring)


def said_first(*, restricted: bool, needs: list[str], ring: str) -> list[str]:
    found = [_("Restricted: named people only")] if restricted else []
    return [*found, *needs, *([_("Do not ring")] if ring == Safe.NO else [])]


def needs_of(people: Iterable[UUID]) -> dict[UUID, list[str]]:
    """Person -> every need in words, for a list of them: one query, however many they are."""
    kept = Particulars.objects.filter(person__in=people)
    return {one.person_id: one.needs for one in kept.only("person_id", *NEEDED)}


def restriction_of(referral: Referral) -> Restriction | None:
    return Restriction.objects.filter(person=referral.person_id, ended_at=None).first()


def restrictions_for(user: User) -> QuerySet[Restriction]:
    """Those that hold: to a lead the ones they are named on, to the data protection officer all, without who it is."""
    rows = Restriction.objects.filter(ended_at=None).exclude(set_at=None)
    if user.acting and user.acting.role == Role.DPO:
        return rows
    mine = Referral.objects.visible_to(user).exclude(named=None)
    return rows.filter(person__in=mine.values("person"))


def shown(name: str, value: object) -> str:
    """One field as a page says it: choices by their words, days written out, nothing as nothing."""
    field = forms.ParticularsForm.base_fields[name]
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, date):
        return date_format(value, "j F Y")
    choices = {code: str(label) for code, label in getattr(field, "choices", [])}
    said = value if isinstance(value, list) else [value or ""]
    return ", ".join(choices.get(one, str(one)) for one in said if one) or _("nothing")
