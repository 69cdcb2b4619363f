"""Many entries at once: a block of cells from Excel or a file, first understood, then taken.

Every line is told: taken, already there, left out, or not understood and why. Nothing is dropped.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from dxdesk.desk import Desk
from dxdesk.domain.ledgers import LEDGER_OF, Field, Kind, Ledger, Value
from dxdesk.domain.rights import Right
from dxdesk.domain.text import folded
from dxdesk.errors import DeskError, InputError
from dxdesk.exchange.headings import heading_key
from dxdesk.services.ledgers import reading, rules
from dxdesk.services.ledgers.cells import COUNTERS, Cells, columns_of, no_entry, titled
from dxdesk.services.ledgers.known import Known
from dxdesk.services.ledgers.links import Links, missing, new_name
from dxdesk.services.ledgers.tables import TABLES


@dataclass(frozen=True, slots=True)
class Trouble:
    line: int
    """As the office counts them, from 1."""
    reason: str
    cells: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Row:
    line: int
    texts: dict[str, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was understood of a block of cells."""

    key: str
    rows: tuple[Row, ...]
    """Those that will be taken."""
    troubles: tuple[Trouble, ...]
    known: tuple[Trouble, ...]
    """Those that are there already."""
    left_out: tuple[Trouble, ...]
    """Headings, numbers of columns, sums, titles above the table."""
    unused: tuple[str, ...]
    """Headings of columns that belong to no field."""
    by_order: bool
    """There was no heading: the columns were taken in the order of the fields."""
    created: dict[str, tuple[str, ...]]
    """Names that will be added to other ledgers, by ledger."""

    @property
    def lines(self) -> int:
        return sum(map(len, (self.rows, self.troubles, self.known, self.left_out)))


def understand(desk: Desk, key: str, cells: Sequence[Cells]) -> Pasted:
    """Read *cells* without writing; InputError when there is nothing in them."""
    if not any(any(row) for row in cells):
        raise InputError("Chưa có gì để dán: hãy chọn bảng trong Excel, bấm Ctrl+C rồi dán lại.")
    ledger = LEDGER_OF[key]
    places, head = columns_of(ledger, cells)
    with desk.reading() as session:
        return _Reader(desk, session, ledger, places, head).read(cells)


def take(desk: Desk, pasted: Pasted) -> int:
    """Write what was understood, as one action; how many entries it made."""
    ledger = LEDGER_OF[pasted.key]
    if not pasted.rows:
        raise DeskError("Không có dòng nào để ghi.")
    with desk.act(
        f"Dán {len(pasted.rows)} dòng vào sổ {ledger.title}", right=Right.IMPORT
    ) as session:
        links = Links(session)
        for row in pasted.rows:
            values = {f.column: _value(desk, f, row, links, session) for f in ledger.fields}
            rules.check(desk, session, ledger.key, values)
            session.add(TABLES[ledger.key](**values))
    return len(pasted.rows)


def _value(desk: Desk, one: Field, row: Row, links: Links, session: Session) -> Value:
    text = row.texts.get(one.key, "")
    if one.kind is not Kind.LINK:
        return reading.read(one, text, year=desk.now().year)
    found = links.find(one, text)
    if found is None and text and one.creates:
        return create(session, links, one.to, text)
    if found is None and text:
        raise missing(one, text)
    return found


def create(session: Session, links: Links, key: str, text: str) -> int:
    """A team or a hamlet that a pasted table names; a team gets the hamlet of its name."""
    name = new_name(text)
    values: dict[str, Value] = {"name": name}
    if key == "teams":
        hamlet = LEDGER_OF["teams"].field("hamlet")
        values["hamlet_id"] = links.find(hamlet, text) or create(session, links, "hamlets", text)
    record = TABLES[key](**values)
    session.add(record)
    session.flush()
    links.add(key, record.id, name)
    found: int = record.id
    return found


class _Reader:
    def __init__(
        self,
        desk: Desk,
        session: Session,
        ledger: Ledger,
        places: dict[int, Field],
        head: int | None,
    ) -> None:
        self._desk, self._session, self._ledger = desk, session, ledger
        self._places, self._head = places, head
        self._links = Links(session)
        self._known = Known(session, ledger)
        self._above: dict[str, str] = {}
        self._titled: dict[str, str] = {}
        """What the title above the table says of all its lines."""
        self._created: dict[str, list[str]] = {}
        self._wanted: list[tuple[str, str]] = []
        """What the line that is read would create, by ledger."""
        self.rows: list[Row] = []
        self.troubles: list[Trouble] = []
        self.known: list[Trouble] = []
        self.left_out: list[Trouble] = []

    def read(self, cells: Sequence[Cells]) -> Pasted:
        self._titled = titled(self._ledger, self._places, cells[: self._head or 0])
        for at, row in enumerate(cells):
            if any(row):
                self._take(at, tuple(row))
        heads = [] if self._head is None else cells[self._head]
        unused = (
            text
            for place, text in enumerate(heads)
            if text and place not in self._places and heading_key(text) not in COUNTERS
        )
        return Pasted(
            key=self._ledger.key,
            rows=tuple(self.rows),
            troubles=tuple(self.troubles),
            known=tuple(self.known),
            left_out=tuple(self.left_out),
            unused=tuple(unused),
            by_order=self._head is None,
            created={key: tuple(names) for key, names in self._created.items()},
        )

    def _take(self, at: int, cells: tuple[str, ...]) -> None:
        if self._head is not None and at <= self._head:
            told = "dòng tiêu đề" if at == self._head else "dòng phía trên bảng"
            self.left_out.append(Trouble(at + 1, told, cells))
        elif told := no_entry(cells):
            self.left_out.append(Trouble(at + 1, told, cells))
        else:
            self._entry(at + 1, cells)

    def _entry(self, line: int, cells: tuple[str, ...]) -> None:
        typed = {f.key: cells[at] for at, f in self._places.items() if at < len(cells)}
        typed = self._titled | typed
        down = self._ledger.fills_down
        if down:
            typed[down] = self._above[down] = typed.get(down) or self._above.get(down, "")
        texts = typed
        self._wanted = []
        try:
            texts = self._links.completed(self._ledger, typed)
            values = self._values(texts)
            rules.check(self._desk, self._session, self._ledger.key, values)
        except InputError as error:
            self.troubles.append(Trouble(line, str(error), cells))
            return
        if self._known.again(values, texts):
            self.known.append(Trouble(line, "đã có trong sổ hoặc ở dòng trên", cells))
        else:
            self.rows.append(Row(line, texts))
            for key, text in self._wanted:
                self._will_create(key, text)

    def _values(self, texts: dict[str, str]) -> dict[str, Value]:
        return {one.column: self._one(one, texts.get(one.key, "")) for one in self._ledger.fields}

    def _one(self, one: Field, text: str) -> Value:
        if one.kind is not Kind.LINK:
            return reading.read(one, text, year=self._desk.now().year)
        found = self._links.find(one, text)
        if found is None and text:
            if not one.creates:
                raise missing(one, text)
            self._wanted.append((one.to, text))
        return found

    def _will_create(self, key: str, text: str) -> None:
        name, names = new_name(text), self._created.setdefault(key, [])
        if folded(name) not in map(folded, names):
            names.append(name)
            if key == "teams" and not self._hamlet(text):
                self._will_create("hamlets", text)

    def _hamlet(self, text: str) -> int | None:
        return self._links.find(LEDGER_OF["teams"].field("hamlet"), text)
