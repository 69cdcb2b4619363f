"""Writing reports and the register: the database's side of `dxdesk.reports.source`."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from db.conditions import COUNTED, conditions
from db.models import DossierRecord
from dxdesk.desk import Desk
from dxdesk.domain.channel import Channel
from dxdesk.domain.closing import Member
from dxdesk.domain.dossier import Dossier, DossierLine
from dxdesk.domain.figures import Figures, Statistics
from dxdesk.domain.indicators.board import Board
from dxdesk.domain.office import Office
from dxdesk.domain.period import Period, month
from dxdesk.domain.query import CountFilter, Order, Query
from dxdesk.domain.report_settings import ReportSettings
from dxdesk.domain.service import ServiceStatistics
from dxdesk.errors import DeskError, InputError
from dxdesk.reports import register
from dxdesk.reports.catalogue import REPORTS, Report
from dxdesk.services import listing, settings, statistics
from dxdesk.services.digital.work import work_sentences
from dxdesk.services.indicators.board import board
from dxdesk.services.records import AllNames, dossier_of
from dxdesk.services.report_sentences import own_sentences
from dxdesk.services.report_settings import report_settings
from dxdesk.services.report_wordings import REGISTER, office_of
from dxdesk.services.service_statistics import behind_services, service_statistics

if TYPE_CHECKING:
    from dxdesk.reports.monthly_facts import Facts

_FAULTS_SHOWN = 1000
_BLOCK = 500


class CancelledError(DeskError):
    def __init__(self) -> None:
        super().__init__("Đã dừng lập báo cáo; chưa có tệp nào được ghi.")


@dataclass(frozen=True)
class Source:
    """What a report may ask; every answer comes from the services that the screens use."""

    desk: Desk
    office: Office
    now: datetime
    cancelled: Callable[[], bool] | None = None

    def statistics(self, period: Period, *, by: str = "field") -> Statistics:
        self._check()
        return statistics.statistics(self.desk, period, by=by, as_of=self.now)

    @cached_property
    def settings(self) -> ReportSettings:
        return report_settings(self.desk)

    @cached_property
    def sentences(self) -> Mapping[str, str]:
        return own_sentences(self.desk)

    def members(self, period: Period, *, by: str = "field") -> tuple[Member, ...]:
        self._check()
        return statistics.snapshot(self.desk, period, by=by, as_of=self.now).members

    def services(self, period: Period, *, by: str) -> ServiceStatistics:
        self._check()
        return service_statistics(self.desk, period, by=by, as_of=self.now)

    def behind(self, period: Period, *, by: str) -> tuple[Member, ...]:
        self._check()
        return behind_services(self.desk, period, by=by, as_of=self.now)

    def board(self, period: Period) -> Board:
        self._check()
        return board(self.desk, period, as_of=self.now)

    def work(self, period: Period) -> tuple[str, ...]:
        self._check()
        return work_sentences(self.desk, period)

    def late(self, period: Period) -> tuple[DossierLine, ...]:
        """Finished late in the period, then overdue at its end, oldest due time first."""
        self._check()
        found: list[DossierLine] = []
        for name in ("late", "overdue"):
            count = statistics.count_filter(self.desk, name, period, as_of=self.now)
            wanted = Query(count=count, order=Order.DUE, descending=False)
            found += listing.lines(self.desk, listing.ids(self.desk, wanted))
        return tuple(found)

    def series(self, period: Period, months: int) -> tuple[tuple[Period, Figures], ...]:
        self._check()
        until = month(period.last.year, period.last.month)
        return statistics.monthly_series(self.desk, months=months, until=until, now=self.now)

    def at_fault(self, period: Period) -> tuple[str, ...]:
        """Codes, else book numbers, of dossiers that break an identity of R14."""
        count = statistics.count_filter(self.desk, "received", period, as_of=self.now)
        columns = (DossierRecord.code, DossierRecord.book_year, DossierRecord.book_number)
        statement = select(*columns).where(_at_fault(count)).limit(_FAULTS_SHOWN)
        with self.desk.reading() as session:
            return tuple(
                code or f"{year}/{number:06}" for code, year, number in session.execute(statement)
            )

    def register(self, period: Period) -> Iterator[Dossier]:
        with self.desk.reading() as session:
            current = settings.rules(self.desk, session)
            names = AllNames(session)
            ids = list(session.scalars(_registered(period)))
            for start in range(0, len(ids), _BLOCK):
                self._check()
                for record in _records(session, ids[start : start + _BLOCK]):
                    yield dossier_of(record, names.of(record), current, self.now)
                session.expunge_all()

    def count(self, period: Period) -> int:
        with self.desk.reading() as session:
            return len(session.scalars(_registered(period)).all())

    def _check(self) -> None:
        if self.cancelled is not None and self.cancelled():
            raise CancelledError


def _registered(period: Period) -> Select[int]:
    """Dossiers that came in during *period*, void and declined ones too, in the book's order."""
    return (
        select(DossierRecord.id)
        .where(DossierRecord.arrived_at.between(period.start, period.end))
        .order_by(DossierRecord.book_year, DossierRecord.book_number)
    )


