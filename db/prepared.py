"""A statement of SQLAlchemy's, compiled once and run by the driver itself.

For what every save and every figure asks: for a small answer SQLAlchemy's own way costs ten times
as much as the driver's (bench/RESULTS.md).
"""

from collections import namedtuple
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any

from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.sql.base import Executable
from sqlalchemy.sql.compiler import SQLCompiler

from db.asking import Ask

_DIALECT = SQLiteDialect_pysqlite(paramstyle="named")
_Change = Callable[[Any], Any]


class Prepared:
    """Called with the values of its parameters it gives all rows, columns by their names."""

    def __init__(self, statement: Executable) -> None:
        self._statement: Any = statement

    def __call__(self, ask: Ask, **values: Any) -> list[Any]:
        given = self._constants | values
        for name, change in self._binds.items():
            given[name] = change(given[name])
        rows: Iterable[Any] = ask(self._sql, given)
        if self._results:
            rows = map(self._changed, rows)
        return [*map(self._row, rows)]

    @cached_property
    def _compiled(self) -> SQLCompiler:
        compiled: SQLCompiler = self._statement.compile(
            dialect=_DIALECT, compile_kwargs={"render_postcompile": True}
        )
        return compiled

    @cached_property
    def _sql(self) -> str:
        return str(self._compiled)

    @cached_property
    def _constants(self) -> dict[str, Any]:
        return dict(self._compiled.params)

    @cached_property
    def _binds(self) -> dict[str, _Change]:
        found = {
            name: bind.type.dialect_impl(_DIALECT).bind_processor(_DIALECT)
            for bind, name in self._compiled.bind_names.items()
        }
        return {name: change for name, change in found.items() if change is not None}

    @cached_property
    def _columns(self) -> list[tuple[str, Any]]:
        chosen = getattr(self._statement, "exported_columns", None)
        return [] if chosen is None else [(one.key, one.type) for one in chosen]

    @cached_property
    def _results(self) -> dict[int, _Change]:
        found = (
            kind.dialect_impl(_DIALECT).result_processor(_DIALECT, None)
            for _name, kind in self._columns
        )
        return {at: change for at, change in enumerate(found) if change is not None}

    def _changed(self, row: tuple[Any, ...]) -> list[Any]:
        values = list(row)
        for at, change in self._results.items():
            values[at] = change(values[at])
        return values

    @cached_property
    def _row(self) -> Callable[[Any], Any]:
        names = [name for name, _kind in self._columns]
        kind: Any = namedtuple("Row", names, rename=True)  # type: ignore[misc]  # noqa: PYI024 - the names are data
        make: Callable[[Any], Any] = kind._make
        return make
