"""Which statistical areas make up a ward: each belongs to the ward in which most of its postcodes lie."""

from collections.abc import Iterable, Mapping

from django.db.models import Count

from connect.places.models import Area, Postcode


def areas_of_wards(wards: Iterable[Area]) -> Mapping[str, list[str]]:
    """{code of the ward: codes of its statistical areas}; approximate where a ward's border runs through one."""
    wards = list(wards)
    parts: dict[str, list[str]] = {ward.code: [] for ward in wards}
    for lsoa, ward in best_fit(ward.parent_id for ward in wards).items():
        if ward in parts:
            parts[ward].append(lsoa)
    return parts


def best_fit(authorities: Iterable[int | None]) -> Mapping[str, str]:
    """{code of the statistical area: code of its ward} in these authorities (by primary key); one statement."""
    rows = Postcode.objects.filter(ward__parent__in={one for one in authorities if one}).exclude(lsoa_code="")
    counted = rows.values_list("lsoa_code", "ward__code").annotate(n=Count("pk")).order_by("lsoa_code", "n")
    return {lsoa: ward for lsoa, ward, _n in counted.order_by("lsoa_code", "n", "-ward__code")}  # the last is the most
