"""A source of reports over literal figures, and ways to read what was printed."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pypdfium2

from dxdesk.domain import period as periods
from dxdesk.domain.channel import Channel
from dxdesk.domain.closing import Member
from dxdesk.domain.dossier import DayOnly, Dossier, DossierId, DossierLine, Person
from dxdesk.domain.figures import Figures, GroupFigures, Statistics
from dxdesk.domain.indicators.board import Board
from dxdesk.domain.office import Office
from dxdesk.domain.outcome import EarlyRule
from dxdesk.domain.period import Period
from dxdesk.domain.report_settings import ReportSettings
from dxdesk.domain.service import AMOUNTS, ServiceFigures, ServiceGroup, ServiceStatistics
from dxdesk.domain.state import State
from tests.reports.indicator_rows import INDICATOR_ROWS

NOW = datetime(2026, 5, 2, 8, 15)
APRIL = periods.month(2026, 4)
WARD = Office(
    name="phường An Bình",
    committee="PHƯỜNG AN BÌNH",
    place="An Bình",
    superior="ỦY BAN NHÂN DÂN TỈNH AN GIANG",
    signer_name="Nguyễn Thị Thu Hà",
    recipients=("Như trên", "TT Đảng ủy, TT HĐND phường", "Lưu: VT, TTPVHCC"),
)


def figures(**free: int) -> Figures:
    """Figures that keep R14, from the numbers that are free (channels, outcomes, overdue …)."""
    given = Figures(**free)
    online = given.partial + given.full
    received = online + given.in_person + given.postal
    resolved = given.early + given.on_time + given.late
    pending = received + given.carried_over - resolved
    return replace(
        given,
        online=online,
        received=received,
        resolved=resolved,
        pending=pending,
        in_time=pending - given.overdue,
    )


FIELDS = {
    "Hộ tịch": figures(
        partial=120, full=310, in_person=45, carried_over=12, early=430, on_time=31, late=3,
        overdue=1, without_result=2, stopped=4, declined=2,
    ),
    "Chứng thực": figures(in_person=1250, postal=6, early=1240, on_time=15),
    "Đất đai": figures(
        partial=60, in_person=22, postal=3, carried_over=41, early=20, on_time=35, late=6,
        overdue=5, stopped=7,
    ),
    "Bảo trợ xã hội": figures(full=18, in_person=4, carried_over=2, early=12, on_time=8),
    "Môi trường": Figures(),
}  # fmt: skip


def made_members(groups: Sequence[GroupFigures | ServiceGroup]) -> tuple[Member, ...]:
    """A dossier for each one that each number of each group counts."""
    made = []
    for group in groups:
        for name, number in asdict(group.figures).items():
            made += [(group, name)] * (0 if name in AMOUNTS else number)
    return tuple(
        Member(DossierId(n), f"2026/{n:06}", group.key, group.name, frozenset({name}))
        for n, (group, name) in enumerate(made, 1)
    )


@dataclass(frozen=True)
class LiteralSource:
    """What a ward's database would answer, written down."""

    fields: Mapping[Period, Mapping[str, Figures]] = field(default_factory=lambda: {APRIL: FIELDS})
    office: Office = WARD
    now: datetime = NOW
    late_lines: tuple[DossierLine, ...] = ()
    months: tuple[tuple[Period, Figures], ...] = ()
    faults: tuple[str, ...] = ()
    dossiers: Callable[[], Iterator[Dossier]] = lambda: iter(())
    number: int = 0
    early_rule: EarlyRule = EarlyRule.SESSION

    def statistics(self, period: Period, *, by: str = "field") -> Statistics:
        groups = tuple(
            GroupFigures(name, name, each) for name, each in self.fields.get(period, {}).items()
        )
        return Statistics(
            period=period,
            as_of=period.as_of(self.now),
            early_rule=self.early_rule,
            by=by,
            groups=groups,
            total=sum((group.figures for group in groups), Figures()),
            last_action=12345,
            taken_at=self.now,
        )

    settings: ReportSettings = field(default_factory=ReportSettings)
    sentences: Mapping[str, str] = field(default_factory=dict)
    service_groups: tuple[ServiceGroup, ...] = ()

    def members(self, period: Period, *, by: str = "field") -> tuple[Member, ...]:
        return made_members(self.statistics(period, by=by).groups)

    def services(self, period: Period, *, by: str) -> ServiceStatistics:
        found = self.statistics(period, by=by)
        return ServiceStatistics(
            period=period,
            as_of=found.as_of,
            by=by,
            groups=self.service_groups,
            total=sum((group.figures for group in self.service_groups), ServiceFigures()),
            last_action=found.last_action,
            taken_at=found.taken_at,
        )

    def behind(self, period: Period, *, by: str) -> tuple[Member, ...]:
        return made_members(self.service_groups)

    def board(self, period: Period) -> Board:
        return Board(period, period.as_of(self.now), INDICATOR_ROWS)

    def work(self, period: Period) -> tuple[str, ...]:
        return (f"Có 12 tổ công nghệ số cộng đồng {period.label}.",)

    def late(self, period: Period) -> tuple[DossierLine, ...]:
        return self.late_lines

    def series(self, period: Period, months: int) -> tuple[tuple[Period, Figures], ...]:
        return self.months

    def at_fault(self, period: Period) -> tuple[str, ...]:
        return self.faults

    def register(self, period: Period) -> Iterator[Dossier]:
        return self.dossiers()

    def count(self, period: Period) -> int:
        return self.number


