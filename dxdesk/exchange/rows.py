"""One line of a register → `RegisterRow`, or the reason why it cannot be one."""

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from dxdesk.domain.channel import Channel
from dxdesk.domain.dossier import DayOnly
from dxdesk.exchange.cells import Cell, UnreadableError, amount, cell_text, moment, whole_number
from dxdesk.exchange.channels import channel_of
from dxdesk.exchange.identities import (
    address_and_phone,
    id_number,
    phone_number,
    procedure_code,
    split_procedure,
)
from dxdesk.exchange.layout import Layout
from dxdesk.exchange.legacy import strange
from dxdesk.exchange.lines import Group
from dxdesk.exchange.register import RegisterRow
from dxdesk.exchange.tally import Doubt, Tally

MOMENTS = {
    "received": DayOnly.RECEIVED,
    "due": DayOnly.DUE,
    "finished": DayOnly.FINISHED,
    "returned": DayOnly.RETURNED,
    "submitted": DayOnly.SUBMITTED,
}
_LENIENT = {"returned": Doubt.RETURNED_UNREAD, "submitted": Doubt.SUBMITTED_UNREAD}
_IDS = ("owner_id_no", "applicant_id_no")
_PHONES = ("owner_phone", "applicant_phone")
_WHO = ("owner_name", "applicant_name", "owner_id_no", "applicant_id_no")
_APART = frozenset(
    {*MOMENTS, *_IDS, *_PHONES, "number", "collected", "procedure_code", "procedure_name"}
    | {"channel", "copies", "fee", "receipt_no", "owner_contact", "applicant_contact"}
)
_CODE_PARTS = 3
_MOST_KNOWN = 100_000
_MONTHS = 12
_split = lru_cache(maxsize=4096)(split_procedure)
_Values = list[Any]
_PLACE = {name: place for place, name in enumerate(RegisterRow._fields)}
_BLANK: _Values = ["", *RegisterRow._field_defaults.values()]
_LINE, _SHEET, _CONTENT = (_PLACE[name] for name in ("line", "sheet", "content"))
_make = RegisterRow._make
_PROCEDURE_CODE, _PROCEDURE_NAME = _PLACE["procedure_code"], _PLACE["procedure_name"]
_DAY_ONLY = _PLACE["day_only"]


