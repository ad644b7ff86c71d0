"""A copy of every change to a row, made by the database's own triggers: bulk and raw updates too."""

from collections.abc import Callable, Sequence

import pghistory

from connect.walls import IN_TRIGGER, append_only, wall


def kept_history(name: str, exclude: Sequence[str] = ()) -> Callable:
    """Class decorator: keep each insert and update of this model in an append-only model called `name`."""
    return pghistory.track(
        model_name=name,
        exclude=list(exclude),
        obj_field=pghistory.ObjForeignKey(related_name="history"),
        append_only=True,
    )


def history_wall(history_table: str, table: str) -> str:
    """SQL: whoever may see the row may see what it was; only the trigger adds, so nobody can forge it."""
    seen = f"exists (select 1 from {table} o where o.id = {history_table}.pgh_obj_id)"
    return wall(history_table, read=seen, insert=IN_TRIGGER) + append_only(history_table)
