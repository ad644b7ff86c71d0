"""What waits for a second reader."""

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from connect.people.access import may
from connect.people.models import User
from outcomes.stories.models import Story
from outcomes.stories.states import Told
from referrals.caseload.today import Line
from referrals.models import Referral


def lines(user: User) -> list[Line]:
    if not may(user, "STORY", "U"):
        return []
    return [Line(_("Stories to read"), waiting_for(user).count(), reverse("stories_waiting"))]


def waiting_for(user: User) -> QuerySet[Story]:
    """Written by a colleague, about somebody this reader works with."""
    mine = Referral.objects.visible_to(user).exclude(connector=None)
    return Story.objects.filter(state=Told.WAITING, referral__in=mine).exclude(written_by=user)
