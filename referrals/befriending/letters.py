"""What is written to volunteers, to those who know them and to whoever looks after them. No name of a person in any."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from uuid import UUID

from django.utils import timezone

from connect.identity import acting_as
from connect.messaging import hours, links, messages
from connect.messaging.models import Link
from connect.people.models import Membership, Team, User
from connect.people.roles import Role
from referrals.befriending.models import BefrienderMatch, Referee, Volunteer

CONFIRM_DAYS, REFEREE_DAYS, ASKED_DAYS, LINK_DAYS = 14, 30, 14, 30
AFTER_A_VISIT = time(17)


def confirm(volunteer: Volunteer) -> None:
    """Is this address yours? Without that, nobody is written to any more."""
    link = _link("volunteer", volunteer.pk, [volunteer.pk], CONFIRM_DAYS, volunteer.language)
    _queue(volunteer, "volunteer_confirm", f"confirm:{volunteer.pk}", link)


def reference(referee: Referee) -> None:
    link = _link("reference", referee.pk, [referee.pk], REFEREE_DAYS)
    context = {"name": referee.name.split(" ")[0], "about": referee.about, "until": link.expires_at}
    with acting_as("reminders"):
        messages.queue(
            recipient_key=referee.pk, cause=f"reference:{referee.pk}", channel="email", to=referee.email,
            template="reference_asked", context=context | _team(referee.team), about_id=referee.volunteer_id,
            under_id=referee.team.scheme_id, nation=referee.team.organisation.nation, link=link,
            useless_after=link.expires_at,
        )  # fmt: skip


def asked(match: BefrienderMatch) -> None:
    """Would you like to meet somebody? Its link opens the match, and neither the person nor their referral."""
    link = _link("befriend", match.pk, [match.pk, match.volunteer_id], ASKED_DAYS, match.volunteer.language)
    _queue(match.volunteer, "befriender_asked", f"asked:{match.pk}", link, match=match)
    BefrienderMatch.objects.filter(pk=match.pk).update(asked_at=timezone.now())


def meeting(match: BefrienderMatch) -> None:
    """It is arranged: when; whom and where stands behind the link."""
    _queue(match.volunteer, "befriender_meeting", f"meeting:{match.pk}:{match.meets_at:%Y%m%d%H%M}",
           visits_link(match), match=match, useless_after=match.meets_at)  # fmt: skip


def visits_link(match: BefrienderMatch, days: int = LINK_DAYS) -> Link:
    """To this match; of a group, to everybody who meets in it, so that one register will do."""
    scope = list(dict.fromkeys(key for one in [match, *BefrienderMatch.objects.beside(match)] for key in one.scope))
    return _link("befriender", match.pk, scope, days, match.volunteer.language)


def log(match: BefrienderMatch) -> None:
    """How was it? At five on the day; one link, one page, a minute."""
    at = hours.at(match.next_on, AFTER_A_VISIT)
    _queue(match.volunteer, "befriender_log", f"log:{match.pk}:{match.next_on}", visits_link(match), match=match,
           due_at=max(at, timezone.now()))  # fmt: skip


def thanks(match: BefrienderMatch) -> None:
    """It is over, and it was good of them. Every link about these two is shut."""
    stop(match)
    _queue(match.volunteer, "befriender_thanks", f"thanks:{match.pk}", None, match=match)
    BefrienderMatch.objects.filter(pk=match.pk).update(thanked_at=timezone.now())


def stop(match: BefrienderMatch) -> None:
    links.revoke(match.pk)
    messages.cancel(recipient_key=match.volunteer_id, about_id=match.referral_id)


def missed(match: BefrienderMatch) -> int:
    """To whoever coordinates: something was not heard. Whom it is about stands inside."""
    return sum(_to_colleague(one, "befriender_missed", f"missed:{match.pk}:{match.next_on}", match.referral_id, {})
               for one in coordinators(match.team))  # fmt: skip


def digest(member: Membership, counts: Mapping[str, int], week: str) -> bool:
    return _to_colleague(member, "befriender_digest", f"befriender_digest:{week}", None, counts)


def coordinators(team: Team) -> list[Membership]:
    """Whoever coordinates volunteers there; where nobody does, whoever leads the team."""
    here = list(Membership.objects.current().filter(team=team, role__in=[Role.COO, Role.TL]).select_related("user"))
    return [one for one in here if one.role == Role.COO] or here


def _to_colleague(
    member: Membership, template: str, cause: str, about: UUID | None, more: Mapping[str, object]
) -> bool:
    user: User = member.user
    with acting_as("reminders"):
        messages.queue(
            recipient_key=user.pk, cause=cause, channel="email", to=user.email, template=template,
            context={"name": user.first_name, **more}, about_id=about, under_id=member.team and member.team.scheme_id,
        )  # fmt: skip
    return True


def _link(purpose: str, subject: UUID, scope: list[UUID], days: int, language: str = "en") -> Link:
    return links.mint(purpose, subject, scope, timezone.now() + timedelta(days=days), language=language)


def _team(team: Team) -> dict[str, str]:
    return {"team": team.name, "phone": team.phone}


def _queue(volunteer: Volunteer, template: str, cause: str, link: Link | None, *,
           match: BefrienderMatch | None = None, due_at: datetime | None = None,
           useless_after: datetime | None = None) -> None:  # fmt: skip
    team = Team.objects.select_related("organisation").get(pk=volunteer.team_id)
    context = {"name": volunteer.first_name, "until": link.expires_at if link else None, **_team(team)}
    if match:
        context |= {"meets_at": match.meets_at, "kind": match.kind}
    with acting_as("reminders"):
        messages.queue(
            recipient_key=volunteer.pk, cause=cause, channel="email", to=volunteer.email, template=template,
            context=context, language=volunteer.language, about_id=match.referral_id if match else volunteer.pk,
            under_id=team.scheme_id, nation=team.organisation.nation, link=link, due_at=due_at,
            useless_after=useless_after or (link.expires_at if link else None),
        )  # fmt: skip
