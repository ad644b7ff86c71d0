"""The design system: what it draws, what it refuses, and that nothing comes from anybody else."""

import re
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.loader import get_template, render_to_string
from django.urls import get_resolver, reverse

from connect import pages, theme
from connect.forms import Form
from connect.people.contrast import contrast, readable
from connect.people.models import Tenant
from connect.specimens import Specimen, icons
from connect.templatetags import look

TEMPLATES = sorted((settings.BASE_DIR / "templates").rglob("*.html"))
CSS = (settings.BASE_DIR / "connect/static/connect/connect.css").read_text()
OWN_PAGES = ["/accessibility/", "/privacy/", "/cookies/", "/accounts/login/", "/accounts/password/reset/"]


def name(path: Path) -> str:
    return str(path.relative_to(settings.BASE_DIR / "templates"))


# --- every template


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_every_template_can_be_read_by_django(path):
    get_template(name(path))


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_no_template_has_style_or_script_of_its_own(path):
    text = path.read_text()
    own_scripts = [
        tag for tag in re.findall(r"<script[^>]*>", text) if "src=" not in tag and "application/json" not in tag
    ]
    assert own_scripts + re.findall(r"<style|\sstyle=|\son[a-z]+=[\"']|javascript:|data:image", text) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_no_template_fetches_anything_from_anybody_else(path):
    text = path.read_text()
    assert (
        re.findall(r"<(?:link|script|img|iframe|use|source|video)\b[^>]*(?:src|href)=[\"'](?:https?:)?//[^>]*>", text)
        == []
    )
    assert "url(" not in CSS
    assert "@import" not in CSS


def test_every_icon_that_a_template_draws_is_in_the_sprite():
    drawn = {found for path in TEMPLATES for found in re.findall(r"{% icon \"(\w+)\"", path.read_text())}
    assert drawn - set(icons()) == set()


# --- words and numbers


@pytest.mark.parametrize(
    ("opens", "closes", "said"),
    [
        (time(12), time(14), "12 to 2pm"),
        (time(10), time(15), "10am to 3pm"),
        (time(12, 30), time(14), "12:30 to 2pm"),
        (time(11), time(13, 30), "11am to 1:30pm"),
        (time(9), time(12), "9am to 12 noon"),
        (time(19, 30), None, "7:30pm"),
    ],
)
def test_hours_are_said_as_people_say_them(opens, closes, said):
    assert look.hours(opens, closes) == said


def test_a_moment_is_said_in_the_time_of_london_summer_and_winter():
    assert look.moment(datetime(2026, 11, 24, 10, 30, tzinfo=UTC)) == "Tuesday 24 November, 10:30am"
    assert look.moment(datetime(2026, 7, 14, 11, 0, tzinfo=UTC)) == "Tuesday 14 July, 12 noon"


def test_the_year_is_said_when_it_is_far_away():
    assert look.day(date(2031, 3, 4)) == "Tuesday 4 March 2031"


def test_a_day_is_said_in_welsh_to_those_who_read_welsh(settings):
    from django.utils import translation

    with translation.override("cy"):
        assert look.day(date(2026, 11, 24)) == "Dydd Mawrth 24 Tachwedd"


@pytest.mark.parametrize(
    ("metres", "said"),
    [(0, "very near"), (483, "0.3 miles"), (1609, "1 mile"), (4828, "3 miles"), (20000, "12 miles"), (None, "")],
)
def test_distances_are_in_miles_and_no_finer_than_anybody_walks(metres, said):
    assert look.distance(metres) == said


def test_a_walk_is_said_in_minutes_and_only_when_one_would_walk():
    assert [look.walk(metres) for metres in (60, 483, 5000)] == ["1 minute’s walk", "7 minutes’ walk", ""]


def test_a_number_to_ring_is_dialled_whole():
    assert look.tel("01632 960 011") == "+441632960011"
    assert look.tel("116 123") == "116123"


def test_the_week_marks_the_days_that_are_on():
    assert look.week(["TU", 4]) == (
        '<span class="week" aria-hidden="true"><i>M</i><i class="on">T</i><i>W</i><i>T</i>'
        '<i class="on">F</i><i>S</i><i>S</i></span>\n'
    )


# --- forms


def wrong() -> Specimen:
    return Specimen({"reach": ""})


def test_a_field_says_label_hint_error_control_in_that_order():
    drawn = str(wrong()["reach"].as_field_group())
    order = [drawn.index(part) for part in ("<label", 'class="hint"', 'class="error"', "<input")]
    assert order == sorted(order)
    assert 'aria-describedby="id_reach_helptext id_reach_error"' in drawn


def test_a_choice_is_a_fieldset_of_chips_named_by_its_legend():
    drawn = str(wrong()["safe"].as_field_group())
    assert drawn.startswith('<fieldset class="field wrong" aria-describedby="id_safe_error">')
    assert drawn.count('<label class="chip">') == 3
    assert "<legend>Is it safe to leave a message?</legend>" in drawn


