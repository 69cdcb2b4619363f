"""What reading a register gives: rows, what was passed over, what could not be read, and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from dxdesk.domain.channel import Channel
from dxdesk.domain.dossier import DayOnly
from dxdesk.exchange.words import READ_ONLY


class LineKind(StrEnum):
    """Why a line of the file is no dossier."""

    TITLE = "title"
    HEADING = "heading"
    NUMBERS = "numbers"
    GROUP = "group"
    SUBTOTAL = "subtotal"
    TOTAL = "total"
    SIGNATURE = "signature"
    EMPTY = "empty"
    OTHER = "other"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    LineKind.TITLE: "tiêu đề của bảng",
    LineKind.HEADING: "tiêu đề cột",
    LineKind.NUMBERS: "dòng đánh số cột",
    LineKind.GROUP: "dòng nhóm",
    LineKind.SUBTOTAL: "dòng cộng",
    LineKind.TOTAL: "dòng tổng cộng",
    LineKind.SIGNATURE: "phần ký",
    LineKind.EMPTY: "dòng trống",
    LineKind.OTHER: "dòng không hiểu",
}


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """A column of the file: its heading as seen, the field it fills (None: not used).

    What group rows tell (field, procedure) stands behind the file's own columns.
    The heading of a two-row head is `group / leaf`, which reading understands again.
    """

    heading: str
    field: str | None


@dataclass(frozen=True, slots=True)
class SkippedLine:
    """A line that is no dossier. A run of empty lines is one entry, at its first line."""

    line: int
    kind: LineKind
    text: str
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A row left out: where, which value, why; `raw` is aligned with `Register.columns`."""

    line: int
    column: str
    value: str
    reason: str
    raw: tuple[str, ...]
    sheet: str = ""


class RegisterRow(NamedTuple):
    """One dossier as the file tells it, a tuple because large files make so many of them.

    Empty text and None mean: the file says nothing.

    `line` is the line that Excel shows (1-based). Moments known by their date alone stand at
    00:00 and are named in `day_only` (R8). `officer_name` received the dossier, `handler_name`
    works on it, `receiver_name` collected the result. `procedure_code` is the catalogue's code
    without the province's suffix. `channel` is None when the file has no such column.
    """

    line: int
    sheet: str = ""
    code: str = ""
    procedure_code: str = ""
    procedure_name: str = ""
    field_name: str = ""
    content: str = ""
    owner_name: str = ""
    owner_id_no: str = ""
    owner_phone: str = ""
    owner_address: str = ""
    applicant_name: str = ""
    applicant_id_no: str = ""
    applicant_phone: str = ""
    applicant_address: str = ""
    submitted: datetime | None = None
    received: datetime | None = None
    due: datetime | None = None
    finished: datetime | None = None
    returned: datetime | None = None
    day_only: DayOnly = DayOnly.NONE
    channel_text: str = ""
    channel: Channel | None = None
    return_way: str = ""
    status_text: str = ""
    officer_name: str = ""
    handler_name: str = ""
    unit_name: str = ""
    receiver_name: str = ""
    copies: int | None = None
    fee_text: str = ""
    fee_amount: int | None = None
    """Đồng; 0 when the file says that it is free."""
    area: str = ""
    note: str = ""
    email: str = ""
    receipt_no: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """A register that was read. Rows of the file = `rows` + `quarantined`, always."""

    file: str
    shape: str
    shape_name: str
    columns: tuple[MappedColumn, ...]
    rows: tuple[RegisterRow, ...]
    skipped: tuple[SkippedLine, ...]
    quarantined: tuple[Quarantined, ...]
    stated_total: int | None
    """How many dossiers the file itself says it holds."""
    warnings: tuple[str, ...]
    source: str = ""
    """The headings by which the source is known again."""
    doubts: Mapping[tuple[str, int], tuple[str, ...]] = field(default_factory=dict)
    """Sheet and line → what was doubted or mended there, in a few words."""

    @property
    def unused(self) -> tuple[str, ...]:
        """Headings of the columns whose values the book does not take."""
        return tuple(
            column.heading
            for column in self.columns
            if column.heading
            and (column.field is None or column.field in READ_ONLY)
            and column.field != "number"
        )

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(column.heading for column in self.columns)
