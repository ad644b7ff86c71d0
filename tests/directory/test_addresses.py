"""Web addresses: the group itself, at the true host, and never somebody's own profile."""

import pytest

from directory.addresses import BadAddress, check, platform_of
from directory.states import Platform


@pytest.mark.parametrize(
    ("typed", "platform", "kept"),
    [
        ("https://www.facebook.com/groups/kelderby", "facebook_group", "https://www.facebook.com/groups/kelderby"),
        ("facebook.com/groups/123456/", "facebook_group", "https://www.facebook.com/groups/123456"),
        ("https://m.facebook.com/groups/123456/posts/99?ref=share#x", "facebook_group", "https://www.facebook.com/groups/123456"),
        ("en-gb.facebook.com/KelderbyLibrary?locale=en", "facebook_page", "https://www.facebook.com/KelderbyLibrary"),
        ("https://www.facebook.com/pages/Tea/12345/photos", "facebook_page", "https://www.facebook.com/pages/Tea/12345"),
        ("https://chat.whatsapp.com/AbC123", "whatsapp", "https://chat.whatsapp.com/AbC123"),
        ("https://discord.com/invite/abc", "discord", "https://discord.gg/abc"),
        ("meetup.com/en-GB/kelderby-walkers/events/", "meetup", "https://www.meetup.com/kelderby-walkers"),
        ("instagram.com/kelderbyknits?igshid=1", "instagram", "https://www.instagram.com/kelderbyknits"),
        ("https://nextdoor.co.uk/g/abc123/", "nextdoor", "https://nextdoor.co.uk/g/abc123"),
        ("www.example.org/our group?a=1", "", None),
        ("www.Example.org/what-we-do?a=1", "", "https://www.example.org/what-we-do?a=1"),
        ("http://example.org", "other", "http://example.org"),
        ("https://example.org/caffi-tŷ", "", "https://example.org/caffi-t%C5%B7"),
        ("https://facebookers-anonymous.example.org.uk", "", None),
        ("https://metup.org", "", "https://metup.org"),
    ],
)  # fmt: skip
def test_an_address_is_kept_as_the_thing_itself(typed, platform, kept):
    if kept is None:
        with pytest.raises(BadAddress):
            check(typed, platform)
    else:
        assert check(typed, platform) == kept
        assert check(kept, platform) == kept


@pytest.mark.parametrize(
    ("typed", "platform"),
    [
        ("https://www.facebook.com/profile.php?id=100012345", "facebook_group"),
        ("https://www.facebook.com/profile.php?id=100012345", ""),
        ("https://www.facebook.com/people/Jane-Smith/100012345", "facebook_page"),
        ("https://www.facebook.com/jane.smith.12", "facebook_group"),
        ("https://www.facebook.com/jane.smith", "facebook_page"),
        ("https://wa.me/447700900123", "whatsapp"),
        ("https://api.whatsapp.com/send?phone=447700900123", "whatsapp"),
        ("https://nextdoor.co.uk/profile/0123", "nextdoor"),
        ("https://discord.com/users/123", "discord"),
        ("https://www.meetup.com/members/123", "meetup"),
    ],
)
def test_somebodys_own_profile_is_never_a_groups_link(typed, platform):
    with pytest.raises(BadAddress):
        check(typed, platform)


@pytest.mark.parametrize(
    "typed",
    [
        "https://faceb00k.com/groups/1",
        "https://facebok.com/groups/1",
        "https://facebook.com.example.net/groups/1",
        "https://facebook-groups.com/groups/1",
        "https://www.facebook.co/groups/1",
        "https://fаcebook.com/groups/1",  # a Cyrillic а
        "https://xn--fcebook-8va.com/groups/1",
        "https://facebook.com@evil.example/groups/1",
        "https://facebook.com:8443/groups/1",
        "https://vvhatsapp.com/x",
        "https://lnstagrarn.com/x",
        "https://bit.ly/abc",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fevil.example",
    ],
)
@pytest.mark.parametrize("platform", ["", "facebook_group", "other"])
def test_what_only_looks_like_a_platform_is_refused(typed, platform):
    with pytest.raises(BadAddress):
        check(typed, platform)


@pytest.mark.parametrize(
    "typed",
    [
        "", "  ", "javascript:alert(1)", "data:text/html,x", "mailto:a@example.org", "ftp://example.org", "https://",
        "https://localhost/", "http://127.0.0.1/", "http://[::1]/", "http://2130706433/", "https://a b.org",
        "https://example.org\\@evil.example", "exam\x00ple.org", "https://exam\u200bple.org", "not an address",
        "https://example.org/" + "a" * 600, "http://[", "https://example.123",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused_with_something_to_do(typed):
    with pytest.raises(BadAddress) as refused:
        check(typed)
    assert refused.value.message != ""


@pytest.mark.parametrize("platform", ["facebook_group", "whatsapp", "discord"])
def test_a_link_has_to_be_on_the_platform_it_says(platform):
    with pytest.raises(BadAddress):
        check("https://www.example.org/groups/1", platform)


@pytest.mark.parametrize("path", ["", "groups", "groups/feed", "marketplace", "share/g/abc", "photo.php?fbid=1"])
def test_a_facebook_link_that_leads_to_no_group_is_refused(path):
    with pytest.raises(BadAddress):
        check(f"https://www.facebook.com/{path}", Platform.FACEBOOK_GROUP)


@pytest.mark.parametrize(
    ("typed", "platform"),
    [
        ("facebook.com/groups/1", "facebook_group"),
        ("facebook.com/KelderbyLibrary", "facebook_page"),
        ("discord.gg/x", "discord"),
        ("example.org", ""),
        ("nothing at all", ""),
    ],
)
def test_the_platform_is_read_from_the_address(typed, platform):
    assert platform_of(typed) == platform
