"""Telling dossiers from the other lines of a register: groups, totals, the signature block."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dxdesk.domain.text import folded
from dxdesk.exchange.cells import Cell, cell_text
from dxdesk.exchange.identities import split_procedure
from dxdesk.exchange.register import LineKind

_CODE = re.compile(r"\s*[\w./-]*\d[\w./-]*\s*")
_COUNT = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)")
_TOTAL = re.compile(
    r"(?P<word>tong cong|tong so|tong|cong)(?: so)?(?: ho so)?(?: toan \w+)?"
    r" ?[:=]? ?(?P<count>[\d.]*) ?(?:ho so|bo)?"
)
_TITLE_TOTAL = re.compile(
    r"(?:tong so|tong cong|tong)(?: so)?(?: ho so)? ?[:=]? ?(?P<count>\d[\d.]*)"
    r"|hien thi\D*\d+ ?(?:-|den) ?\d+ ?(?:/|cua|trong(?: tong so)?) ?(?P<of>\d[\d.]*)"
)
_SIGNATURE = re.compile(
    r"nguoi lap|\(?ky[ ,]|(?:kt\.? ?|tm\.? ?|q\.? ?)?(?:pho )?chu tich|thu truong|truong phong"
    r"|giam doc|(?:kt|tm|tl|tuq)\. ?|nguoi ban giao|xac nhan cua|noi nhan|can bo lap"
    r"|.{0,40}ngay ?[\d. …]* ?thang ?[\d. …]* ?nam"
)
_NUMBERING = r"(?:(?:[ivxlc]+|[a-z]|\d+(?:\.\d+)*)[.)/]\s*)?"
_LABELLED = re.compile(
    rf"{_NUMBERING}(?:tên )?(?P<word>lĩnh vực|linh vuc|thủ tục hành chính|thu tuc hanh chinh"
    r"|thủ tục|thu tuc|tthc|đơn vị|don vi|cơ quan|co quan)(?P<colon>\s*[:–-]\s*|\s+)(?P<name>.+)",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"(?P<number>[IVXLC]+)[.)/]\s*(?P<name>.+)")
_ROMAN_ALONE = re.compile(r"[IVXLC]+\.?")
_COUNT_BEHIND = re.compile(r"\s*\(?:?\s*\d+ hồ sơ\)?$", re.IGNORECASE)
_GROUP_CELLS = 3
Texts = list[tuple[int, str]]
"""(Column, text) of the cells of a row that hold something."""


@dataclass(frozen=True)
class Group:
    """What a group row says about the rows below it. Empty: nothing."""

    unit_name: str = ""
    field_name: str = ""
    procedure_code: str = ""
    procedure_name: str = ""

    def above(self, inner: "Group") -> "Group":
        """The group that holds from the row *inner* on: an outer group ends the inner ones."""
        if inner.unit_name:
            return inner
        if inner.field_name:
            return Group(unit_name=self.unit_name, field_name=inner.field_name)
        return replace(inner, unit_name=self.unit_name, field_name=self.field_name)


def is_code(cell: Cell) -> bool:
    """Tell whether *cell* can be a dossier's code: one word with a digit in it."""
    if isinstance(cell, str):
        return _CODE.fullmatch(cell) is not None
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def texts_of(row: Sequence[Cell]) -> Texts:
    """(Column, text) of the cells that hold something."""
    return [(at, text) for at, cell in enumerate(row) if (text := cell_text(cell))]


def total_of(texts: Texts) -> tuple[LineKind, int | None] | None:
    """(TOTAL or SUBTOTAL, how many dossiers it states), when a row with *texts* is a total.

    Only a number beside the word or followed by "hồ sơ" counts: other columns add up money.
    """
    for place, (at, text) in enumerate(texts[:2]):
        found = _TOTAL.fullmatch(folded(text))
        if found is None:
            continue
        kind = LineKind.SUBTOTAL if found["word"] == "cong" else LineKind.TOTAL
        count = found["count"]
        if not count:
            count = _count_beside(at, texts[place + 1 :])
        return kind, _number(count)
    return None


def _count_beside(at: int, others: Texts) -> str:
    for column, text in others:
        plain = folded(text)
        if plain.endswith("ho so") or (column == at + 1 and _COUNT.fullmatch(plain)):
            found = _COUNT.search(plain)
            return found[1] if found else ""
    return ""


def total_in_title(text: str) -> int | None:
    """How many dossiers a title states: "Tổng số: 263 hồ sơ", "Hiển thị 1-200 của 263"."""
    found = _TITLE_TOTAL.search(folded(text))
    return _number(found["count"] or found["of"]) if found else None


def _number(text: str) -> int | None:
    digits = text.replace(".", "")
    return int(digits) if digits else None


def group_of(texts: Texts) -> Group | None:
    """The group that a row with *texts* opens, or None when it opens none that is understood."""
    if not 0 < len(texts) <= _GROUP_CELLS:
        return None
    if len(texts) > 1 and (_ROMAN_ALONE.fullmatch(texts[0][1]) or texts[0][1].isdigit()):
        numbered, (at, text) = bool(_ROMAN_ALONE.fullmatch(texts[0][1])), texts[1]
    else:
        numbered, (at, text) = False, texts[0]
    if at > 1:
        return None
    text = _COUNT_BEHIND.sub("", text)
    return _labelled_group(text) or _plain_group(text, numbered=numbered, alone=len(texts) == 1)


def _labelled_group(text: str) -> Group | None:
    found = _LABELLED.fullmatch(text)
    if found is None:
        return None
    word, name, marked = folded(found["word"]), found["name"], found["colon"].strip() != ""
    if word == "linh vuc":
        return Group(field_name=name)
    if word in {"don vi", "co quan"}:
        return Group(unit_name=name) if marked else None
    code, procedure = split_procedure(name if marked or word == "tthc" else text)
    return Group(procedure_code=code, procedure_name=procedure)


def _plain_group(text: str, *, numbered: bool, alone: bool) -> Group | None:
    code, procedure = split_procedure(text)
    if code:
        return Group(procedure_code=code, procedure_name=procedure)
    if numbered:
        return Group(field_name=text)
    found = _ROMAN.fullmatch(text) if alone else None
    return Group(field_name=found["name"]) if found else None


def is_signature(texts: Texts) -> bool:
    """Tell whether a row with *texts* begins the block of signatures below a table."""
    return any(_SIGNATURE.match(folded(text)) for _, text in texts)