def test_what_may_be_left_out_says_so_and_what_must_be_given_does_not():
    form = Specimen()
    assert "(optional)" in str(form["words"].as_field_group())
    assert "(optional)" not in str(form["reach"].as_field_group())


def test_the_summary_counts_and_links_to_controls_that_exist():
    form = wrong()
    summary = render_to_string("components/errors.html", {"form": form})
    assert "Five things to put right" in summary
    page = str(form)
    assert [target for target in re.findall(r'href="#([^"]+)"', summary) if f'id="{target}"' not in page] == []


def test_a_form_without_mistakes_has_no_summary():
    assert render_to_string("components/errors.html", {"form": Specimen()}).strip() == ""


def test_one_mistake_is_one_thing():
    class Short(Form):
        name = forms.CharField(error_messages={"required": "Enter a name"})

    assert "One thing to put right" in render_to_string("components/errors.html", {"form": Short({})})


def test_what_people_type_is_shown_and_never_run():
    drawn = str(Specimen({"first": "<b>O’Neil</b>"})["first"].as_field_group())
    assert "<b>" not in drawn
    assert "&lt;b&gt;O’Neil" in drawn


# --- colours


def tokens(dark: bool) -> dict[str, str]:
    block = CSS.split("prefers-color-scheme: dark")[1] if dark else CSS
    found = re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})\b", block.split("}")[0])
    return {
        token: value if len(value) == 7 else "#" + "".join(2 * sign for sign in value[1:]) for token, value in found
    }


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [("ink", "paper"), ("ink", "card"), ("muted", "paper"), ("muted", "card"), ("primary", "paper"),
     ("primary", "tint"), ("accent", "paper"), ("on-primary", "primary"), ("on-bar", "bar"),
     ("good", "good-bg"), ("warn", "warn-bg"), ("bad", "bad-bg"), ("info", "info-bg")],
)  # fmt: skip
def test_words_can_be_read_on_their_ground(text, ground, dark):
    assert contrast(tokens(dark)[text], tokens(dark)[ground]) >= 4.5


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_edge_of_a_field_can_be_seen(dark):
    assert contrast(tokens(dark)["line"], tokens(dark)["card"]) >= 3


def test_contrast_is_what_the_guidelines_say():
    assert round(contrast("#000000", "#ffffff"), 1) == 21
    assert round(contrast("#0b5a55", "#ffffff"), 1) == 8.1
    assert contrast("#767676", "#ffffff") >= 4.5 > contrast("#777777", "#ffffff")


def test_a_tenant_with_a_colour_too_pale_to_read_is_refused():
    with pytest.raises(ValidationError) as refused:
        Tenant(place="Kelderby", primary="#7fb8b3").clean()
    assert list(refused.value.message_dict) == ["primary"]


def test_a_tenants_own_colours_are_readable_by_night_too():
    night = theme.css(Tenant(place="Farside", primary="#5b1e7a", primary_dark="#3c1152", accent="#9a3412")).split(
        "dark)"
    )[1]
    found = dict(re.findall(r"--([\w-]+):(#[0-9a-f]{6})", night))
    assert contrast(found["primary"], theme.DARK_PAPER) >= 7
    assert contrast(found["accent"], theme.DARK_PAPER) >= 4.5


def test_a_colour_that_reads_already_is_left_alone():
    assert readable("#ffffff", "#000000", 7) == "#ffffff"
    assert contrast(readable("#222222", "#1c2524", 7), "#1c2524") >= 7


# --- pages


@pytest.mark.parametrize("address", OWN_PAGES)
def test_a_page_has_a_title_one_heading_landmarks_and_a_way_past_the_menu(client, cast, address):
    page = client.get(address).content.decode()
    assert re.search(r"<title>[^<–]+ – Connect Kelderby</title>", page)
    assert [page.count(part) for part in ("<h1", "<main", "<header", "<footer")] == [1, 1, 1, 1]
    assert 'class="skip" href="#main"' in page
    assert 'href="tel:+441632960011"' in page


