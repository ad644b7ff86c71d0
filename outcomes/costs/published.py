"""What others have published about money and company: each with its year, what is counted in it, and whose it is."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Published:
    """Pounds for one person: for a year of it, or once. `low` and `high` are the range that is published."""

    key: str
    title: Any
    pounds: int
    low: int
    high: int
    each_year: bool
    counted: Any
    source: Any


FIGURES = {
    one.key: one
    for one in (
        Published(
            "dcms", _("A year of severe loneliness that is no more"), 9537, 9537, 9900, True,
            _("Wellbeing, health and work together. Most of it is the value of feeling better, and not money that"
              " anybody could spend. For severe or chronic loneliness only."),
            _("Department for Culture, Media and Sport, value per person and year"),
        ),
        Published(
            "befriending", _("Befriending, in its first year"), 35, 35, 35, False,
            _("Less treatment and support for mental health, in prices of about 2010. The befriending itself cost about"
              " £80: for each £1 spent, 44p came back."),
            _("Knapp and others, 2010"),
        ),
        Published(
            "befriending_life", _("Befriending, with the value of a better life"), 300, 300, 300, False,
            _("The same work with quality of life counted in. Never held beside the £35, which counts something"
              " else."),
            _("Knapp and others, as quoted since"),
        ),
        Published(
            "navigator", _("A community navigator"), 900, 900, 900, False,
            _("At least so much, for a cost of about £480 a person."),
            _("Knapp and others, as quoted since"),
        ),
        Published(
            "older", _("An older person over ten years"), 6000, 6000, 12000, False,
            _("What loneliness costs services over ten years; up to £12,000 over fifteen. Once, and not for each"
              " year."),
            _("Published estimates for commissioners"),
        ),
    )
}  # fmt: skip

CAUTIONS = (
    _("Modelled, not measured: nobody has seen this money. It is never added to what changed for people."),
    _("A model of five years of a service like this one found £7,131 for each person with it and £6,783 without:"
      " £768 for a year without loneliness. In 3.5% of its runs it saved money. It may well be worth its cost, and is"
      " unlikely to save any."),
    _("Evidence on costs is thin, and hard to come by. National totals in billions say nothing about one place."),
)  # fmt: skip
