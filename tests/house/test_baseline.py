"""An empty database begins from a file, and ends where every migration would have led it."""

from django.db import connection

from connect import baseline


def test_the_file_was_made_of_the_migrations_that_stand_here():
    assert baseline.signed() == baseline.sign(), "run: python -m connect.baseline"


def test_a_database_with_tables_in_it_does_not_begin_again(db):
    assert baseline.begin(connection.connection) is False
