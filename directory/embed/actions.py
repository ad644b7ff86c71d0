"""Naming a website that may show our search box, and taking it off again."""

from django.db import transaction

from connect.audit.actions import rights_changed
from connect.people.models import Tenant, User
from directory.embed.models import Host


@transaction.atomic
def allow(name: str, *, by: User) -> Host:
    host, made = Host.objects.get_or_create(name=name, defaults={"by": by})
    if made:
        rights_changed(what="embed_allowed", about=Tenant.current().pk, by=by, detail=name)
    return host


@transaction.atomic
def disallow(name: str, *, by: User) -> None:
    if Host.objects.filter(name=name).delete()[0]:
        rights_changed(what="embed_ended", about=Tenant.current().pk, by=by, detail=name)
