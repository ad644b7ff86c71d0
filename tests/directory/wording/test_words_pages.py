"""Dev keeps the words of the directory; what he changes counts at the next search."""

import re
from datetime import date

import pytest
from django.urls import reverse

from directory.models import Audience, KindGuide, Need, Schedule, SchoolTerm, Synonym
from directory.search import search
from directory.wording.views import _prefix


@pytest.fixture
def dev(cast, sign_in):
    return sign_in(cast.dev)


def add(client, table, **said):
    return client.post(reverse("desk_words", args=[table]), {"do": "add"} | {f"new-{n}": v for n, v in said.items()})


def change(client, table, row, do="save", **said):
    fields = {f"{_prefix(row)}-{name}": value for name, value in said.items()}
    return client.post(reverse("desk_words", args=[table]), {"do": do, "row": row.pk} | fields)


def errors(answer):
    return re.findall(r'<p class="error"[^>]*>(?:<span[^>]*>[^<]*</span>)?([^<]+)', answer.content.decode())


def test_a_line_of_the_thesaurus_counts_at_the_next_search(dev, listing, names):
    listing("Potters")
    assert names(search("zonkers")) != ["Potters"] or search("zonkers").eased
    assert add(dev, "synonyms", said="  Zonkers ", means="potters, clay").status_code == 302
    found = search("zonkers")
    assert (names(found), found.eased) == (["Potters"], "")
    line = Synonym.objects.get(pk="zonkers")
    assert line.means == ["potters", "clay"]
    change(dev, "synonyms", line, do="delete")
    assert search("zonkers").eased != ""


def test_another_wording_is_another_line_and_the_old_one_goes(dev):
    line = Synonym.objects.create(said="men's quib", means=["shed"])
    change(dev, "synonyms", line, said="men's quibble", means="shed, woodwork")
    kept = Synonym.objects.filter(said__startswith="men's quib").values_list("said", "means")
    assert list(kept) == [("men's quibble", ["shed", "woodwork"])]


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"said": "", "means": "x"}, "Enter what people say"),
        ({"said": "x", "means": ""}, "Enter at least one thing it may mean"),
        ({"said": "x", "means": " , ,"}, "Enter at least one thing it may mean"),
        ({"said": "?!", "means": "x"}, "Each phrase needs a letter or a figure"),
        ({"said": "x", "means": "tea, ?!"}, "Each phrase needs a letter or a figure"),
        ({"said": "taken words", "means": "x"}, "There is a line for “taken words” already"),
        ({"said": "x", "means": "y" * 81}, "Put a comma between the phrases; each may have 80 letters"),
        (
            {"said": "x", "means": ",".join(f"w{n}" for n in range(61))},
            "That is a lot. Keep the 60 that people say most",
        ),
    ],
)
def test_what_is_wrong_with_a_line_is_said_beside_the_field_and_what_was_typed_stays(dev, said, wrong):
    Synonym.objects.create(said="taken words", means=["tea"])
    before = Synonym.objects.count()
    answer = add(dev, "synonyms", **said)
    assert (errors(answer), Synonym.objects.count()) == ([wrong], before)
    assert f'value="{said["means"]}"' in answer.content.decode() or not said["means"].strip()


def test_a_wrong_line_is_wrong_in_its_own_row_only(dev):
    lines = [Synonym.objects.create(said=f"aa{n}", means=["tea"]) for n in range(2)]
    answer = change(dev, "synonyms", lines[0], said="aa0", means="")
    assert errors(answer) == ["Enter at least one thing it may mean"]
    assert 'value="aa1"' in answer.content.decode()


def test_how_a_question_is_read_can_be_tried(dev, listing):
    Synonym.objects.create(said="zonkers", means=["potters"])
    page = dev.get(reverse("desk_words", args=["synonyms"]), {"try": "Zonkers"}).content.decode()
    assert "also: potters" in re.sub(r"\s+", " ", page)
    for absurd in ("\x00", "?!", "x" * 10_000, "kill myself"):
        assert dev.get(reverse("desk_words_start"), {"try": absurd}).status_code == 200


