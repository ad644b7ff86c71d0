"""A long game is played without the second wall and by shorter ways of saying things: it is the same game."""

import os
from datetime import datetime
from uuid import UUID

import pytest
from django.db import connection, transaction

from connect.messaging.hours import LONDON
from outcomes.simulation import chance, digest, quickly, world

WEB = ("connect_web", False)
UNTIL = datetime(2026, 11, 20, 16, tzinfo=LONDON)


class Undone(Exception):
    """The world is thought away again."""


def played():
    """What it comes to; nothing of it stays."""
    try:
        with transaction.atomic():
            tally = world.play(world.Plan(6, 1, 5, UNTIL))
            found = tally, digest.of_the_world()
            raise Undone
    except Undone:
        return found


def who():
    with connection.cursor() as cursor:
        return cursor.execute("select rolname, rolbypassrls from pg_roles where rolname = current_user").fetchone()


@pytest.mark.django_db(transaction=True)
def test_the_same_seed_lives_the_same_lives_with_the_second_wall_and_without(cast):
    with_it = played()
    with quickly.planned():
        assert who() in (("connect_player", True), WEB)  # an engine of somebody's own lends nobody a login
        assert played() == with_it
    assert who() == WEB
    with connection.cursor() as cursor:
        assert cursor.execute("select from pg_roles where rolname = 'connect_player'").fetchall() == []


@pytest.mark.parametrize("part", range(chance.PARTS))
def test_a_key_says_which_part_of_the_world_drew_it(part):
    with chance.keys() as begin:
        begin("1", part)
        drawn = {UUID(bytes=os.urandom(16)) for _time in range(20)}
    assert (len(drawn), {chance.belongs_to(key) for key in drawn}) == (20, {part})
