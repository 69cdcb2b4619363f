"""From the names in a file to the rows of the catalogue: found, added or refused, not guessed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import FieldRecord, HamletRecord, OfficerRecord, ProcedureRecord, UnitRecord
from dxdesk.domain.due import Limit
from dxdesk.domain.terms import Terms, in_force
from dxdesk.domain.text import folded
from dxdesk.exchange.register import RegisterRow
from dxdesk.services.terms import dated_terms, first_terms

_WORD = "thu tuc "
_Named = type[FieldRecord] | type[HamletRecord] | type[OfficerRecord] | type[UnitRecord]


class RefusedError(Exception):
    """A row that cannot be taken in: the column's field, its value, and why."""

    def __init__(self, field: str, value: str, reason: str) -> None:
        super().__init__(reason)
        self.field = field
        self.value = value
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Procedure:
    """What an import takes from the catalogue."""

    id: int
    field_id: int
    terms: tuple[Terms, ...]

    def limit_on(self, day: date) -> Limit | None:
        return in_force(self.terms, day).limit


class Names:
    """Procedures are looked up, people and places are added when *adds*; each name once."""

    def __init__(self, session: Session, *, adds: bool) -> None:
        self._session = session
        self._adds = adds
        self._known: dict[_Named, dict[str, int]] = {}
        self._by_code: dict[str, ProcedureRecord] = {}
        self._by_name: dict[str, list[ProcedureRecord]] = {}
        self._dated = dated_terms(session)
        self._seen: dict[tuple[str, str], Procedure | RefusedError] = {}
        for record in session.scalars(select(ProcedureRecord)):
            self._by_code[record.code] = record
            self._by_name.setdefault(_key(record.name), []).append(record)

    def learn(self, rows: Sequence[RegisterRow]) -> None:
        """Look up, or add, every name in *rows* now: afterwards the session is not needed."""
        for kind, wanted in (
            (FieldRecord, {row.field_name for row in rows}),
            (OfficerRecord, {row.officer_name for row in rows}),
            (OfficerRecord, {row.handler_name for row in rows}),
            (UnitRecord, {row.unit_name for row in rows}),
            (HamletRecord, {row.area for row in rows}),
        ):
            for name in sorted(wanted):
                self._id(kind, name)

    def procedure(self, row: RegisterRow) -> Procedure:
        """The catalogue's procedure of *row*; RefusedError offers the nearest names."""
        seen = (row.procedure_code, row.procedure_name)
        found = self._seen.get(seen)
        if found is None:
            found = self._seen[seen] = self._found(row)
        if isinstance(found, RefusedError):
            raise found
        return found

    def by_id(self, procedure_id: int) -> Procedure:
        """A procedure that a stored dossier has."""
        record = self._session.get_one(ProcedureRecord, procedure_id)
        return self._plain(record)

    def _found(self, row: RegisterRow) -> Procedure | RefusedError:
        if row.procedure_code in self._by_code:
            return self._plain(self._by_code[row.procedure_code])
        found = self._by_name.get(_key(row.procedure_name), [])
        return self._plain(found[0]) if len(found) == 1 else self._refusal(row, found)

    def _plain(self, record: ProcedureRecord) -> Procedure:
        terms = (first_terms(record), *self._dated.get(record.id, ()))
        return Procedure(record.id, record.field_id, terms)

    def _refusal(self, row: RegisterRow, found: list[ProcedureRecord]) -> RefusedError:
        if not row.procedure_name:
            if not row.procedure_code:
                return RefusedError("procedure_name", "", "Thiếu tên hoặc mã thủ tục.")
            reason = "Mã thủ tục này không có trong danh mục; hãy sửa mã hoặc bổ sung danh mục."
            return RefusedError("procedure_code", row.procedure_code, reason)
        if found:
            codes = ", ".join(record.code for record in found)
            reason = f"Danh mục có nhiều thủ tục cùng tên ({codes}); hãy ghi thêm mã thủ tục."
            return RefusedError("procedure_name", row.procedure_name, reason)
        near = get_close_matches(_key(row.procedure_name), self._by_name, n=2, cutoff=0.6)
        offered = "; ".join(f"{r.code} - {r.name}" for key in near for r in self._by_name[key])
        hint = f" Gần giống nhất: {offered}." if offered else ""
        reason = f"Thủ tục không có trong danh mục; hãy sửa tên hoặc bổ sung danh mục.{hint}"
        return RefusedError("procedure_name", row.procedure_name, reason)

    def field(self, name: str) -> int | None:
        return self._id(FieldRecord, name)

    def officer(self, name: str) -> int | None:
        return self._id(OfficerRecord, name)

    def unit(self, name: str) -> int | None:
        return self._id(UnitRecord, name)

    def hamlet(self, name: str) -> int | None:
        return self._id(HamletRecord, name)

    def _id(self, kind: _Named, name: str) -> int | None:
        """Id of a name; None for an empty one, 0 for a new one that is not added now."""
        if not name:
            return None
        known = self._known.get(kind)
        if known is None:
            rows = self._session.execute(select(kind.name, kind.id))
            known = self._known[kind] = {row[0]: row[1] for row in rows}
        if name not in known:
            known[name] = self._added(kind, name) if self._adds else 0
        return known[name]

    def _added(self, kind: _Named, name: str) -> int:
        record = kind(name=name)
        self._session.add(record)
        self._session.flush()
        return record.id


def _key(name: str) -> str:
    return folded(name).removeprefix(_WORD)
