"""Writes of the network: groups, their reach, their admins, and what they switch off."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from connect.audit.actions import rights_changed
from connect.identity import acting_as
from connect.messaging import links, messages
from connect.people.models import User
from connect.places.models import Area
from directory.models import OnlineCommunity
from directory.network import letters
from directory.network.models import Admin, Group, Reach, SaidBy, key_of


class ChangedMeanwhile(Exception):
    """Somebody else has changed this since the page was drawn."""


@transaction.atomic
def add(*, wards: Iterable[Area], made: Mapping[str, object], **said: Any) -> Group:
    """A group of the network; sent twice, made once."""
    members, counted_on = said.pop("members", None), said.pop("members_on", None)
    group = Group.objects.create(**said, **made)
    group.wards.set(wards)
    if members is not None:
        count(group, members=members, counted_on=counted_on or timezone.localdate(), said_by=SaidBy.STAFF)
    return group


@transaction.atomic
def change(group: Group, *, wards: Iterable[Area], seen: str, **said: Any) -> None:
    held = Group.objects.select_for_update(no_key=True).get(pk=group.pk)
    if held.changed_at.isoformat() != seen:
        raise ChangedMeanwhile
    for name, value in said.items():
        setattr(held, name, value)
    held.save(update_fields=[*said, "changed_at"])
    held.wards.set(wards)


@transaction.atomic
def count(group: Group, *, members: int, counted_on: date, said_by: str) -> None:
    """As they state it, and when. The latest day counts; an older one is kept beside it."""
    Reach.objects.update_or_create(
        group=group, counted_on=counted_on, defaults={"members": members, "said_by": said_by}
    )
    last = Reach.objects.filter(group=group).order_by("-counted_on").first()
    Group.objects.filter(pk=group.pk).update(members=last.members, members_on=last.counted_on, members_by=last.said_by)
    if group.service_id:  # its listing says the same
        OnlineCommunity.objects.filter(service=group.service_id).update(
            members=last.members, members_counted_on=last.counted_on
        )


@transaction.atomic
def gone(group: Group, *, by: User) -> None:
    """It is no more: its admins who look after nothing else are no longer kept."""
    Group.objects.filter(pk=group.pk).update(gone_at=timezone.now(), address="")
    for admin in list(group.looked_after_by.all()):
        remove(admin, group, by=by)


# ---------- whoever looks after a group ----------


@transaction.atomic
def add_admin(group: Group, *, email: str, name: str, phone: str, agreed_on: date, by: User) -> Admin:
    """The same address is the same admin, of one more group. What they switched off stays off."""
    key = key_of(email)
    fields = {"name": name, "phone": phone, "agreed_on": agreed_on}
    Admin.objects.bulk_create([Admin(id=key, email=email, **fields)], ignore_conflicts=True)
    Admin.objects.filter(pk=key).update(**fields)
    admin = Admin.objects.get(pk=key)
    admin.groups.add(group)
    rights_changed(what="network_admin", about=admin.pk, by=by, detail=str(group.pk))
    letters.welcome(admin, group)
    return admin


@transaction.atomic
def remove(admin: Admin, group: Group, *, by: User | None = None) -> None:
    """No longer of this group; of none, and nothing of them is kept."""
    admin.groups.remove(group)
    rights_changed(what="network_admin_off", about=admin.pk, by=by, detail=str(group.pk))
    if not admin.groups.exists():
        _forget(admin)


def _forget(admin: Admin) -> None:
    with acting_as("reminders"):
        messages.cancel(recipient_key=admin.pk)
    links.revoke(admin.pk)
    admin.delete()


@transaction.atomic
def switch(admin: Admin, *, on: bool) -> None:
    """Our letters, off or on again. What waits is called off at once."""
    Admin.objects.filter(pk=admin.pk).update(off_at=None if on else timezone.now())
    if not on:
        messages.cancel(recipient_key=admin.pk)


@transaction.atomic
def leave(admin: Admin) -> None:
    """They look after nothing any more, and say so themselves."""
    for group in list(admin.groups.all()):
        rights_changed(what="network_admin_off", about=admin.pk, detail=str(group.pk))
    admin.groups.clear()
    _forget(admin)