def _records(session: Session, ids: list[int]) -> list[DossierRecord]:
    found = session.scalars(select(DossierRecord).where(DossierRecord.id.in_(ids)))
    by_id = {record.id: record for record in found}
    return [by_id[key] for key in ids if key in by_id]


def _at_fault(count: CountFilter) -> ColumnElement[bool]:
    """Dossiers without a channel, and those whose two sides of R14 do not weigh the same."""
    counted = conditions(count)
    left = or_(counted["received"], counted["carried_over"])
    right = or_(counted["resolved"], counted["pending"])
    unknown = and_(counted["received"], DossierRecord.channel == Channel.UNKNOWN)
    unjudged = and_(counted["resolved"], DossierRecord.outcome.is_(None))
    lopsided = func.coalesce(left, 0) != func.coalesce(right, 0)
    return and_(COUNTED, or_(unknown, unjudged, lopsided))


def source(desk: Desk, *, report: str = "", cancelled: Callable[[], bool] | None = None) -> Source:
    """The source of one *report*; its clock stands still so that all its parts agree."""
    return Source(desk, office_of(desk, report), desk.now(), cancelled)


def report_of(key: str) -> Report:
    """The report *key* of the catalogue; InputError lists those that exist."""
    for report in REPORTS:
        if report.key == key:
            return report
    raise InputError(
        f"Không có báo cáo “{key}”; hãy chọn một trong: {', '.join(r.key for r in REPORTS)}."
    )


def prose_facts(
    desk: Desk, period: Period, *, cancelled: Callable[[], bool] | None = None
) -> "Facts":
    """What the report in prose says of *period*, to be worded again and again."""
    from dxdesk.reports.monthly_facts import gather

    return gather(source(desk, cancelled=cancelled), period)


def write_report(
    desk: Desk,
    key: str,
    period: Period,
    path: Path,
    *,
    cancelled: Callable[[], bool] | None = None,
) -> Path:
    """Write one report; refuses, naming the dossiers at fault, when R14 does not hold."""
    report = report_of(key)
    if path.suffix.lower().removeprefix(".") not in report.formats:
        raise InputError(
            f"Báo cáo này chỉ ghi được ra tệp {' hoặc '.join('.' + f for f in report.formats)}, "
            f"không phải “{path.name}”."
        )
    report.write(source(desk, report=key, cancelled=cancelled), period, path)
    return path


def write_register(
    desk: Desk,
    period: Period,
    path: Path,
    *,
    cancelled: Callable[[], bool] | None = None,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> Path:
    """Write the register of *period* as .pdf, .xlsx or .csv."""
    asked = source(desk, report=REGISTER, cancelled=cancelled)
    register.write_register(asked, period, path, told=progress)
    return path
