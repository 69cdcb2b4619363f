"""Reading, planning and writing one register; cancelling leaves nothing."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from operator import itemgetter

from sqlalchemy.orm import Session

from db.bulk import Block, search_index_apart, update_dossiers
from dxdesk.desk import Desk
from dxdesk.domain.backup import Reason
from dxdesk.domain.rights import Right
from dxdesk.errors import DeskError
from dxdesk.exchange.mapping import Mapping
from dxdesk.exchange.reader import read_register
from dxdesk.exchange.register import Quarantined, Register, RegisterRow
from dxdesk.exchange.source import Source
from dxdesk.services.backups.making import make
from dxdesk.services.imports.collecting import collecting_later
from dxdesk.services.imports.facts import NOTES
from dxdesk.services.imports.foreign import Strays, foreign_places, foreign_warning
from dxdesk.services.imports.names import Names
from dxdesk.services.imports.plan import Plan, Planner
from dxdesk.services.imports.sources import mappings
from dxdesk.services.imports.waiting import keep_waiting, news_among
from dxdesk.services.rows import NewRows, add_rows
from dxdesk.services.settings import office, rules

Progress = Callable[[int, int], None]
_BLOCK = 2000


@dataclass(frozen=True, slots=True)
class ImportResult:
    """rows = new + changed + same + len(quarantined), always."""

    file: str
    shape: str
    shape_name: str
    rows: int
    new: int
    changed: int
    same: int
    quarantined: tuple[Quarantined, ...]
    warnings: tuple[str, ...]
    headings: tuple[str, ...]
    """Of the file's columns: what the quarantine export repeats."""
    unused: tuple[str, ...]
    """Columns of the file that the book does not take."""
    unkept: int
    """How many of `quarantined` did not wait in the book before."""


class CancelledError(DeskError):
    def __init__(self) -> None:
        super().__init__("Đã dừng nhập; chưa có gì được ghi vào sổ.")


class _NothingNewError(Exception):
    """Ends an import that changes nothing, so that the log stays as it was."""


@dataclass
class Tally:
    new: int = 0
    changed: int = 0
    same: int = 0
    quarantined: list[Quarantined] = field(default_factory=list)
    notes: Counter[str] = field(default_factory=Counter)

    def add(self, plan: Plan) -> None:
        self.new += len(plan.new)
        self.changed += len(plan.changed)
        self.same += plan.same
        self.quarantined += plan.quarantined
        self.notes.update(plan.notes)

    @property
    def has_news(self) -> bool:
        return bool(self.new or self.changed)


@dataclass(frozen=True)
class Watch:
    """Progress over both halves, reading and writing, and the officer's wish to stop."""

    progress: Progress | None
    cancelled: Callable[[], bool] | None

    def reading(self, done: int, total: int) -> None:
        self._tell(done, 2 * total)

    def writing(self, done: int, total: int) -> None:
        self._tell(total + done, 2 * total)

    def _tell(self, done: int, total: int) -> None:
        if self.cancelled is not None and self.cancelled():
            raise CancelledError
        if self.progress is not None:
            self.progress(done, total)


@collecting_later()
def run(
    desk: Desk,
    source: Source,
    *,
    mapping: Mapping | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ImportResult:
    """Import *source* as one action that can be undone; rows left out wait to be mended.

    *mapping*: what its columns mean, when their headings do not say it. InputError when it is no
    register; CancelledError leaves the book as it was.
    """
    watch = Watch(progress, cancelled)
    register = read(desk, source, mapping, watch)
    tally = Tally()
    make(desk, Reason.IMPORT)
    with (
        suppress(_NothingNewError),
        desk.act(
            f"Nhập sổ “{register.file}” ({len(register.rows)} dòng)", right=Right.IMPORT
        ) as session,
        desk.reading() as book,
    ):
        names = Names(session, adds=True)
        names.learn(register.rows)
        planner = Planner(book, names, register, rules(desk, book), desk.now())
        _write_all(session, plans(planner, register.rows, watch), tally)
        left_out = news_among(
            session, [*register.quarantined, *tally.quarantined], register.columns
        )
        if not tally.has_news and not left_out:
            raise _NothingNewError
        keep_waiting(session, left_out, register.columns, file=register.file, at=desk.now())
    return result(register, tally, strays(desk, register), unkept=len(left_out))


def read(desk: Desk, source: Source, mapping: Mapping | None, watch: Watch) -> Register:
    """The register in *source*, its columns as *mapping* or an officer before said."""
    with desk.reading() as session:
        known = mappings(session)
    told = known if mapping is None else (*known, mapping)
    return read_register(source, mappings=told, progress=watch.reading)


def _write_all(session: Session, plans: Iterator[Plan], tally: Tally) -> None:
    """Write each block while the next one is planned: the database works beside Python."""
    new = NewRows(session)
    with search_index_apart(session) as index, ThreadPoolExecutor(max_workers=1) as writer:
        writing: Future[None] | None = None
        for plan in plans:
            ready = new.ready(plan.new)
            if writing is not None:
                writing.result()
            tally.add(plan)
            writing = writer.submit(_write, session, new, ready, plan, index)
        if writing is not None:
            writing.result()


def _write(
    session: Session,
    new: NewRows,
    ready: Sequence[Block],
    plan: Plan,
    index: Callable[[], None],
) -> None:
    new.write(ready)
    index()
    update_dossiers(session, sorted(plan.changed, key=itemgetter(0)))


def plans(planner: Planner, rows: Sequence[RegisterRow], watch: Watch) -> Iterator[Plan]:
    for start in range(0, len(rows), _BLOCK):
        watch.writing(start, len(rows))
        yield planner.plan(rows[start : start + _BLOCK])


def write(session: Session, plan: Plan) -> None:
    """Write one small plan."""
    add_rows(session, plan.new)
    update_dossiers(session, sorted(plan.changed, key=itemgetter(0)))


def strays(desk: Desk, register: Register) -> Strays:
    """Prefix of this ward's codes, and where the codes of other units stand."""
    return foreign_places(register.rows, office(desk).code_prefix)


def result(register: Register, tally: Tally, strays: Strays, *, unkept: int) -> ImportResult:
    own, foreign = strays
    quarantined = (*register.quarantined, *tally.quarantined)
    notes = (NOTES[key].format(count) for key, count in sorted(tally.notes.items()))
    return ImportResult(
        file=register.file,
        shape=register.shape,
        shape_name=register.shape_name,
        rows=len(register.rows) + len(register.quarantined),
        new=tally.new,
        changed=tally.changed,
        same=tally.same,
        quarantined=tuple(sorted(quarantined, key=lambda one: (one.sheet, one.line))),
        warnings=(
            *register.warnings,
            *([foreign_warning(own, foreign)] if foreign else ()),
            *notes,
        ),
        headings=register.headings,
        unused=register.unused,
        unkept=unkept,
    )
