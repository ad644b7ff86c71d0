"""Which addresses may stand in a listing: a group's, never a person's, and never one that only looks like it."""

import pytest

from directory import addresses

GROUP, PAGE = "facebook_group", "facebook_page"


@pytest.mark.parametrize(
    ("given", "platform", "kept"),
    [
        ("https://www.example.org/club", None, "https://www.example.org/club"),
        ("www.example.org", None, "https://www.example.org"),
        ("HTTPS://WWW.Example.ORG/Club", None, "https://www.example.org/Club"),
        ("http://example.org:8080/a?b=c#d", None, "http://example.org:8080/a?b=c#d"),
        ("https://www.facebook.com/groups/kelderby.walks", GROUP, "https://www.facebook.com/groups/kelderby.walks"),
        ("https://m.facebook.com/groups/123456", GROUP, "https://m.facebook.com/groups/123456"),
        ("https://www.facebook.com/pages/Lunch/123", PAGE, "https://www.facebook.com/pages/Lunch/123"),
        ("https://chat.whatsapp.com/AbCdEf", "whatsapp", "https://chat.whatsapp.com/AbCdEf"),
        ("https://discord.gg/abc", "discord", "https://discord.gg/abc"),
        ("https://www.meetup.com/kelderby-walks/", "meetup", "https://www.meetup.com/kelderby-walks/"),
        ("https://nextdoor.co.uk/g/abc/", "nextdoor", "https://nextdoor.co.uk/g/abc/"),
        ("https://tŷ-croeso.cymru/", None, "https://xn--t-croeso-t2b.cymru/"),
        ("https://meetup.kelderby.example.org/", None, "https://meetup.kelderby.example.org/"),
        ("https://face.example.org/book", None, "https://face.example.org/book"),
    ],
)
def test_an_address_is_kept_as_its_owner_writes_it(given, platform, kept):
    assert addresses.check(given, platform) == kept


@pytest.mark.parametrize(
    "person",
    [
        "https://www.facebook.com/profile.php?id=100001",
        "https://www.facebook.com/people/Jean-Pargeter/100001/",
        "https://m.facebook.com/profile.php?id=100001",
        "https://m.me/jean.pargeter",
        "https://www.messenger.com/t/jean.pargeter",
        "https://wa.me/447700900123",
        "https://api.whatsapp.com/send?phone=447700900123",
        "https://nextdoor.co.uk/profile/abc",
        "https://discord.com/users/1234",
        "https://www.meetup.com/members/12345/",
    ],
)
@pytest.mark.parametrize("sure", [False, True])
def test_a_persons_profile_is_nobodys_group_however_sure_somebody_is(person, sure):
    with pytest.raises(addresses.PersonalProfile) as refused:
        addresses.check(person, sure=sure)
    assert refused.value.messages == ["This is a person’s own profile. Give the address of the group or page instead"]


@pytest.mark.parametrize("platform", [None, PAGE])
def test_a_bare_username_may_be_anybodys_so_somebody_has_to_look(platform):
    bare = "https://www.facebook.com/StMarksLunchClub"
    with pytest.raises(addresses.WhoseIsIt):
        addresses.check(bare, platform)
    assert addresses.check(bare, platform, sure=True) == bare
    with pytest.raises(addresses.WhoseIsIt):
        addresses.check("https://www.instagram.com/kelderbywalks/", "instagram")


@pytest.mark.parametrize(
    "host",
    [
        "www.faceb00k.com",
        "facebok.com",
        "facebook.com.example.org",
        "login-facebook.example.org",
        "fаcebook.com",  # a Cyrillic а
        "xn--fcebook-2fg.com",
        "facébook.com",
        "faсеbооk.com",
        "instagrarn.com",
        "vvhatsapp.com",
        "1nstagram.com",
        "meetυp.com",
        "d1scord.com",
        "nextd00r.co.uk",
        "xn--80ak6aa92e.com",
    ],
)
def test_what_only_looks_like_an_address_one_knows_is_refused(host):
    with pytest.raises(addresses.LookAlike):
        addresses.check(f"https://{host}/groups/1")


@pytest.mark.parametrize(
    "given",
    [
        "",
        "lunch club",
        "javascript:alert(1)",
        "data:text/html,hello",
        "ftp://example.org",
        "https://user:secret@example.org",
        "https://facebook.com@example.org/groups/1",
        "https://127.0.0.1/",
        "https://2130706433/",
        "https://[::1]/",
        "https://localhost/",
        "https://printer.local/",
        "https://example",
        "https://exa mple.org",
        "https://example.org\\@evil.example",
        "https://example.org:99999/",
        "https://" + "a" * 600 + ".org",
        "mailto:olive@example.org",
        "https://xn--\u200d.org",
    ],
)
def test_what_is_no_address_is_said_to_be_none(given):
    with pytest.raises(addresses.Refused) as refused:
        addresses.check(given)
    assert refused.value.code == "invalid"


@pytest.mark.parametrize("given", ["https://bit.ly/3abc", "https://l.facebook.com/l.php?u=https%3A%2F%2Fevil.example"])
def test_an_address_that_hides_where_it_leads_is_refused(given):
    with pytest.raises(addresses.Refused) as refused:
        addresses.check(given)
    assert refused.value.code == "hidden"


@pytest.mark.parametrize(
    ("given", "platform", "code"),
    [
        ("https://www.facebook.com/StMarks", GROUP, "no_group"),
        ("https://www.facebook.com/profile.php?id=1", GROUP, "person"),
        ("https://www.example.org/groups/1", GROUP, "elsewhere"),
        ("https://www.facebook.com/groups/1", "whatsapp", "elsewhere"),
    ],
)
def test_a_community_has_an_address_of_its_own_platform(given, platform, code):
    with pytest.raises(addresses.Refused) as refused:
        addresses.check(given, platform)
    assert refused.value.code == code
