"""Asking for a term: for what, how long, by which document."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from dxdesk.domain.retention import FOR_EVER, Suggestion, Term
from dxdesk.errors import InputError
from dxdesk.retention_data import suggestions
from dxdesk.services.retention import terms
from dxdesk.services.retention.terms import OwnTerm, Scope
from ui.dossiers.form import FieldKind, FormField
from ui.office.list_tab import Question

if TYPE_CHECKING:
    from dxdesk.desk import Desk

YEARS, DROP = "years", "drop"
_HOW = (
    (YEARS, "Số năm ghi bên dưới"),
    (FOR_EVER, FOR_EVER),
    (DROP, "Bỏ thời hạn riêng này"),
)


@dataclass(frozen=True, slots=True)
class Typed:
    scope: Scope
    how: str
    years: int | None
    document: str
    decided_on: date


def term_question(
    desk: "Desk", own: Sequence[OwnTerm], scopes: Sequence[tuple[Scope, str]]
) -> Question[Typed]:
    """The form over what the ward has set so far; the common term stands in it."""
    known = {one.scope: one for one in own}
    common = known.get(Scope())
    return Question(
        "Thời hạn lưu trữ",
        term_fields(scopes, None if common is None else common.term),
        lambda values: _read(values, scopes),
        lambda typed: _save(desk, typed, known),
        intro=intro(own, suggestions()),
    )


def intro(own: Sequence[OwnTerm], offered: Sequence[Suggestion]) -> str:
    set_so_far = "; ".join(f"{one.name}: {one.term.label} ({one.term.document})" for one in own)
    lines = [f"Đã đặt: {set_so_far}." if own else "Đơn vị chưa đặt thời hạn nào."]
    for one in offered:
        years = FOR_EVER.lower() if one.years is None else f"{one.years} năm"
        doubt = "" if one.verified else " (chưa đối chiếu văn bản)"
        lines.append(f"Gợi ý{doubt}: {one.title} {years}, {one.document}.")
    return "\n".join(lines)


def term_fields(scopes: Sequence[tuple[Scope, str]], now: Term | None) -> tuple[FormField, ...]:
    choices = tuple((str(at), name) for at, (_scope, name) in enumerate(scopes))
    how = FOR_EVER if now is not None and now.years is None else YEARS
    years = "" if now is None or now.years is None else str(now.years)
    day = "" if now is None else f"{now.decided_on:%d/%m/%Y}"
    return (
        FormField("scope", "Áp dụng cho", kind=FieldKind.CHOICE, value="0", choices=choices),
        FormField("how", "Giữ dữ liệu", kind=FieldKind.CHOICE, value=how, choices=_HOW),
        FormField("years", "Số năm", value=years, hint="Ví dụ: 5"),
        FormField(
            "document",
            "Văn bản",
            value="" if now is None else now.document,
            hint="Ví dụ: Quyết định 12/QĐ-UBND về thời hạn lưu trữ hồ sơ, tài liệu",
        ),
        FormField("decided_on", "Ngày văn bản", value=day, hint="Ví dụ: 05/01/2026"),
    )


def _read(values: dict[str, str], scopes: Sequence[tuple[Scope, str]]) -> Typed:
    scope, how = scopes[int(values["scope"])][0], values["how"]
    if how == DROP:
        return Typed(scope, how, None, "", date.min)
    return Typed(
        scope,
        how,
        None if how == FOR_EVER else _years(values["years"]),
        values["document"],
        _day(values["decided_on"]),
    )


def _years(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise InputError("Số năm: phải là số, ví dụ 5; hãy nhập lại.")
    return int(text)


def _day(text: str) -> date:
    try:
        return datetime.strptime(text, "%d/%m/%Y").date()
    except ValueError:
        raise InputError(
            "Ngày văn bản: phải ghi theo mẫu ngày/tháng/năm, ví dụ 05/01/2026."
        ) from None


def _save(desk: "Desk", typed: Typed, known: dict[Scope, OwnTerm]) -> None:
    if typed.how == DROP:
        if typed.scope not in known:
            raise InputError("Áp dụng cho: chưa đặt thời hạn riêng nên không có gì để bỏ.")
        terms.drop_term(desk, known[typed.scope].id)
        return
    terms.set_term(
        desk, typed.scope, typed.years, document=typed.document, decided_on=typed.decided_on
    )
