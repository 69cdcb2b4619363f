"""Rows of a register → `RegisterRow`s, or the reasons why some cannot be one.

Rows that stand together are read column by column, and every text that comes again is understood
once.
"""

from collections.abc import Sequence
from datetime import datetime
from operator import itemgetter

from dxdesk.domain.channel import Channel
from dxdesk.domain.memo import Memo
from dxdesk.exchange.cells import Cell, UnreadableError, amount, cell_text, moment, whole_number
from dxdesk.exchange.channels import channel_of
from dxdesk.exchange.identities import (
    address_and_phone,
    id_number,
    phone_number,
    procedure_code,
    split_procedure,
)
from dxdesk.exchange.judging import MOMENTS, doubts, refusal
from dxdesk.exchange.layout import Layout
from dxdesk.exchange.legacy import strange
from dxdesk.exchange.lines import Group
from dxdesk.exchange.register import RegisterRow
from dxdesk.exchange.stretch import RejectedError, Stretch, said
from dxdesk.exchange.tally import Doubt, Tally

_LENIENT = {"returned": Doubt.RETURNED_UNREAD, "submitted": Doubt.SUBMITTED_UNREAD}
_IDS = ("owner_id_no", "applicant_id_no")
_PHONES = ("owner_phone", "applicant_phone")
_APART = frozenset(
    {*MOMENTS, *_IDS, *_PHONES, "number", "collected", "procedure_code", "procedure_name"}
    | {"channel", "copies", "fee", "receipt_no", "owner_contact", "applicant_contact"}
)
_Moment = tuple[datetime | None, bool, str]
_Number = tuple[str, Doubt | None]
_NO_MOMENT: _Moment = (None, False, "")
_NO_NUMBER: _Number = ("", None)


