"""Our search box on the pages of others: two ways to copy it, and who may frame it."""

import pytest
from django.urls import reverse

from connect.audit.models import RightsChange
from directory.embed.models import Host

pytestmark = pytest.mark.django_db
BOX = "/embed/box/"


def ancestors(answer):
    said = dict(part.strip().partition(" ")[::2] for part in answer["Content-Security-Policy"].split(";"))
    return said["frame-ancestors"]


def test_nobody_frames_it_until_the_tenant_names_them(cast, client):
    answer = client.get(BOX)
    assert (ancestors(answer), answer.cookies.keys() - set()) == ("'none'", set())
    Host.objects.create(name="www.council.example.org")
    answer = client.get(BOX)
    assert ancestors(answer) == "https://www.council.example.org"
    assert "X-Frame-Options" not in answer


def test_every_other_page_is_framed_by_nobody_still(cast, client):
    Host.objects.create(name="www.council.example.org")
    answer = client.get("/")
    assert (ancestors(answer), answer["X-Frame-Options"]) == ("'none'", "DENY")


def test_the_box_has_no_script_and_opens_what_is_found_in_a_page_of_its_own(cast, client):
    page = client.get(BOX, {"near": 'Millrace"><script>'}).content.decode()
    assert ("<script" in page, 'target="_top"' in page, "Millrace&quot;&gt;" in page) == (False, True, True)
    assert "script-src 'none'" in client.get(BOX)["Content-Security-Policy"]


def test_the_lines_to_copy_lead_here_and_name_the_place(cast, client, settings):
    settings.SITE_URL = "https://connect.example.org"
    page = client.get(reverse("embed"), {"near": "Millrace"}).content.decode()
    assert "action=&quot;https://connect.example.org/&quot;" in page
    assert "https://connect.example.org/embed/box/?near=Millrace" in page


def test_an_editor_names_a_website_and_the_auditor_sees_it(cast, sign_in):
    dev = sign_in(cast.dev)
    for name in ("https://www.council.example.org/", "www.council.example.org"):
        assert dev.post(reverse("embed_hosts"), {"name": name}).status_code == 302
    assert [host.name for host in Host.objects.all()] == ["www.council.example.org"]
    dev.post(reverse("embed_hosts"), {"off": "www.council.example.org"})
    assert Host.objects.count() == 0
    assert [sign_in(user).get(reverse("embed_hosts")).status_code for user in (cast.rosa, cast.nia)] == [404, 404]


@pytest.mark.parametrize("name", ["*", "*.example.org", "localhost", "a.b/c", "x.org; script-src *", "10.0.0.1", ""])
def test_nothing_but_a_whole_name_is_let_in(cast, sign_in, name):
    answer = sign_in(cast.dev).post(reverse("embed_hosts"), {"name": name})
    assert (answer.status_code, Host.objects.count(), RightsChange.objects.count()) == (422, 0, 0)
