"""The columns of the dossier list, as data that the table, sorting and copying read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from dxdesk.domain.dossier import DayOnly, DossierLine
from dxdesk.domain.masking import masked
from dxdesk.domain.query import Order
from dxdesk.domain.state import OPEN_STATES
from dxdesk.reports.register_rows import Cell, Moment
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
    moment: tuple[str, DayOnly] | None = None
    """The moment that the cell shows: a file keeps it as one."""
    private: bool = False
    """A number of a paper or a phone: masked, and in a file only when asked for."""

    def shown(self, line: DossierLine, now: datetime, *, numbers: bool) -> str:
        """What the cell shows; *numbers* of citizens whole, or masked."""
        text = self.text(line, now)
        return masked(text) if self.private and not numbers else text

    def cell(self, line: DossierLine, now: datetime) -> Cell:
        """The value for a file."""
        if self.moment is None:
            return self.text(line, now)
        name, flag = self.moment
        at = getattr(line, name)
        return None if at is None else Moment(at, bool(flag & line.day_only))


def _moments(title: str, name: str, flag: DayOnly, order: Order) -> Column:
    def text(line: DossierLine, _now: datetime) -> str:
        return moment_text(getattr(line, name), day_only=bool(flag & line.day_only))

    return Column(title, name, text, 16, order, (name, flag))


def _plain(name: str) -> Callable[[DossierLine, datetime], str]:
    def text(line: DossierLine, _now: datetime) -> str:
        return str(getattr(line, name))

    return text


def _known(name: str) -> Callable[[DossierLine, datetime], str]:
    """A mark as a word; nothing while it is not known."""

    def text(line: DossierLine, _now: datetime) -> str:
        return {True: "Có", False: "Không"}.get(getattr(line, name), "")

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
    _moments("Hẹn trả", "due_at", DayOnly.DUE, Order.DUE),
    Column("Trạng thái", "state", lambda line, _: line.state.label, 20, Order.STATE),
    _moments("Tiếp nhận", "received_at", DayOnly.RECEIVED, Order.RECEIVED),
    Column("Người giữ", "officer", _plain("officer"), 18, Order.OFFICER),
    _moments("Giữ từ", "held_since", DayOnly.NONE, Order.HELD),
    Column("Giữ bao lâu", "held_for", held_for, 12, Order.HELD),
    Column("Kênh", "channel", lambda line, _: line.channel.label, 22, Order.CHANNEL),
    Column("Số sổ", "book", _plain("book"), 12, Order.BOOK),
    Column("Điện thoại", "phone", _plain("phone"), 12, Order.PHONE, private=True),
    Column("Số giấy tờ", "id_no", _plain("id_no"), 14, private=True),
    Column("Lĩnh vực", "field", _plain("field"), 20, Order.FIELD),
    Column("Liên thông", "interlinked", _known("interlinked"), 10),
    Column("Phi địa giới", "non_territorial", _known("non_territorial"), 12),
    _moments("Có kết quả", "finished_at", DayOnly.FINISHED, Order.FINISHED),
    _moments("Trả kết quả", "returned_at", DayOnly.RETURNED, Order.RETURNED),
)
SHOWN = (
    *("code", "owner", "procedure", STANDING, "due_at", "state", "received_at", "officer"),
    *("held_for", "channel", "book", "phone", "field", "finished_at", "returned_at"),
)
"""What is shown until the officer chooses otherwise, from left to right."""
