"""A story: told with a yes, read by another, published with a yes of its own, gone at once when it is taken back."""

import io
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, IntegrityError, transaction
from django.urls import reverse
from PIL import Image

from connect.identity import acting_as, identify
from outcomes.framework.models import Outcome
from outcomes.stories import actions
from outcomes.stories.models import Story, StoryPage, StoryStep
from outcomes.stories.states import Told
from referrals.actions import new_key
from referrals.open_door import own_actions
from referrals.person import consenting
from referrals.states import Purpose

TOLD = {"title": "A table by the window", "called": "Arthur", "words": "He came on a Tuesday. He stayed.", "quotes": []}


def says_yes(cast, referral, *purposes):
    identify(cast.carl)
    for purpose in purposes:
        consenting.record(referral, purpose=purpose, decision="given", by=cast.carl)


@pytest.fixture
def story(cast, with_carl):
    says_yes(cast, with_carl, Purpose.STORY)
    tags = [Outcome.objects.get(code="A2.2").pk]
    return actions.begin(with_carl, by=cast.carl, made=new_key(), tags=tags, **TOLD)


@pytest.fixture
def published(cast, story):
    says_yes(cast, story.referral, Purpose.PUBLISH)
    actions.offer(story, by=cast.carl)
    identify(cast.tess)
    return actions.publish(Story.objects.get(), by=cast.tess)


def typed(client, referral, **more):
    form = client.get(reverse("story_new", args=[referral.pk])).context["form"]
    said = {"key": form["key"].value(), "seen": 1, "title": TOLD["title"], "called": "Arthur", "words": TOLD["words"]}
    return said | {"quotes": "“I have a chair there now”\n"} | more


def a_picture():
    raw = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "taken at 14 Canal Street"
    Image.new("RGB", (40, 30), "green").save(raw, "JPEG", exif=exif)
    return SimpleUploadedFile("a.jpg", raw.getvalue(), content_type="image/jpeg")


def test_without_their_yes_nothing_is_written_and_nothing_typed_is_lost(cast, sign_in, with_carl):
    carl = sign_in(cast.carl)
    page = carl.post(reverse("story_new", args=[with_carl.pk]), typed(carl, with_carl))
    assert (page.status_code, page.context["form"]["words"].value()) == (422, TOLD["words"])
    identify(cast.carl)
    assert not Story.objects.exists()


def test_sent_twice_it_is_one_story_and_its_picture_keeps_no_place(cast, sign_in, with_carl):
    says_yes(cast, with_carl, Purpose.STORY)
    carl = sign_in(cast.carl)
    said = typed(carl, with_carl, alt="A table", agreed="on")
    for _ in range(2):
        carl.post(reverse("story_new", args=[with_carl.pk]), said | {"file": a_picture()})
    identify(cast.carl)
    (story,) = Story.objects.all()
    assert (story.quotes, story.alt, b"Canal" in bytes(story.jpeg)) == (["I have a chair there now"], "A table", False)
    assert carl.get(reverse("story_picture", args=[story.pk])).headers["Content-Type"] == "image/jpeg"


def test_their_own_name_a_picture_without_words_or_yes_and_a_file_that_is_none_are_refused(cast, sign_in, with_carl):
    says_yes(cast, with_carl, Purpose.STORY)
    carl, address = sign_in(cast.carl), reverse("story_new", args=[with_carl.pk])
    page = carl.post(address, typed(carl, with_carl, words="Stanley came.", file=a_picture()))
    assert sorted(page.context["form"].errors) == ["agreed", "alt", "words"]
    page = carl.post(address, typed(carl, with_carl, file=SimpleUploadedFile("a.jpg", b"<svg/>")))
    assert page.context["form"].errors == {"file": ["This is no picture that we can show. Choose a JPEG, PNG or WebP"]}


def test_whoever_wrote_it_does_not_publish_it_on_the_page_or_past_it(cast, sign_in, story):
    says_yes(cast, story.referral, Purpose.PUBLISH)
    actions.offer(story, by=cast.carl)
    sign_in(cast.carl).post(reverse("story_step", args=[story.pk]), {"step": "publish"})
    identify(cast.carl)
    assert Story.objects.get().state == Told.WAITING
    with pytest.raises(IntegrityError), transaction.atomic():
        Story.objects.update(read_by=cast.carl)
    with pytest.raises(DatabaseError), transaction.atomic():
        StoryPage.objects.bulk_create(
            [StoryPage(story=story, scheme=cast.scheme, until="2099-01-01", title="x", words="x", called="x")]
        )


def test_without_the_second_yes_it_does_not_go_into_the_book(cast, sign_in, story):
    actions.offer(story, by=cast.carl)
    page = sign_in(cast.tess).post(reverse("story_step", args=[story.pk]), {"step": "publish"}, follow=True)
    assert "They have not said yes to that" in page.text
    identify(cast.tess)
    assert Story.objects.get().state == Told.WAITING


