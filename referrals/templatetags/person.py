"""What stands wherever somebody's name does: what to know first."""

from django import template

from referrals.models import Person
from referrals.person import reading
from referrals.states import Purpose

register = template.Library()


@register.inclusion_tag("referrals/person/_flags.html")
def flags(person: Person) -> dict[str, object]:
    """Bring `person__particulars` along with select_related where there are many."""
    return {"flags": reading.flags(person)}


@register.filter
def purpose(code: str) -> str:
    said = str(Purpose(code).label)
    return said[:1].upper() + said[1:]