@pytest.mark.parametrize("address", OWN_PAGES)
def test_no_page_may_run_or_fetch_what_is_not_ours(client, cast, address):
    policy = client.get(address)["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_a_page_that_is_not_there_and_one_that_is_refused_look_alike(client, cast):
    nowhere = client.get("/no/such/page/")
    assert nowhere.status_code == 404
    assert "We cannot find that page" in nowhere.content.decode()
    assert "not here" not in nowhere.content.decode()
    context = {"tenant": Tenant.current(), "nav": []}
    assert render_to_string("403.html", context) == render_to_string("404.html", context)


@pytest.mark.parametrize("template", ["500.html", "400.html", "403_csrf.html"])
def test_pages_for_bad_moments_need_nobody_and_nothing(template):
    page = get_template(template).render()
    assert page.count("<h1") == 1
    assert "999" in page


def test_the_page_for_our_own_faults_takes_nothing_but_a_number():
    said = re.findall(r"{[{%] (.*?) [}%]}", get_template("500.html").template.source)
    assert set(said) == {"if phone", "endif", "phone", "dialled"}


@pytest.mark.parametrize(("number", "links"), [("01632 960 019", 2), ("", 0)])
def test_our_own_fault_says_whom_to_ring_when_the_database_is_away(rf, settings, number, links):
    """This test may not touch the database, and nor may the page."""
    settings.HELP_PHONE = number
    page = pages.fault(rf.get("/"))
    assert (page.status_code, page.content.decode().count('<a href="tel:+441632960019">01632 960 019</a>')) == (
        500,
        links,
    )


def test_a_fault_of_ours_is_answered_by_that_page():
    assert get_resolver().resolve_error_handler(500) is pages.fault


@pytest.mark.parametrize("address", ["/accessibility/", "/"])
def test_when_we_are_there_to_be_rung_is_said_in_welsh(client, cast, address):
    page = client.get(address, HTTP_ACCEPT_LANGUAGE="cy").content.decode()
    assert "Dydd Llun i ddydd Gwener, 9am tan 5pm" in page
    assert "Monday to Friday" not in page


def test_hours_of_a_houses_own_are_said_as_it_wrote_them(client, cast):
    Tenant.objects.update(hours="Weekends too")
    assert "Weekends too" in client.get("/accessibility/", HTTP_ACCEPT_LANGUAGE="cy").content.decode()


def test_staff_pages_offer_no_welsh_that_they_do_not_have_but_the_way_back_from_it(cast, sign_in):
    rosa = sign_in(cast.rosa)
    english, welsh = (rosa.get("/refer/", HTTP_ACCEPT_LANGUAGE=code).content.decode() for code in ("en-gb", "cy"))
    assert ('class="language"' in english, 'value="en-gb" lang="en-GB"' in welsh) == (False, True)


def test_a_resident_reads_the_page_in_welsh_after_one_press_without_script(client, cast):
    pressed = client.post(reverse("set_language"), {"language": "cy", "next": "/privacy/"})
    assert pressed.url == "/privacy/"
    page = client.get("/privacy/").content.decode()
    assert '<html lang="cy">' in page
    assert "Sut rydym yn defnyddio" in page
    assert 'value="en-gb"' in page


def test_the_cookie_page_names_every_cookie_that_is_set(client, cast):
    client.post(reverse("set_language"), {"language": "cy", "next": "/"})
    client.get("/accounts/login/")
    listed = set(
        re.findall(r"<code>([^<]+)</code>", client.get("/cookies/", HTTP_ACCEPT_LANGUAGE="en").content.decode())
    )
    assert set(client.cookies) - listed == set()


def test_the_parts_are_shown_in_the_demo_and_nowhere_else(client, cast, settings):
    assert client.get("/components/").status_code == 404
    settings.DEMO = True
    page = client.get("/components/")
    assert page.status_code == 200
    assert "Every part, in every state" in page.content.decode()


def test_a_tenant_with_our_colours_adds_nothing_and_one_with_its_own_adds_tokens(client, cast):
    assert client.get("/theme.css").content == b""
    tenant = Tenant.current()
    tenant.primary = "#5b1e7a"
    assert "--primary:#5b1e7a" in theme.css(tenant)


def test_a_second_name_stands_beside_the_first_when_two_run_it_together(cast):
    tenant = Tenant.current()
    tenant.cobrand_name = "Kelderby Health"
    page = render_to_string("pages/privacy.html", {"tenant": tenant, "nav": []})
    assert "Kelderby Health" in page


def test_a_summary_counts_what_it_lists_not_the_fields():
    class Two(Form):
        words = forms.CharField(required=False)

        def clean_words(self):
            raise ValidationError([ValidationError("No brace here"), ValidationError("No name here")])

    drawn = render_to_string("components/errors.html", {"form": Two({})})
    assert (drawn.count("<li>"), "Two things to put right" in drawn) == (2, True)


# --- tables on a phone

TAG = re.compile(r"\{%.*?%\}")
ELEMENT = re.compile(r"<(\w+)[^>]*>[^<]*</\1>")
END = re.compile(r"(?<![%=])>")


def beside_a_label(page: str) -> list[str]:
    """What stands in each cell that is drawn as a line of its own on a phone, its label beside it."""
    found = []
    for part in page.split("<td")[1:]:
        inside = part.partition("</td>")[0]
        label = inside.find("data-label=")
        end = END.search(TAG.sub(lambda tag: "%" * len(tag[0]), inside), label) if label >= 0 else None
        found += [inside[end.end() :].strip()] if end else []
    return found


def test_a_cell_beside_its_label_on_a_phone_is_one_thing():
    """Words and a tag side by side would stand in two columns: a `<div>` holds them together."""
    loose = []
    for path in TEMPLATES:
        for inside in beside_a_label(path.read_text(encoding="utf-8")):
            plain = TAG.sub("", inside)
            words = ELEMENT.sub("", plain).replace("<br>", "").strip()
            if "<" in plain and words and not plain.startswith(("<div", "<span", "<label", "<fieldset")):
                loose.append((name(path), inside[:80]))
    assert loose == []