def test_sent_back_it_says_why_and_whoever_writes_last_is_not_its_reader(cast, sign_in, story):
    actions.offer(story, by=cast.carl)
    tess, address = sign_in(cast.tess), reverse("story_step", args=[story.pk])
    assert tess.post(address, {"step": "send_back", "words": ""}).status_code == 422
    tess.post(address, {"step": "send_back", "words": "The street is named"})
    identify(cast.tess)
    now = actions.rewrite(Story.objects.get(), seen=1, by=cast.tess, title="By the window")
    assert [(row.to, row.words) for row in StoryStep.objects.all()] == [
        ("draft", ""), ("waiting", ""), ("draft", "The street is named"),
    ]  # fmt: skip
    actions.offer(now, by=cast.tess)
    says_yes(cast, now.referral, Purpose.PUBLISH)
    identify(cast.tess)
    with pytest.raises(actions.NotTheReader):
        actions.publish(Story.objects.get(), by=cast.tess)


def test_two_who_write_at_once_lose_nothing(cast, sign_in, story):
    carl, address = sign_in(cast.carl), reverse("story_write", args=[story.pk])
    said = typed(carl, story.referral)
    identify(cast.tess)
    actions.rewrite(story, seen=1, by=cast.tess, words="Tess wrote this.")
    page = carl.post(address, said | {"words": "Carl wrote this."})
    assert (page.status_code, page.context["form"]["words"].value()) == (422, "Carl wrote this.")
    assert page.context["form"].non_field_errors()[0].startswith("Tess Orme changed it meanwhile")
    carl.post(address, {**said, "words": "Carl wrote this.", "seen": page.context["form"]["seen"].value()})
    identify(cast.carl)
    assert Story.objects.get().words == "Carl wrote this."


BOOK = {"carl": 1, "tess": 1, "cora": 1, "colm": 1, "dora": 1, "adam": 1, "nia": 0}


def test_in_the_book_it_names_nobody_and_is_read_by_the_scheme_and_its_commissioner(cast, sign_in, published):
    cast.colm.acting.area = cast.borough
    cast.colm.acting.save()
    address, found = reverse("story_book"), {}
    for who in BOOK:
        found[who] = len(sign_in(getattr(cast, who)).get(address).context["shown"])
        identify(getattr(cast, who))
        assert StoryPage.objects.count() == BOOK[who], who
    assert found == BOOK
    text = sign_in(cast.colm).get(address).text
    assert [part in text for part in ("He stayed.", "Arthur", "Ames", str(published.referral_id))] == [
        True, False, False, False,
    ]  # fmt: skip
    assert sign_in(cast.rosa).get(address).status_code == 404
    assert sign_in(cast.carl).get(address, {"from": "1999-01-01"}).status_code == 404


@pytest.mark.parametrize("way", ["button", "own_page", "publish", "everything", "restricted"])
def test_taken_back_it_is_gone_at_once_whoever_takes_it_back(cast, sign_in, published, way):
    referral = published.referral
    if way == "button":
        sign_in(cast.carl).post(reverse("story_step", args=[published.pk]), {"step": "withdraw"})
    elif way == "own_page":
        with acting_as("own_page", scope=[referral.pk, referral.person_id]):
            own_actions.take_back(referral, purpose=Purpose.PUBLISH)
    elif way == "publish":
        form = {"purpose": "publish", "said": "no"}
        sign_in(cast.carl).post(reverse("story_yes", args=[referral.pk]), form)
    elif way == "everything":
        with acting_as("own_page", scope=[referral.pk, referral.person_id]):
            own_actions.stop(referral)
    else:
        from referrals.person import restricting

        identify(cast.tess)
        restricting.restrict(referral, why="abuse", by=cast.tess, owner=cast.carl)
    with acting_as("seed"):
        assert (Story.objects.get().state, StoryPage.objects.count()) == (Told.WITHDRAWN, 0)


@pytest.mark.parametrize("who", ["nia", "cora", "rosa", "colm", "vera"])
def test_nobody_else_sees_a_story_before_it_is_in_the_book(cast, sign_in, story, who):
    somebody = sign_in(getattr(cast, who))
    pages = [reverse("stories", args=[story.referral_id]), reverse("story_new", args=[story.referral_id])]
    pages += [reverse(name, args=[story.pk]) for name in ("story", "story_write", "story_picture")]
    assert {somebody.get(address).status_code for address in pages} == {404}
    assert somebody.post(reverse("story_step", args=[story.pk]), {"step": "withdraw"}).status_code == 404
    identify(getattr(cast, who))
    assert (Story.objects.count(), StoryStep.objects.count(), StoryPage.objects.count()) == (0, 0, 0)


def test_what_waits_for_a_reader_stands_on_their_day_and_not_on_the_writers(cast, sign_in, story):
    actions.offer(story, by=cast.carl)
    rows = {
        who: len(sign_in(getattr(cast, who)).get(reverse("stories_waiting")).context["rows"])
        for who in ("tess", "carl", "cora")
    }
    assert rows == {"tess": 1, "carl": 0, "cora": 0}
    assert "Stories to read" in sign_in(cast.tess).get(reverse("today")).text
    assert sign_in(cast.tess).get(reverse("story", args=[uuid.uuid4()])).status_code == 404
