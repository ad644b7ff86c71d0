"""What others call a thing becomes a kind, needs and audiences of ours, or nothing; and editors may say otherwise."""

import json

import pytest
from django.core.management import CommandError, call_command

from directory.models import Meaning, Service
from directory.openreferral import record, writing
from directory.openreferral.meaning import Meanings
from directory.search import search
from tests.directory.openreferral import conftest

pytestmark = pytest.mark.django_db


def of(name="Something", text="", topics=(), marks=()):
    meant = Meanings().of(topics, marks, name, text)
    return meant.kind, sorted(meant.needs), sorted(meant.audiences)


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ({"name": "Kelderby Men’s Shed"}, ("group", ["company", "something_to_do"], ["men"])),
        ({"name": "Mill Lane Library"}, ("venue", ["getting_out", "something_to_do"], [])),
        ({"name": "Mill Lane Residents' Association"}, ("group", [], [])),
        ({"name": "Thursday Choir"}, ("activity", ["something_to_do"], [])),
        ({"text": "A telephone befriending scheme."}, ("befriending", ["company", "phone_chat"], [])),
        ({"topics": ["Befriending"]}, ("befriending", ["company"], [])),
        ({"marks": ["esdServiceType:328"]}, ("group", ["company", "people_like_me"], ["bereaved"])),
        ({"marks": ["http://id.esd.org.uk/service/272"]}, ("transport", ["getting_out", "practical_help"], [])),
        ({"topics": ["Make friends"]}, ("", ["company"], [])),  # what we call a need ourselves
        ({"topics": ["Parent, baby and toddler groups"]}, ("group", ["company", "people_like_me"], ["parents"])),
        ({"name": "Artful Motors"}, ("", [], [])),  # a word is a word, not a part of one
        ({"name": ""}, ("", [], [])),
    ],
)
def test_what_it_means_here(told, meant):
    assert of(**told) == meant


def test_a_topic_goes_before_the_name_and_the_name_before_the_text():
    assert of("The old library", "A telephone befriending scheme", ["Advice services"])[0] == "advice"
    assert of("The old library", "A telephone befriending scheme")[0] == "venue"


def test_a_topic_without_a_meaning_has_that_of_what_stands_above_it():
    Meaning.objects.create(said="esd:1", label="Clubs", kind="group")
    Meaning.objects.create(said="esd:2", label="Quilting", parent="esd:1")
    Meaning.objects.create(said="esd:3", parent="esd:3")  # round and round
    assert [of(marks=[mark])[0] for mark in ("esd:2", "ESD:2", "esd:3", "esd:4")] == ["group", "group", "", ""]


def test_what_nobody_knows_joins_the_list_once_for_editors_to_see(take):
    take(
        conftest.record("1", taxonomies=[{"name": "Quilting"}]), conftest.record("2", taxonomies=[{"name": "quilting"}])
    )
    line = Meaning.objects.get(said="quilting")
    assert (line.seen, line.means_something) == (2, False)


def test_a_need_or_audience_that_is_gone_is_not_meant():
    Meaning.objects.create(said="quilting", needs=["company", "no_such_need"], audiences=["nobody"])
    assert of(topics=["Quilting"]) == ("", ["company"], [])


def test_an_imported_listing_answers_our_filters(take):
    take(conftest.record("1", "St Ann's Men's Shed"), conftest.record("2", "Mill Motors"))
    found = search(needs=["company"], kinds=["group"])
    assert [hit.service.name for hit in found.hits] == ["St Ann's Men's Shed"]


def test_of_313_real_listings_most_get_a_kind_and_a_need(shared):
    """Looked at by hand, 40 drawn at random: 27 of the 30 kinds given were right, and the needs of 28 of 31."""
    raw = json.loads((shared / "oruk/samples/hounslow-2021/services.json").read_text())
    meanings, kinds, needs = Meanings(), 0, 0
    for told in map(record.read, raw):
        meant = meanings.of(told.topics, told.marks, told.fields["name"], writing._text(told))
        kinds, needs = kinds + bool(meant.kind), needs + bool(meant.needs)
    assert (len(raw), kinds >= 260, needs >= 235) == (313, True, True)
    assert Service.objects.count() == 0


def test_a_list_of_terms_gives_numbers_a_name_and_what_stands_above_them(tmp_path, capsys):
    file = tmp_path / "terms.csv"
    file.write_text("identifier,label,description,parent\n7,Clubs,,\n8,Quilting,,7\n9,Befriending,,\n,Nothing,,\n")
    Meaning.objects.create(said="list:7", kind="group")
    for _again in range(2):
        call_command("import_taxonomy", str(file), name="A list", prefix="list:")
    assert capsys.readouterr().out.splitlines() == ["3 of 4 terms taken"] * 2
    assert [of(marks=[mark])[0] for mark in ("list:7", "list:8", "list:9")] == ["group", "group", "befriending"]


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"\xff\xfe\x00"])
def test_a_file_that_is_no_list_is_said(tmp_path, content):
    file = tmp_path / "terms.csv"
    file.write_bytes(content)
    with pytest.raises(CommandError):
        call_command("import_taxonomy", str(file), name="A list")


def test_the_lists_at_hand_are_taken(shared):
    for name, count in (("dfe_family_service_categories", 49), ("esd_service_ids_seen", 47)):
        call_command("import_taxonomy", str(shared / f"oruk/taxonomies/{name}.csv"), name=name, prefix=f"{name[:3]}:")
        assert Meaning.objects.filter(taxonomy=name).count() == count
    assert of(marks=["dfe:11"])[0] == "group"
    assert of(marks=["esd:272"])[0] == "transport"
