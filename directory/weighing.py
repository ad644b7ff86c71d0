"""How common each word is among the listings: counted by night, and after many have come at once."""

from django.db import connection


def weigh() -> None:
    """One pass over the search index. In between, a new word counts as rare, and no other is counted again."""
    with connection.cursor() as cursor:
        cursor.execute("select directory_weigh()")
