"""Writing a story, having it read, publishing it, and taking it back; each step one conditional update."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from connect.identity import acting_as
from connect.people.models import User
from outcomes.stories.models import Story, StoryPage, StoryStep
from outcomes.stories.states import Told
from referrals.actions import SomebodyWasFaster, held
from referrals.models import Referral
from referrals.person import consents
from referrals.refusals import ReferralError
from referrals.states import Purpose


class NoYes(ReferralError):
    """They have not said yes to this, or took it back; or they are hidden, and then there is no story."""


class NotTheReader(ReferralError):
    """Whoever wrote it is not its second reader."""


class CannotMoveStory(ReferralError):
    """Not from where it is."""


class ChangedMeanwhile(ReferralError):
    """A colleague has changed it since the page was drawn; `now` is what they left."""

    def __init__(self, now: Story):
        super().__init__()
        self.now = now


@transaction.atomic
def begin(referral: Referral, *, by: User, made: Mapping[str, object], **shown: object) -> Story:
    """Written with them, who said yes to that."""
    _check_yes(referral, Purpose.STORY)
    fields = {"referral": held(referral), "written_by": by, **shown, **made}
    story, new = Story.objects.get_or_create(key=fields.pop("key"), defaults=fields)
    if new:
        _say(story, Told.DRAFT, by=by)
    return story


@transaction.atomic
def rewrite(story: Story, *, seen: int, by: User, **shown: object) -> Story:
    """Only while it is being written; whoever wrote last is not its reader."""
    _check_yes(story.referral, Purpose.STORY)
    rows = Story.objects.filter(pk=story.pk, state=Told.DRAFT, version=seen)
    if not rows.update(**shown, version=seen + 1, written_by=by, written_at=timezone.now(), read_by=None):
        raise ChangedMeanwhile(Story.objects.select_related("written_by").get(pk=story.pk))
    story.refresh_from_db()
    return story


@transaction.atomic
def offer(story: Story, *, by: User) -> Story:
    """It is ready for a second pair of eyes."""
    _check_yes(story.referral, Purpose.STORY)
    return _move(story, Told.WAITING, by=by)


@transaction.atomic
def send_back(story: Story, *, by: User, words: str) -> Story:
    """The second reader would have something changed, or the writer wants it back."""
    return _move(story, Told.DRAFT, by=by, words=words)


@transaction.atomic
def publish(story: Story, *, by: User) -> Story:
    """Read by somebody other than whoever wrote it, and agreed to by whose story it is."""
    held(story.referral)
    _check_yes(story.referral, Purpose.PUBLISH)
    if story.written_by_id == by.pk:
        raise NotTheReader
    story = _move(story, Told.PUBLISHED, by=by, read_by=by, published_at=timezone.now())
    _page(story)
    return story


@transaction.atomic
def withdraw(story: Story, *, by: User | None, words: str = "") -> Story:
    """At once, and for good: the page in the book is gone with it."""
    StoryPage.objects.filter(story=story).delete()
    return _move(story, Told.WITHDRAWN, by=by, words=words, withdrawn_at=timezone.now())


def yes_gone(referral: Referral, purpose: str) -> None:
    """Called when a yes is taken back, in that transaction. Without any yes at all nothing of theirs is left.

    As on their own page, whoever wrote it down: a worker who may not see the story ends it all the same.
    """
    if purpose not in (Purpose.PUBLISH, Purpose.STORY, Purpose.CONTACT):
        return
    with acting_as("own_page", scope=[referral.pk, referral.person_id]):
        rows = Story.objects.filter(referral=referral).exclude(state=Told.WITHDRAWN)
        for story in rows.filter(state=Told.PUBLISHED) if purpose == Purpose.PUBLISH else rows:
            withdraw(story, by=None)


def _check_yes(referral: Referral, purpose: str) -> None:
    now = Referral.objects.select_related("person").prefetch_related("consents").get(pk=referral.pk)
    if now.person.restricted or not now.agreed_to(Purpose.STORY) or not now.agreed_to(purpose):
        raise NoYes


def _move(story: Story, to: str, *, by: User | None, words: str = "", **changes: object) -> Story:
    if not story.can_move_to(to):
        raise CannotMoveStory
    if not Story.objects.filter(pk=story.pk, state=story.state, version=story.version).update(state=to, **changes):
        raise SomebodyWasFaster
    story.refresh_from_db()
    _say(story, to, by=by, words=words)
    return story


def _say(story: Story, to: str, *, by: User | None, words: str = "") -> None:
    # bulk: whoever ends everything may write this line, and need not be able to read it again
    StoryStep.objects.bulk_create(
        [StoryStep(story=story, referral_id=story.referral_id, to=to, by=by, words=words.strip())]
    )


def _page(story: Story) -> None:
    referral = (
        Referral.objects.select_related("team", "ward__parent").prefetch_related("consents").get(pk=story.referral_id)
    )
    yes = consents.latest(referral)[Purpose.PUBLISH, ""]
    page = StoryPage(
        story=story, scheme_id=referral.team.scheme_id, area=referral.ward.parent,
        until=yes.review_on or consents.runs_out(referral, timezone.localdate()),
        **{name: getattr(story, name) for name in Story.SHOWN},
    )  # fmt: skip
    StoryPage.objects.bulk_create([page])
