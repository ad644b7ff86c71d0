"""What the licences of real postcodes ask to be said wherever they are used."""

from django.db.models import Q
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from connect.places.models import Postcode

# The licences fix these words. They ask for the year; the files do not carry one, so it is the year of reading.
ATTRIBUTION = format_lazy(
    _(
        "Contains OS data © Crown copyright and database right {year}. "
        "Contains Royal Mail data © Royal Mail copyright and database right {year}. "
        "Source: Office for National Statistics licensed under the Open Government Licence v.3.0."
    ),
    year=lazy(lambda: str(timezone.localdate().year), str)(),
)


def uses_real_postcodes() -> bool:
    """Whether any postcode held is not Kelderby's own (KX). Where real ones are, the first row read says so."""
    return Postcode.objects.filter(Q(postcode__lt="KX") | Q(postcode__gte="KY")).exists()