class RowReader:
    """Reads the rows of one table."""

    def __init__(self, layout: Layout, tally: Tally, *, sheet: str) -> None:
        self._tally = tally
        self._sheet = sheet
        self._layout = layout
        fields = [(at, column.field) for at, column in enumerate(layout.columns) if column.field]
        self._plain = [(at, field) for at, field in fields if field not in _APART]
        self._moments = [(at, field) for at, field in fields if field in MOMENTS]
        self._numbers = [(at, field) for at, field in fields if field in (*_IDS, *_PHONES)]
        self._contacts = [
            (at, field.removesuffix("contact"))
            for at, field in fields
            if field.endswith("_contact")
        ]
        self._needs_day = bool({"received", "submitted"} & {field for _, field in fields})
        self._odd: list[str] = []
        """Texts with strange letters that were just met."""
        self._words = Memo(self._new_text)
        self._when = Memo(_moment_of)
        self._procedures = Memo(split_procedure)

    def read(
        self, lines: Sequence[int], rows: Sequence[Sequence[Cell]], group: Group
    ) -> list[RegisterRow | RejectedError]:
        """The dossiers in *rows*, on *lines*, in *group*; a reason for each that must not go in."""
        stretch = Stretch(lines, rows, sheet=self._sheet)
        for at, field in self._plain:
            stretch.values[field] = self._texts(stretch, at)
        self._read_moments(stretch)
        self._read_procedures(stretch, group)
        for at, field in self._numbers:
            self._read_numbers(stretch, at, field)
        if (channel := self._layout.place("channel")) is not None:
            self._read_channels(stretch, channel)
        self._read_rest(stretch)
        found = [self._judged(at, row, stretch) for at, row in enumerate(stretch.rows())]
        for at, doubt in sorted(stretch.doubts, key=itemgetter(0)):
            self._tally.note(doubt, lines[at], sheet=self._sheet)
        return found

    def _judged(self, at: int, row: RegisterRow, stretch: Stretch) -> RegisterRow | RejectedError:
        refused = stretch.rejected.get(at) or refusal(row, needs_day=self._needs_day)
        if refused:
            return refused
        stretch.doubts += [(at, doubt) for doubt in doubts(row)]
        return row

    def _texts(self, stretch: Stretch, at: int | None) -> list[str]:
        cells = stretch.column(at)
        texts: list[str] = said(self._words, cells)
        for odd in self._odd:
            stretch.doubts.append((cells.index(odd), Doubt.STRANGE))
        self._odd.clear()
        return texts

    def _new_text(self, cell: Cell) -> str:
        text = cell_text(cell)
        if isinstance(cell, str) and strange(text):
            self._odd.append(cell)
        return text

    def _read_moments(self, stretch: Stretch) -> None:
        for at, field in self._moments:
            found, by_day, unread = zip(*said(self._when, stretch.cells[at]), strict=True)
            stretch.values[field] = found
            stretch.mark(MOMENTS[field], by_day)
            if field in _LENIENT:
                stretch.doubt([_LENIENT[field] if reason else None for reason in unread])
            else:
                for place, reason in enumerate(unread):
                    if reason:
                        stretch.reject(place, field, reason)

    def _read_procedures(self, stretch: Stretch, group: Group) -> None:
        """Code and name by the row's own columns, else by its group, else by its content."""
        codes = stretch.column(self._layout.place("procedure_code"))
        names = self._texts(stretch, self._layout.place("procedure_name"))
        found = [
            _with_code(cell, split)
            for cell, split in zip(codes, map(self._procedures.__getitem__, names), strict=True)
        ]
        nameless = [at for at, one in enumerate(found) if not any(one)]
        if nameless and (group.procedure_code or group.procedure_name):
            for at in nameless:
                found[at] = (group.procedure_code, group.procedure_name)
        elif nameless:
            content = [*stretch.of("content")]
            for at in nameless:
                found[at] = self._procedures[content[at]]
                content[at] = ""
            stretch.values["content"] = content
        values = stretch.values
        values["procedure_code"], values["procedure_name"] = zip(*found, strict=True)
        for field in ("field_name", "unit_name"):
            if told := getattr(group, field):
                stretch.fill(field, [told] * stretch.size)

    def _read_numbers(self, stretch: Stretch, at: int, field: str) -> None:
        cells = stretch.cells[at]
        if field in _PHONES:
            found = [_NO_NUMBER if cell == "" else phone_number(cell) for cell in cells]
        else:
            names = stretch.of(field.replace("_id_no", "_name"))
            found = [
                _NO_NUMBER if cell == "" else id_number(cell, name=name)
                for cell, name in zip(cells, names, strict=True)
            ]
        stretch.values[field], doubts = zip(*found, strict=True)
        stretch.doubt(doubts)

    def _read_channels(self, stretch: Stretch, at: int) -> None:
        texts = self._texts(stretch, at)
        channels = [*map(channel_of, texts)]
        for text, channel in zip(texts, channels, strict=True):
            if channel is None:
                self._tally.note_channel(text)
        stretch.values["channel_text"] = texts
        stretch.values["channel"] = [
            Channel.UNKNOWN if channel is None else channel for channel in channels
        ]

    def _read_rest(self, stretch: Stretch) -> None:
        place = self._layout.place("copies")
        if place is not None:
            cells = stretch.cells[place]
            copies = stretch.values["copies"] = [*map(_copies, cells)]
            unread = (cell != "" and one is None for cell, one in zip(cells, copies, strict=True))
            stretch.doubt([Doubt.COPIES_UNREAD if bad else None for bad in unread])
        for at, person in self._contacts:
            addresses, phones = zip(*map(address_and_phone, self._texts(stretch, at)), strict=True)
            stretch.fill(f"{person}address", addresses)
            stretch.fill(f"{person}phone", phones)
        if places := self._layout.places("receipt_no"):
            receipts = zip(*(self._texts(stretch, at) for at in places), strict=True)
            stretch.values["receipt_no"] = ["; ".join(filter(None, parts)) for parts in receipts]
        if places := self._layout.places("fee"):
            fees = zip(*(stretch.cells[at] for at in places), strict=True)
            texts, amounts, doubts = zip(*map(_fee, fees), strict=True)
            stretch.values["fee_text"], stretch.values["fee_amount"] = texts, amounts
            stretch.doubt(doubts)


def _moment_of(cell: Cell) -> _Moment:
    """(Moment, is only its day known?, why it cannot be read)."""
    if cell == "":
        return _NO_MOMENT
    try:
        found = moment(cell)
    except UnreadableError as error:
        return None, False, str(error)
    return (*found, "") if found else _NO_MOMENT


def _with_code(cell: Cell, split: tuple[str, str]) -> tuple[str, str]:
    """Code and name, where the code has a cell of its own."""
    return split if cell == "" else (procedure_code(cell) or split[0], split[1])


def _copies(cell: Cell) -> int | None:
    return None if cell == "" else whole_number(cell)


def _fee(cells: Sequence[Cell]) -> tuple[str, int | None, Doubt | None]:
    """Text and sum of the charges of one row."""
    fees = [cell for cell in cells if cell != ""]
    if not fees:
        return "", None, None
    amounts = [amount(fee) for fee in fees]
    text = "; ".join(map(cell_text, fees))
    if None in amounts:
        return text, None, Doubt.FEE_UNREAD
    return text, sum(filter(None, amounts)), None