@pytest.mark.parametrize(("table", "model"), [("needs", Need), ("audiences", Audience)])
def test_a_need_and_an_audience_are_made_named_and_taken_away(dev, listing, table, model):
    add(dev, table, code="Sing_Along", name="Singing", synonyms="sing, choir", position=7)
    row = model.objects.get(pk="sing_along")
    change(dev, table, row, name="Singing together", synonyms="", position=1, code="other")
    row.refresh_from_db()
    assert (row.name, row.synonyms, row.position) == ("Singing together", [], 1)
    getattr(listing("Choir"), table).add(row)
    refused = change(dev, table, row, do="delete")
    assert "One listing says it is “Singing together”. Take it off them first." in refused.content.decode()
    assert model.objects.filter(pk="sing_along").exists()
    row.services.clear()
    change(dev, table, row, do="delete")
    assert not model.objects.filter(pk="sing_along").exists()


@pytest.mark.parametrize("name", ["Lonely people", "For the isolated"])
def test_nobody_is_called_lonely_by_an_editor_either(dev, name):
    answer = add(dev, "needs", code="x", name=name, position=1)
    assert errors(answer) == ["Residents read this. Say what people want instead: company, somebody to talk to"]


def test_a_code_that_is_taken_is_refused(dev):
    assert errors(add(dev, "needs", code="company", name="Company", position=1)) == ["That code is taken"]


def test_a_kind_has_its_period_and_its_evidence_and_no_kind_is_added_or_goes(dev):
    kind = KindGuide.objects.get(pk="group")
    change(dev, "kinds", kind, check_every_days=90, evidence="Groups help.", evidence_source="A review, 2020")
    kind.refresh_from_db()
    assert (kind.check_every_days, kind.evidence, kind.evidence_source) == (90, "Groups help.", "A review, 2020")
    assert errors(change(dev, "kinds", kind, check_every_days=90, evidence="Groups help.")) == [
        "Say where this is known from"
    ]
    assert [add(dev, "kinds").status_code, change(dev, "kinds", kind, do="delete").status_code] == [404, 404]


# --- school terms


def spring(**more):
    return {"name": "Spring 2027", "starts_on": "2027-01-04", "ends_on": "2027-03-25"} | more


def test_a_new_term_gives_the_groups_of_term_time_their_days(cast, sign_in, listing, time_machine):
    time_machine.move_to("2027-01-02 10:00+00:00", tick=False)
    dev = sign_in(cast.dev)
    group = listing("Toddlers")
    times = Schedule.objects.create(service=group, byday="MO", term_time=True)
    assert times.coming == []
    add(dev, "terms", **spring())
    times.refresh_from_db()
    assert times.coming == [date(2027, 1, 4), date(2027, 1, 11), date(2027, 1, 18)]
    change(dev, "terms", SchoolTerm.objects.get(), do="delete")
    times.refresh_from_db()
    assert times.coming == []


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"ends_on": "2027-01-03"}, "The last day comes after the first"),
        ({"starts_on": "2026-12-01"}, "It runs into Autumn 2026"),
        ({"starts_on": "soon"}, "Enter a valid date."),
        ({"name": ""}, "Enter a name, like Spring 2027"),
    ],
)
def test_terms_come_one_after_the_other(dev, said, wrong):
    SchoolTerm.objects.create(name="Autumn 2026", starts_on="2026-09-02", ends_on="2026-12-18")
    assert (errors(add(dev, "terms", **spring(**said))), SchoolTerm.objects.count()) == ([wrong], 1)


# --- who may


@pytest.mark.parametrize("who", ["nia", "colm", "rosa", "carl", "vera"])
@pytest.mark.parametrize("table", ["synonyms", "needs", "audiences", "kinds", "terms"])
def test_only_an_editor_sees_or_changes_the_words(cast, sign_in, who, table):
    client = sign_in(getattr(cast, who))
    assert [client.get(reverse("desk_words", args=[table])).status_code, add(client, table).status_code] == [404, 404]


def test_addresses_and_buttons_that_no_page_has_are_not_found(dev):
    assert dev.get("/desk/words/nothing/").status_code == 404
    for sent in ({}, {"do": "explode"}, {"do": "save", "row": "no such line"}, {"do": "delete"}):
        assert dev.post(reverse("desk_words", args=["terms"]), sent).status_code == 404
