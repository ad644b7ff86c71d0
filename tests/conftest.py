"""Owner creates, migrates, flushes and drops the test database; every test itself runs as web. And the cast."""

import os
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.account.internal.userkit import user_id_to_str
from django.apps import apps
from django.db import connection
from django.test import Client, TransactionTestCase

from connect import identity, logins
from connect.checks import refuse_unsafe_login
from tests import cast as stage
from tests import engine


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings):
    logins.use("owner")  # pytest-django asks for this just before it creates the database


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_keepdb):
    """What an engine of our own holds goes with it; only in somebody else's is the test database dropped."""
    return django_db_keepdb or bool(engine.running[0].postgres)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    logins.use("web")
    with django_db_blocker.unblock():
        refuse_unsafe_login()
    yield
    logins.use("owner")  # torn down before pytest-django's own, which drops the database


@pytest.fixture(scope="session", autouse=True)
def flush_as_owner():
    """TRUNCATE is the owner's; and what the migrations put there is put there again."""
    flush = TransactionTestCase._fixture_teardown

    def as_owner(self):
        with logins.owner():
            flush(self)
            load_reference_rows()

    TransactionTestCase._fixture_teardown = as_owner
    yield
    TransactionTestCase._fixture_teardown = flush


def load_reference_rows() -> None:
    from directory import guide, reference
    from directory.openreferral import words_of_others
    from outcomes.framework import shipped
    from referrals.person import wording

    reference.load(apps)
    guide.load(apps)
    words_of_others.load(apps)
    wording.load(apps)
    shipped.load(apps)


class ForgetfulClient(Client):
    """In a wrapped test the transaction, and so the identity, outlives the request: forget it."""

    def request(self, **kwargs):
        try:
            return super().request(**kwargs)
        finally:
            if connection.in_atomic_block and not connection.needs_rollback:
                identity.identify()


@pytest.fixture
def client():
    return ForgetfulClient(raise_request_exception=False)


def prove(client: Client, user: object, method: str = "password", **more: object) -> None:
    """As if they had just shown who they are: allauth's own record of it."""
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": method, "at": time.time(), **more}]
    session["account_authentication_methods_user"] = user_id_to_str(user)
    session.save()


@pytest.fixture
def sign_in():
    """sign_in(user) -> a client of their own."""

    def as_(user):
        client = ForgetfulClient(raise_request_exception=False)
        client.force_login(user)
        return client

    return as_


@pytest.fixture
def cast(db) -> SimpleNamespace:
    """Everybody, once a test; their biographies are in tests/cast.py."""
    return stage.gather()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of official schemas, real places and real listings; never committed."""
    folder = os.environ.get("CONNECT_SHARED")
    if folder and Path(folder).is_dir():
        return Path(folder)
    if os.environ.get("CONNECT_REQUIRE_SHARED") == "1":
        pytest.fail("CONNECT_SHARED names no folder, and this run requires it")
    pytest.skip("NOT RUN: set CONNECT_SHARED to the folder of real samples")