class RejectedError(Exception):
    """A row that goes into quarantine; the text is the reason in Vietnamese."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(reason)
        self.field = field
        self.reason = reason


class RowReader:
    """Reads the rows of one table. Texts that come again and again are kept once."""

    def __init__(self, layout: Layout, tally: Tally, *, sheet: str) -> None:
        self._tally = tally
        self._sheet = sheet
        fields = [(at, column.field) for at, column in enumerate(layout.columns) if column.field]
        self._texts = [(at, _PLACE[field]) for at, field in fields if field not in _APART]
        self._moments = [(at, field, _PLACE[field]) for at, field in fields if field in MOMENTS]
        self._numbers = [(at, field) for at, field in fields if field in (*_IDS, *_PHONES)]
        self._code = layout.place("procedure_code")
        self._procedure = layout.place("procedure_name")
        self._contacts = [
            (at, field.removesuffix("contact"))
            for at, field in fields
            if field.endswith("_contact")
        ]
        self._channel = layout.place("channel")
        self._copies = layout.place("copies")
        self._fees = layout.places("fee")
        self._receipts = layout.places("receipt_no")
        self._has_rest = bool(
            self._contacts or self._fees or self._receipts or self._copies is not None
        )
        self._needs_day = bool({"received", "submitted"} & {field for _, field in fields})
        self._known: dict[str, str] = {}
        self._line = 0

    def read(self, line: int, cells: Sequence[Cell], group: Group) -> RegisterRow:
        """The dossier on *line*. RejectedError when it must not go in."""
        values = _BLANK.copy()
        values[_LINE], values[_SHEET] = line, self._sheet
        self._line = line
        known = self._known
        for at, place in self._texts:
            cell = cells[at]
            if cell != "":
                text = known.get(cell) if isinstance(cell, str) else None
                values[place] = self._new_text(cell) if text is None else text
        self._read_moments(line, cells, values)
        self._read_procedure(cells, values, group)
        for at, field in self._numbers:
            if cells[at] != "":
                self._read_number(cells[at], field, values)
        if self._channel is not None:
            self._read_channel(cells[self._channel], values)
        if self._has_rest:
            self._read_rest(cells, values)
        row: RegisterRow = _make(values)
        self._check(row)
        return row

    def _note(self, doubt: Doubt, line: int) -> None:
        self._tally.note(doubt, line, sheet=self._sheet)

    def _text(self, cell: Cell) -> str:
        if not isinstance(cell, str):
            return cell_text(cell)
        text = self._known.get(cell)
        return self._new_text(cell) if text is None else text

    def _new_text(self, cell: Cell) -> str:
        text = cell_text(cell)
        if isinstance(cell, str) and len(self._known) < _MOST_KNOWN:
            self._known[cell] = text
            if strange(text):
                self._note(Doubt.STRANGE, self._line)
        return text

    def _read_moments(self, line: int, cells: Sequence[Cell], values: _Values) -> None:
        for at, field, place in self._moments:
            cell = cells[at]
            if cell == "":
                continue
            try:
                found = moment(cell)
            except UnreadableError as error:
                if field not in _LENIENT:
                    raise RejectedError(field, str(error)) from error
                self._note(_LENIENT[field], line)
                continue
            if found:
                values[place] = found[0]
                if found[1]:
                    values[_DAY_ONLY] |= MOMENTS[field]

    def _read_procedure(self, cells: Sequence[Cell], values: _Values, group: Group) -> None:
        code = name = ""
        if self._code is not None and cells[self._code] != "":
            code = procedure_code(cells[self._code])
        if self._procedure is not None:
            found, name = _split(self._text(cells[self._procedure]))
            code = code or found
        if not name and not code:
            code, name = group.procedure_code, group.procedure_name
        if not name and not code:
            code, name = _split(values[_CONTENT])
            values[_CONTENT] = ""
        values[_PROCEDURE_CODE], values[_PROCEDURE_NAME] = code, name
        if group.field_name:
            _default(values, "field_name", group.field_name)
        if group.unit_name:
            _default(values, "unit_name", group.unit_name)

    def _read_number(self, cell: Cell, field: str, values: _Values) -> None:
        if field in _PHONES:
            values[_PLACE[field]], doubt = phone_number(cell)
        else:
            name = values[_PLACE[field.replace("_id_no", "_name")]]
            values[_PLACE[field]], doubt = id_number(cell, name=name)
        if doubt:
            self._note(doubt, values[_LINE])

    def _read_channel(self, cell: Cell, values: _Values) -> None:
        text = self._text(cell)
        channel = channel_of(text)
        if channel is None:
            self._tally.note_channel(text)
            channel = Channel.UNKNOWN
        values[_PLACE["channel_text"]], values[_PLACE["channel"]] = text, channel

    def _read_rest(self, cells: Sequence[Cell], values: _Values) -> None:
        if self._copies is not None and cells[self._copies] != "":
            copies = values[_PLACE["copies"]] = whole_number(cells[self._copies])
            if copies is None:
                self._note(Doubt.COPIES_UNREAD, values[_LINE])
        for at, person in self._contacts:
            address, phone = address_and_phone(self._text(cells[at]))
            _default(values, f"{person}address", address)
            _default(values, f"{person}phone", phone)
        if self._receipts:
            receipts = [text for at in self._receipts if (text := self._text(cells[at]))]
            values[_PLACE["receipt_no"]] = "; ".join(receipts)
        fees = [cells[at] for at in self._fees if cells[at] != ""]
        if fees:
            values[_PLACE["fee_text"]] = "; ".join(map(cell_text, fees))
            amounts = [amount(fee) for fee in fees]
            if None in amounts:
                self._note(Doubt.FEE_UNREAD, values[_LINE])
            else:
                values[_PLACE["fee_amount"]] = sum(filter(None, amounts))

    def _check(self, row: RegisterRow) -> None:
        if not row.code and not any(getattr(row, field) for field in _WHO):
            raise RejectedError(
                "code", "không có mã hồ sơ và cũng không có chủ hồ sơ hay người nộp để nhận ra"
            )
        received, finished = row.received, row.finished
        if received is None and row.submitted is None and self._needs_day:
            raise RejectedError("received", "thiếu ngày tiếp nhận, cần ghi ngày/tháng/năm")
        if received and finished and finished < received and _before(row, "finished", "received"):
            raise RejectedError("finished", "ngày có kết quả trước ngày tiếp nhận")
        self._note_doubts(row)

    def _note_doubts(self, row: RegisterRow) -> None:
        received, due, finished, returned = row.received, row.due, row.finished, row.returned
        if returned and finished is None:
            self._note(Doubt.RETURNED_ALONE, row.line)
        if returned and finished and returned < finished and _before(row, "returned", "finished"):
            self._note(Doubt.RETURNED_FIRST, row.line)
        if received and due and due < received and _before(row, "due", "received"):
            self._note(Doubt.DUE_FIRST, row.line)
        if received and received.day <= _MONTHS and _swapped(row.code, received):
            self._note(Doubt.SWAPPED, row.line)


def _default(values: _Values, field: str, text: str) -> None:
    """Take *text* for *field* where the row itself says nothing."""
    values[_PLACE[field]] = values[_PLACE[field]] or text


def _before(row: RegisterRow, early: str, late: str) -> bool:
    """Compare by date what is known by date: *early*, the smaller moment, may be the same day."""
    if not row.day_only & (MOMENTS[early] | MOMENTS[late]):
        return True
    first, second = getattr(row, early), getattr(row, late)
    return bool(first.date() < second.date())


def _swapped(code: str, received: datetime) -> bool:
    """Tell whether the date in *code* (law.md §2.7) is that of *received*, day as month."""
    parts = code.rsplit("-", 2)
    if len(parts) < _CODE_PARTS or received.day == received.month:
        return False
    return parts[1] == f"{received.year % 100:02}{received.day:02}{received.month:02}"
