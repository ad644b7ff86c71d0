"""Words that a licence lets one scheme use: keyed in by its lead with the particulars, shown to nobody else."""

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from connect.people.models import Scheme, User
from outcomes.measuring.models import LicensedWords
from outcomes.scoring.definitions import Licence, shipped

MAY_BE_LICENSED = (Licence.TENANT_ONLY, Licence.CONFIRM)


def instruments() -> list[str]:
    """Whose words do not ship, and may be keyed in by whoever may use them."""
    return [key for key, of in shipped().items() if of["licence"] in MAY_BE_LICENSED]


def of_scheme(scheme_id: UUID | None, language: str = "en") -> dict[str, LicensedWords]:
    """Instrument -> the newest words that hold today; in this language where there are any, else in English."""
    today = timezone.localdate()
    rows = LicensedWords.objects.filter(Q(until=None) | Q(until__gte=today), scheme=scheme_id, withdrawn_at=None)
    found: dict[str, LicensedWords] = {}
    for row in rows.filter(language__in={language, "en"}, licensed_on__lte=today).order_by("made_at"):
        before = found.get(row.instrument)
        if before is None or row.language == language or before.language != language:
            found[row.instrument] = row
    return found


@transaction.atomic
def key_in(scheme: Scheme, *, by: User, made: Mapping[str, object], **said: object) -> LicensedWords:
    """The same form twice is one; newer words of an instrument and language stand in the place of older ones."""
    fields = {"scheme": scheme, "made_by": by, **said, **made}
    row, _new = LicensedWords.objects.get_or_create(key=fields.pop("key"), defaults=fields)
    return row


def withdraw(row: LicensedWords, *, by: User) -> None:
    """From now on nobody is shown them; what was answered stays."""
    rows = LicensedWords.objects.filter(pk=row.pk, withdrawn_at=None)
    rows.update(withdrawn_at=timezone.now(), withdrawn_by=by)
