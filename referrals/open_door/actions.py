"""What somebody without an account sets going: a knock, a referral, the end of one. Each works as a job of its own."""

import uuid
from collections.abc import Mapping
from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from connect.identity import acting_as
from connect.messaging import links
from connect.messaging.models import Link
from referrals import actions
from referrals.models import Outsider, Referral
from referrals.open_door import letters
from referrals.open_door.models import For, Knock
from referrals.safety import words
from referrals.safety.states import Door
from referrals.states import Source

MOST_TRIES = 5
OPEN_FOR = timedelta(hours=1)
DOORS = {Source.SELF: Door.SELF, Source.FAMILY: Door.SELF, Source.OUTSIDER: Door.OUTSIDE}


def knock(key: uuid.UUID, what: str, *, to: str, first_name: str = "") -> None:
    """Somebody would like a code, or a letter. Nobody is looked up here; the same key knocks once."""
    with acting_as("front_door", scope=[key]):
        Knock.objects.bulk_create([Knock(id=key, what=what, to=to, first_name=first_name)], ignore_conflicts=True)


@transaction.atomic
def try_code(pk: uuid.UUID, typed: str) -> Link | None:
    """The link that opens their own page, if this is the code of that knock: once, and after few tries never."""
    with acting_as("front_door", scope=[pk]):
        rows = Knock.objects.filter(pk=pk, what=For.OWN_PAGE)
        found = rows.select_for_update(no_key=True, of=("self",)).select_related("link").first()
        if found is None or not _opens(found, typed):
            rows.update(tries=F("tries") + 1)
            return None
        rows.update(used_at=timezone.now())
    code = found.link
    return links.mint("own_page", code.subject, code.scope, timezone.now() + OPEN_FOR, language=code.language)


def _opens(knock: Knock, typed: str) -> bool:
    """The code is worked out and compared even where there is none, so that the answer takes as long."""
    right = constant_time_compare(links.code(knock.link or Link()), typed)
    is_fresh = knock.used_at is None and knock.tries < MOST_TRIES
    return right and is_fresh and knock.link is not None and knock.link.works()


@transaction.atomic
def ask(
    *,
    person: Mapping[str, object],
    source: str,
    made: Mapping[str, object],
    outsider: Outsider | None = None,
    **more: object,
) -> Referral:
    """Somebody without an account asks. The rest as in actions.submit; whoever asked for another hears where to look.

    An outsider that is new is written with it; one that has proved their address was written before.
    """
    keys = {"person": uuid.uuid4(), "referral": uuid.uuid4()}
    scope = [*keys.values(), *([outsider.pk] if outsider else [])]
    with acting_as("front_door", key=made["key"], scope=scope):
        if outsider:
            _write(outsider)
        referral = actions.submit(
            person={"id": keys["person"], **person}, id=keys["referral"], source=source, outsider=outsider, by=None,
            made=made, **more,
        )  # fmt: skip
        words.heard(referral.words, referral=referral, where=DOORS[Source(source)])
        letters.where_to_look(referral)
    return referral


def _write(outsider: Outsider) -> None:
    if outsider._state.adding:
        outsider.save(force_insert=True)
    else:
        fields = {name: getattr(outsider, name) for name in ("name", "phone", "verified_at")}
        Outsider.objects.filter(pk=outsider.pk).update(**fields)


def proved(link: Link) -> None:
    """Whoever holds the link of a status page has the address that it was sent to."""
    Outsider.objects.filter(pk__in=link.scope, verified_at=None).update(verified_at=timezone.now())
