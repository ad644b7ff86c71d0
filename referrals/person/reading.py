"""What other pages read about somebody: flags that stand wherever their name does, and who is restricted."""

from datetime import date

from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from connect.people.models import User
from connect.people.roles import Role
from referrals.models import Particulars, Person, Referral, Restriction
from referrals.person import forms
from referrals.states import Safe


def flags(person: Person) -> list[str]:
    """In words, what whoever has them before them must know first. One query, or none where `particulars` is there."""
    if "particulars" in person._state.fields_cache:
        kept = person._state.fields_cache["particulars"]
    else:
        kept = Particulars.objects.filter(person=person).first()
    found = [_("Restricted: named people only")] if person.restricted else []
    if kept:
        found += kept.needs
    if person.safe_to_ring == Safe.NO:
        found.append(_("Do not ring"))
    return found


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
