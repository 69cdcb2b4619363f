"""Very many dossiers as whole rows: each stored value is turned into the program's own once."""

from typing import Any

from sqlalchemy import ColumnElement, literal_column, select
from sqlalchemy.orm import Session

from db.models import DossierRecord
from dxdesk.domain.memo import Memo

_TABLE = DossierRecord.__table__
_NAMES = tuple(_TABLE.columns.keys())
_RAW: list[ColumnElement[Any]] = [literal_column(f'dossier."{name}"') for name in _NAMES]


class WholeRows:
    """Reads dossiers column by column; a record for each would cost ten times as much."""

    def __init__(self, session: Session) -> None:
        self._session = session
        dialect = session.get_bind().dialect
        self._turned = [
            Memo(turn) if turn else None
            for column in _TABLE.columns
            for turn in [column.type.dialect_impl(dialect).result_processor(dialect, None)]
        ]

    def where(self, *conditions: ColumnElement[bool]) -> list[dict[str, Any]]:
        statement = select(*_RAW).select_from(_TABLE).where(*conditions)
        found = self._session.execute(statement).all()
        columns = [
            values if turned is None else [turned[value] for value in values]
            for turned, values in zip(self._turned, zip(*found, strict=True), strict=False)
        ]
        return [dict(zip(_NAMES, values, strict=True)) for values in zip(*columns, strict=True)]
