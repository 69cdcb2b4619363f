"""Names of what links lead to, and finding one of them by a few letters or its number."""

import re
from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from dxdesk.domain.ledgers.field import Field, Kind, Ledger
from dxdesk.domain.text import clean, folded, place_key
from dxdesk.errors import InputError
from dxdesk.services.ledgers.tables import TABLES, name_column

_DIGITS = re.compile(r"\d+", re.ASCII)
_NUMBERED = {"teams", "hamlets"}


class Links:
    """Within one transaction; each table's names are read once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._names: dict[str, dict[int, str]] = {}
        self._by_folded: dict[str, dict[str, list[int]]] = {}
        self._by_number: dict[tuple[str, int], list[tuple[str, int]]] = {}

    def names(self, key: str) -> dict[int, str]:
        if key not in self._names:
            table = TABLES[key]
            column = getattr(table, name_column(key))
            found = self._session.execute(select(table.id, column))
            self._names[key] = {row_id: _text(name) for row_id, name in found}
            for row_id, name in self._names[key].items():
                self._index(key, row_id, name)
            if key == "teams":
                self._teams_by_hamlet()
        return self._names[key]

    def _index(self, key: str, row_id: int, name: str) -> None:
        known = self._by_folded.setdefault(key, {}).setdefault(folded(name), [])
        if row_id not in known:
            known.append(row_id)
            numbers = _DIGITS.findall(folded(name))
            if key in _NUMBERED and len(numbers) == 1:
                at = (key, int(numbers[0]))
                self._by_number.setdefault(at, []).append((folded(name), row_id))

    def _teams_by_hamlet(self) -> None:
        """A team is also found by its hamlet's name."""
        hamlets, team = self.names("hamlets"), TABLES["teams"]
        for row_id, hamlet in self._session.execute(select(team.id, team.hamlet_id)):
            if hamlet in hamlets:
                self._index("teams", row_id, hamlets[hamlet])

    def add(self, key: str, row_id: int, name: str) -> None:
        """A row that was written in this very action."""
        self.names(key)[row_id] = name
        self._index(key, row_id, name)

    def options(self, key: str) -> tuple[str, ...]:
        return tuple(sorted(self.names(key).values(), key=place_key))

    def completed(self, ledger: Ledger, texts: Mapping[str, str]) -> dict[str, str]:
        """*texts* with the names that stand for an empty one."""
        found = {one.key: texts.get(one.key, "").strip() for one in ledger.fields}
        for one in ledger.fields:
            if one.otherwise and not found[one.key]:
                other = ledger.field(one.otherwise)
                text = found[one.otherwise]
                found[one.key] = self._called(other, text) if other.kind is Kind.LINK else text
        return found

    def _called(self, field: Field, text: str) -> str:
        found = self.find(field, text)
        return new_name(text) if found is None else self.names(field.to)[found]

    def find(self, field: Field, text: str) -> int | None:
        """The one that *text* means; None when there is none. InputError when it may be several."""
        text = clean(text)
        if not text:
            if field.required:
                raise InputError(f"{field.title}: chưa nhập; ô này cần có.")
            return None
        names = self.names(field.to)
        wanted = folded(text)
        exact = self._by_folded.get(field.to, {}).get(wanted, [])
        found = exact or self._numbered(field.to, wanted) or self._containing(field.to, wanted)
        if len(found) > 1:
            told = "; ".join(sorted((names[one] for one in found), key=place_key)[:4])
            raise InputError(
                f"{field.title}: “{text[:60]}” có thể là nhiều mục ({told}); hãy gõ thêm."
            )
        return found[0] if found else None

    def _numbered(self, key: str, wanted: str) -> list[int]:
        """`Tổ 5`, `TDP 05` or `5` mean Tổ dân phố 5; `Ấp 5` does not."""
        numbers, words = _DIGITS.findall(wanted), _DIGITS.sub(" ", wanted).split()
        if len(numbers) != 1:
            return []
        there = self._by_number.get((key, int(numbers[0])), [])
        return list(dict.fromkeys(row_id for name, row_id in there if _alike(words, name)))

    def _containing(self, key: str, wanted: str) -> list[int]:
        names = self._by_folded.get(key, {})
        return list(dict.fromkeys(one for n, ids in names.items() if wanted in n for one in ids))


def _alike(words: list[str], name: str) -> bool:
    named = _DIGITS.sub(" ", name).split()
    initials = "".join(word[0] for word in named)
    return set(words) - {"so"} <= set(named) or words == [initials]


def _text(name: object) -> str:
    return f"{name:%d/%m/%Y}" if isinstance(name, date) else str(name)


def new_name(text: str) -> str:
    """A table that names hamlets by bare numbers means `Tổ dân phố 5`."""
    text = clean(text)
    return f"Tổ dân phố {text}" if text.isdigit() else text


def missing(field: Field, text: str) -> InputError:
    return InputError(f"{field.title}: chưa có “{clean(text)[:60]}”; hãy thêm trước, hoặc gõ lại.")
