"""The demo's own befriending stands there, whoever else was played before it."""

from connect.identity import acting_as
from referrals.befriending import demo
from referrals.befriending.models import BefrienderMatch, Volunteer


def test_vera_has_whom_she_visits_though_other_lives_were_played_before(scheme, volunteer):
    volunteer("Somebody Played")
    with acting_as("seed"):
        for _twice in range(2):
            demo.load(scheme.rosa, scheme.carl, scheme.cleo, scheme.vera)
        assert Volunteer.objects.filter(user=scheme.vera).count() == 1
        assert BefrienderMatch.objects.get(volunteer__user=scheme.vera).state == "going"