def page_texts(path: Path) -> list[str]:
    """The text of each page, NFC, all white space single."""
    with pypdfium2.PdfDocument(path) as document:
        texts = []
        for index in range(len(document)):
            page = document[index]
            text = page.get_textpage()
            texts.append(text.get_text_range())
            text.close()
            page.close()
    return [re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)) for text in texts]


def dossier(number: int, **changes: Any) -> Dossier:
    """A finished dossier of April 2026 with this book number."""
    received = datetime(2026, 4, 1, 8, 5) + timedelta(minutes=7 * number)
    values: dict[str, Any] = {each.name: None for each in fields(Dossier)} | {
        "id": number,
        "code": f"H99.12-260401-{number:04}",
        "book_year": 2026,
        "book_number": number,
        "procedure_code": "1.001193",
        "procedure": "Đăng ký khai sinh",
        "field": "Hộ tịch",
        "unit": "UBND phường An Bình",
        "channel": Channel.IN_PERSON,
        "owner": Person("Nguyễn Thị Ánh Tuyết", address="Khu phố 3", phone="0912000000"),
        "copies": 1,
        "note": "",
        "received_at": received,
        "due_at": received + timedelta(days=2),
        "processing_since": received + timedelta(minutes=30),
        "finished_at": received + timedelta(days=1),
        "returned_at": received + timedelta(days=2),
        "returned_to": "",
        "reason": "",
        "late_reason": "",
        "day_only": DayOnly.NONE,
        "state": State.RETURNED,
        "outcome": "early",
        "overdue": False,
    }
    return Dossier(**(values | changes))


def late_line(number: int, **changes: Any) -> DossierLine:
    """A dossier that was finished two days late."""
    values: dict[str, Any] = {each.name: None for each in fields(DossierLine)} | {
        "id": number,
        "code": f"H99.12-260403-{number:04}",
        "book": f"2026/{number:06}",
        "procedure": "Đăng ký biến động quyền sử dụng đất do chuyển nhượng, thừa kế, tặng cho",
        "field": "Đất đai",
        "owner": "Lê Thị Út",
        "channel": Channel.IN_PERSON,
        "due_at": datetime(2026, 4, 10, 17, 30) + timedelta(hours=number),
        "finished_at": datetime(2026, 4, 14, 9, 5),
        "officer": "Trần Văn Bình",
        "day_only": DayOnly.NONE,
        "late_reason": "",
        "outcome": "late",
        "overdue": False,
        "state": State.FINISHED,
    }
    return DossierLine(**(values | changes))
