"""Django writes the columns of a table anew for each question; in a long game they are written once.

A column under one name is the same SQL wherever it stands, and is converted alike. What is deferred, inherited, aliased
or computed goes Django's own way.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Field
from django.db.models.expressions import Col
from django.db.models.options import Options
from django.db.models.sql.compiler import SQLCompiler

_columns: dict[tuple[type, str], list[Col]] = {}
_plain = {
    (owner, name): getattr(owner, name)
    for owner, name in (
        (SQLCompiler, "get_default_columns"), (SQLCompiler, "get_order_by"), (SQLCompiler, "compile"),
        (Col, "get_db_converters"), (Field, "get_col"),
    )
}  # fmt: skip


def _get_default_columns(
    self: SQLCompiler, mask: dict, start_alias: str | None = None, opts: Options | None = None, from_parent: Any = None
) -> list[Col]:
    opts, alias = opts or self.query.get_meta(), start_alias or self.query.get_initial_alias()
    if mask or opts.parents:
        return _plain[SQLCompiler, "get_default_columns"](self, mask, alias, opts, from_parent)
    if (opts.model, alias) not in _columns:
        found = _plain[SQLCompiler, "get_default_columns"](self, mask, alias, opts)
        _columns[opts.model, alias] = found
    return _columns[opts.model, alias]


def _get_order_by(self: SQLCompiler) -> list[tuple]:
    """Plain names never mean a column by its place; only for that Django hashes every column that is selected."""
    query, select = self.query, self.select
    named = all(isinstance(one, str) for one in query.order_by)
    if named and query.default_cols and not (query.annotations or query.extra or query.combinator):
        self.select = ()
    try:
        return _plain[SQLCompiler, "get_order_by"](self)
    finally:
        self.select = select


def _compile(self: SQLCompiler, node: Any) -> tuple[str, Any]:
    if node.__class__ is not Col:
        return _plain[SQLCompiler, "compile"](self, node)
    known = node.__dict__
    if "written" not in known:
        known["written"] = node.as_sql(self, self.connection)[0]
    return known["written"], []


def _get_db_converters(self: Col, connection: BaseDatabaseWrapper) -> list:
    known = self.__dict__
    if "converters" not in known:
        known["converters"] = _plain[Col, "get_db_converters"](self, connection)
    return known["converters"]


def _get_col(self: Field, alias: str, output_field: Field | None = None) -> Col:
    known = self.__dict__.setdefault("known_as", {})
    if (alias, output_field) not in known:
        known[alias, output_field] = _plain[Field, "get_col"](self, alias, output_field)
    return known[alias, output_field]


_OURS = {
    "get_default_columns": _get_default_columns, "get_order_by": _get_order_by, "compile": _compile,
    "get_db_converters": _get_db_converters, "get_col": _get_col,
}  # fmt: skip


@contextmanager
def written_once() -> Iterator[None]:
    for owner, name in _plain:
        setattr(owner, name, _OURS[name])
    try:
        yield
    finally:
        for (owner, name), before in _plain.items():
            setattr(owner, name, before)
