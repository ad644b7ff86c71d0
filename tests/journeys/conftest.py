"""A site for the browser: the demo's borough behind a real server, at a moment we choose."""

from collections.abc import Iterator

import pytest
from django.test import override_settings
from pytest_django.live_server_helper import LiveServer

from . import borough
from .clock import Clock
from .site import Site


@pytest.fixture(scope="session")
def boroughs(django_db_setup, django_db_blocker) -> Iterator[None]:
    with django_db_blocker.unblock():
        borough.begin()
    yield
    with django_db_blocker.unblock():
        borough.take_down()


@pytest.fixture(scope="module")
def db(boroughs, django_db_blocker) -> Iterator[None]:
    """Real transactions, as the server and the workers must see the rows; and one borough for all tests of a module."""
    with django_db_blocker.unblock():
        yield
        borough.empty()


@pytest.fixture(scope="module")
def site(request, browser, db, tmp_path_factory) -> Iterator[Site]:
    """Kelderby at the moment the module BEGINS."""
    with Clock(request.module.BEGINS) as clock:
        borough.put_up(request.module.BEGINS, clock)
        server = LiveServer("localhost")
        with override_settings(SITE_URL=server.url, MAILBOX_DIR=tmp_path_factory.mktemp("letters")):
            yield Site(browser, server.url, clock)
        server.stop()
