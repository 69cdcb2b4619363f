"""The columns of the dossier list, as data that the table, sorting and copying read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from dxdesk.domain.dossier import DayOnly, DossierLine
from dxdesk.domain.query import Order
from dxdesk.domain.state import OPEN_STATES
from ui.dossiers.marks import standing
from ui.dossiers.matching import short_name
from ui.dossiers.moments import moment_text


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    key: str
    text: Callable[[DossierLine, datetime], str]
    """What the cell shows; the moment is "now"."""
    width: int
    """In average characters, so that it follows the font."""
    order: Order | None = None
    """What a click on the heading sorts by; None: not sortable."""


def _moment(name: str, flag: DayOnly) -> Callable[[DossierLine, datetime], str]:
    def text(line: DossierLine, _now: datetime) -> str:
        return moment_text(getattr(line, name), day_only=flag in line.day_only)

    return text


def _plain(name: str) -> Callable[[DossierLine, datetime], str]:
    def text(line: DossierLine, _now: datetime) -> str:
        return str(getattr(line, name))

    return text


def _code(line: DossierLine, _now: datetime) -> str:
    """A dossier without an official code is known by its book number."""
    return line.code or f"sổ {line.book}"


def held_for(line: DossierLine, now: datetime) -> str:
    """How long its officer has held an open dossier, in calendar days or hours."""
    if line.held_since is None or line.state not in OPEN_STATES or now < line.held_since:
        return ""
    days, rest = divmod(now - line.held_since, timedelta(days=1))
    hours = rest // timedelta(hours=1)
    if days:
        return f"{days} ngày"
    return f"{hours} giờ" if hours else "dưới 1 giờ"


STANDING = "standing"
COLUMNS = (
    Column("Mã hồ sơ", "code", _code, 20, Order.CODE),
    Column("Chủ hồ sơ", "owner", _plain("owner"), 19, Order.OWNER),
    Column("Thủ tục", "procedure", lambda line, _: short_name(line.procedure), 30, Order.PROCEDURE),
    Column("Hạn", STANDING, lambda line, now: standing(line, now).text, 19, Order.DUE),
    Column("Hẹn trả", "due_at", _moment("due_at", DayOnly.DUE), 16, Order.DUE),
    Column("Trạng thái", "state", lambda line, _: line.state.label, 20, Order.STATE),
    Column(
        "Tiếp nhận", "received_at", _moment("received_at", DayOnly.RECEIVED), 16, Order.RECEIVED
    ),
    Column("Người giữ", "officer", _plain("officer"), 18, Order.OFFICER),
    Column("Giữ từ", "held_since", lambda line, _: moment_text(line.held_since), 16, Order.HELD),
    Column("Giữ bao lâu", "held_for", held_for, 12, Order.HELD),
    Column("Kênh", "channel", lambda line, _: line.channel.label, 22, Order.CHANNEL),
    Column("Số sổ", "book", _plain("book"), 12, Order.BOOK),
    Column("Điện thoại", "phone", _plain("phone"), 12, Order.PHONE),
    Column("Lĩnh vực", "field", _plain("field"), 20, Order.FIELD),
    Column(
        "Có kết quả", "finished_at", _moment("finished_at", DayOnly.FINISHED), 16, Order.FINISHED
    ),
    Column(
        "Trả kết quả", "returned_at", _moment("returned_at", DayOnly.RETURNED), 16, Order.RETURNED
    ),
)
SHOWN = (
    *("code", "owner", "procedure", STANDING, "due_at", "state", "received_at", "officer"),
    *("held_for", "channel", "book", "phone", "field", "finished_at", "returned_at"),
)
"""What is shown until the officer chooses otherwise, from left to right."""
