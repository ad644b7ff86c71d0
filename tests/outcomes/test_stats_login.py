"""The login for statistics reads what was released, and can open no table about anybody."""

import psycopg
import pytest
import time_machine
from django.db import connection

from connect.walls import walled_tables
from outcomes.figures import freezing
from tests.outcomes import october

RELEASED = {"outcomes_release", "outcomes_figure", "outcomes_told"}
MAY = """select c.relname from pg_class c
         where c.relkind in ('r', 'p', 'v', 'm', 'f') and c.relnamespace = 'public'::regnamespace
         and (has_table_privilege('connect_stats', c.oid, 'select, insert, update, delete, truncate')
              or has_any_column_privilege('connect_stats', c.oid, 'select, insert, update'))"""


@pytest.mark.django_db
def test_of_all_tables_it_may_open_only_the_released_ones():
    with connection.cursor() as cursor:
        cursor.execute(MAY)
        assert {name for (name,) in cursor.fetchall()} == RELEASED
        cursor.execute("select rolsuper or rolbypassrls from pg_roles where rolname = 'connect_stats'")
        assert cursor.fetchone() == (False,)
        cursor.execute("select count(*) from pg_auth_members where member = 'connect_stats'::regrole")
        assert cursor.fetchone() == (0,)


@pytest.fixture
def stats(engines):
    """A session of its own, signed in as connect_stats."""
    if engines.postgres is None:
        pytest.skip("NOT RUN: the engine is somebody's own, and the password of connect_stats is not ours to know")
    name = connection.settings_dict["NAME"]
    with psycopg.connect(engines.postgres.url("connect_stats"), dbname=name, autocommit=True) as session:
        yield session


@pytest.mark.usefixtures("few_counts")
@pytest.mark.django_db(transaction=True)
def test_it_reads_the_figures_and_is_denied_every_table_about_people(cast, stats):
    october.fill(cast, cast.ward, received=13)
    with time_machine.travel(october.FROZEN, tick=False):
        freezing.freeze(october.MONTH, by="freeze")
    figures = stats.execute(
        "select place_name, shown from outcomes_figure where count = 'received' and category = '' order by position"
    )
    assert figures.fetchall() == [("Kelderby", "15"), ("Millrace", "15"), ("Northgate", "0")]
    assert "referrals_person" in walled_tables()
    for table in sorted(walled_tables() | {"people_user"}):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            stats.execute(f"select 1 from {table}")
