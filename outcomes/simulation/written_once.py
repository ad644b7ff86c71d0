"""Django writes the SQL of each question anew; in a long game a question that was asked before is only filled in.

A question's shape is everything that stands in its SQL, without the values: tables and how they join, columns,
conditions, order, limits, locks. What is asked once is written by Django and kept under its shape, if the values that
we find in it are the ones that Django found, in that order. Anything unusual (functions, sums, `Case`, lists of two
columns) has no shape here and goes Django's own way.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from django.db.backends.postgresql.compiler import SQLCompiler
from django.db.models import lookups
from django.db.models.expressions import Col, Exists, NegatedExpression, Value
from django.db.models.fields import related_lookups
from django.db.models.sql import Query, UpdateQuery
from django.db.models.sql.compiler import SQLUpdateCompiler
from django.db.models.sql.where import WhereNode

COMPARED = {
    lookups.Exact, lookups.GreaterThan, lookups.GreaterThanOrEqual, lookups.LessThan, lookups.LessThanOrEqual,
    related_lookups.RelatedExact,
}  # fmt: skip
AMONG = {lookups.In, related_lookups.RelatedIn}
EMPTY = {lookups.IsNull, related_lookups.RelatedIsNull}


class Unusual(Exception):
    """This question has no shape that we know."""


class Written(NamedTuple):
    sql: str
    select: list
    klass_info: dict | None
    annotation_col_map: dict
    has_extra_select: bool
    converters: dict


_kept: dict[tuple, Written] = {}
_changes: dict[tuple, str] = {}
_plain = {
    (owner, name): getattr(owner, name)
    for owner, name in ((SQLCompiler, "as_sql"), (SQLCompiler, "get_converters"), (SQLUpdateCompiler, "as_sql"))
}


def _as_sql(self: SQLCompiler, with_limits: bool = True, with_col_aliases: bool = False) -> tuple[str, tuple]:
    plain, query = _plain[SQLCompiler, "as_sql"], self.query
    if self.__class__ is not SQLCompiler or query.subquery or with_col_aliases or not with_limits:
        return plain(self, with_limits, with_col_aliases)
    if query.select_for_update and self.connection.get_autocommit():
        return plain(self)  # Django says that this cannot be asked outside a transaction
    values: list = []
    try:
        shape = _shape(query, values)
    except Unusual:
        return plain(self)
    known = _kept.get(shape)
    if known is None:
        sql, params = plain(self)
        if list(params) == values:
            _kept[shape] = _written(self, sql)
        return sql, params
    self.select, self.klass_info, self.annotation_col_map = known.select, known.klass_info, known.annotation_col_map
    self.col_count, self.has_extra_select, self.known = len(known.select), known.has_extra_select, known
    return known.sql, tuple(values)


def _written(compiler: SQLCompiler, sql: str) -> Written:
    converters = _plain[SQLCompiler, "get_converters"](compiler, [one[0] for one in compiler.select])
    return Written(
        sql, compiler.select, compiler.klass_info, compiler.annotation_col_map, compiler.has_extra_select, converters
    )


def _get_converters(self: SQLCompiler, expressions: list) -> dict:
    known = self.__dict__.get("known")
    return _plain[SQLCompiler, "get_converters"](self, expressions) if known is None else known.converters


def _change(self: SQLUpdateCompiler) -> tuple[str, tuple]:
    plain, values = _plain[SQLUpdateCompiler, "as_sql"], []
    try:
        shape = _shape_of_change(self, self.query, values)
    except Unusual:
        return plain(self)
    if known := _changes.get(shape):
        return known, tuple(values)
    sql, params = plain(self)
    if list(params) == values:
        _changes[shape] = sql
    return sql, params


def _shape_of_change(compiler: SQLUpdateCompiler, query: UpdateQuery, values: list) -> tuple:
    """Of one table alone: where others are asked too, Django looks up the rows first."""
    tables = [alias for alias, count in query.alias_refcount.items() if count]
    if query.related_updates or len(tables) > 1 or query.annotations:
        raise Unusual
    return query.model, tuple(tables), tuple(_set(compiler, query.values, values)), _conditions(query.where, values)


def _set(compiler: SQLUpdateCompiler, changes: list[tuple], values: list) -> Iterator[tuple]:
    for field, _model, value in changes:
        if hasattr(value, "resolve_expression") or hasattr(value, "prepare_database_save"):
            raise Unusual
        stored = field.get_db_prep_save(value, connection=compiler.connection)
        yield id(field), stored is None
        if stored is not None:
            values.append(stored)


def _shape(query: Query, values: list) -> tuple:
    """What its SQL is made of; the values it asks with are added to `values`, in the order of the SQL."""
    if (
        query.extra or query.combinator or query.group_by is not None or query.distinct_fields or query.extra_order_by
        or query._filtered_relations or query.explain_info or query.extra_tables
    ):  # fmt: skip
        raise Unusual
    return (
        query.model, query.default_cols, frozenset(query.deferred_loading[0]), query.deferred_loading[1],
        repr(query.select_related), tuple([_column(one) for one in query.select]),
        query.selected and tuple(query.selected.items()),
        query.annotation_select_mask is None or frozenset(query.annotation_select_mask),
        tuple([(name, _expression(one, values)) for name, one in query.annotations.items()]),
        tuple([
            (alias, one.table_name, one.parent_alias, one.join_type, id(getattr(one, "join_field", None)))
            for alias, one in query.alias_map.items() if query.alias_refcount[alias]
        ]),
        _conditions(query.where, values),
        tuple([_order(one) for one in query.order_by]), query.default_ordering, query.standard_ordering,
        query.distinct, query.low_mark, query.high_mark,
        query.select_for_update and (
            query.select_for_update_nowait, query.select_for_update_skip_locked, query.select_for_update_of,
            query.select_for_no_key_update,
        ),
    )  # fmt: skip


def _order(one: object) -> str:
    if not isinstance(one, str) or one == "?":
        raise Unusual
    return one


def _column(one: object) -> tuple:
    if one.__class__ is not Col:
        raise Unusual
    return one.alias, id(one.target)


def _conditions(node: WhereNode, values: list) -> tuple:
    return node.connector, node.negated, tuple([_condition(one, values) for one in node.children])


def _condition(node: object, values: list) -> tuple:
    kind = node.__class__
    if kind is WhereNode:
        return _conditions(node, values)
    if kind in COMPARED:
        return kind, _expression(node.lhs, values), _value(node.rhs, values)
    if kind in AMONG:
        return kind, _expression(node.lhs, values), _several(node.rhs, values)
    if kind in EMPTY:
        return kind, _expression(node.lhs, values), node.rhs
    return _expression(node, values)


def _expression(node: object, values: list) -> tuple:
    kind = node.__class__
    if kind is Col:
        return node.alias, id(node.target)
    if kind is Exists:
        return kind, _shape(node.query, values)
    if kind is NegatedExpression:
        return kind, _expression(node.expression, values)
    if kind is Value:
        values.append(node.value)
        return (kind,)
    raise Unusual


def _value(value: object, values: list) -> object:
    if value.__class__ is bool:
        return value  # of a column that is true or false it is no value: the column itself is asked, or its opposite
    if hasattr(value, "resolve_expression"):
        return _expression(value, values)
    values.append(value)
    return None


def _several(among: object, values: list) -> object:
    if isinstance(among, Query):
        return _shape(among, values)
    if hasattr(among, "resolve_expression"):
        raise Unusual
    found = dict.fromkeys(among)
    found.pop(None, None)
    values.extend(found)
    return len(found)


@contextmanager
def written_once() -> Iterator[None]:
    SQLCompiler.as_sql, SQLCompiler.get_converters, SQLUpdateCompiler.as_sql = _as_sql, _get_converters, _change
    try:
        yield
    finally:
        for (owner, name), before in _plain.items():
            setattr(owner, name, before)
