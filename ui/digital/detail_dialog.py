"""One indicator: what it counts, how it stands, what is left to do, every value with evidence."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QWidget

from dxdesk.domain.indicators.amount import amount_text
from dxdesk.domain.indicators.board import Board, BoardRow
from dxdesk.domain.indicators.pace import shared_out
from dxdesk.domain.indicators.value import Value
from dxdesk.domain.text import place_key
from ui.dossiers.form import spacious
from ui.format import number
from ui.rows import Column, RowsModel, table_of
from ui.theme import scaled
from ui.widgets import button, label, row


def columns_of(chosen: BoardRow) -> tuple[Column[Value], ...]:
    unit = chosen.indicator.plan.unit
    return (
        Column("Kỳ", lambda one: one.period.label, 130),
        Column("Nơi", lambda one: one.hamlet or "toàn phường, xã", 150),
        Column("Số liệu", lambda one: amount_text(one.amount, unit), 170, right=True),
        Column("Tính trên", lambda one: one.base.label, 190),
        Column("Tài liệu kiểm chứng", _evidence, 230, stretches=True),
    )


def _evidence(value: Value) -> str:
    files = f"{len(value.files)} tệp" if value.files else ""
    return ", ".join(filter(None, (value.evidence.text, files))) or "chưa có"


def facts_of(chosen: BoardRow, board: Board) -> tuple[str, ...]:
    """Sentences about the indicator, in the order in which one asks."""
    plan = chosen.indicator.plan
    found = [f"Trụ cột: {plan.pillar.label}. Nguồn số liệu: {plan.source or 'chưa ghi'}."]
    if plan.numerator:
        found.append(f"Cách tính: {plan.numerator} chia cho {plan.base.label}.")
    found.append(f"Đánh giá: {chosen.standing.grade.word}. {chosen.standing.why}")
    if chosen.gap is not None:
        found.append(f"So với sổ: {chosen.gap.why}")
    if chosen.own is not None and chosen.own.note:
        found.append(chosen.own.note)
    contradiction = "" if chosen.value is None else chosen.value.amount.contradiction
    if contradiction:
        found.append(f"Số tự mâu thuẫn: {contradiction}; bảng dùng tử số và mẫu số.")
    found += _pace_facts(chosen, board)
    return tuple(found)


def _pace_facts(chosen: BoardRow, board: Board) -> list[str]:
    ahead = chosen.pace
    if ahead is None or not ahead.missing:
        return []
    told = f"Còn thiếu {number(ahead.missing)} để đạt mức giao"
    if ahead.a_week is None:
        return [f"{told}; năm đã hết."]
    told += f"; còn {ahead.weeks} tuần, mỗi tuần ít nhất {number(ahead.a_week)}"
    parts = shared_out(ahead.missing, [1] * board.hamlets)
    if parts:
        low, high = min(parts), max(parts)
        each = number(low) if low == high else f"{number(low)} đến {number(high)}"
        told += f"; chia đều {board.hamlets} tổ dân phố, mỗi tổ {each}"
    return [f"{told}."]


class DetailDialog(QDialog):
    def __init__(
        self, parent: QWidget | None, chosen: BoardRow, board: Board, values: Sequence[Value]
    ) -> None:
        super().__init__(parent)
        plan = chosen.indicator.plan
        self.setWindowTitle(f"Chỉ tiêu {plan.code}")
        self.resize(scaled(900), scaled(540))
        self.wanted = ""
        """What the officer goes on with: `dossiers`, `rows`, `attach`."""
        self.model = RowsModel(columns_of(chosen))
        self.model.show(_in_order(values))
        self.table = table_of(self.model, "Số liệu các kỳ")
        layout = spacious(self)
        layout.addWidget(label(plan.name, "heading", wrap=True))
        self.facts = [label(text, wrap=True) for text in facts_of(chosen, board)]
        for fact in self.facts:
            layout.addWidget(fact)
        layout.addWidget(self.table, 1)
        self.dossiers = button("Xem &hồ sơ", "folder", pressed=lambda: self._leave("dossiers"))
        self.dossiers.setVisible(chosen.own is not None and bool(chosen.own.lists))
        self.rows = button("Xem &dòng của sổ", "sheet", pressed=lambda: self._leave("rows"))
        self.rows.setVisible(chosen.own is not None and not chosen.own.lists)
        self.attach = button("Đính &kèm tệp…", "file", pressed=lambda: self._leave("attach"))
        self.attach.setEnabled(chosen.value is not None)
        self.attach.setToolTip("Đính kèm vào số liệu đang đứng trên bảng")
        done = button("Đóng (Esc)", role="primary", pressed=self.reject)
        layout.addLayout(row(self.dossiers, self.rows, self.attach, None, done))

    def _leave(self, wanted: str) -> None:
        self.wanted = wanted
        self.accept()


def _in_order(values: Sequence[Value]) -> list[Value]:
    """Newest period first; within one, the ward, then its hamlets from weakest to best."""
    return sorted(
        values,
        key=lambda one: (
            -one.period.last.toordinal(),
            one.hamlet_id is not None,
            one.amount.worth if one.amount.worth is not None else -1,
            place_key(one.hamlet),
        ),
    )
