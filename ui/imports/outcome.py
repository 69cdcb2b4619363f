"""What an import would do or has done: counts that add up, then every line, change and column."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from dxdesk.exchange.register import MappedColumn, Quarantined
from dxdesk.exchange.words import LABELS, READ_ONLY
from dxdesk.services.imports import Change, ImportResult, Line, Preview, Verdict
from ui.format import number
from ui.rows import Column, RowsModel, table_of
from ui.theme import scaled
from ui.widgets import card, label, repolish

_COUNTS = (
    ("rows", "Dòng hồ sơ trong tệp", ""),
    ("new", "Mới", "good"),
    ("changed", "Có thay đổi", "info"),
    ("same", "Đã có, không đổi", ""),
    ("quarantined", "Dòng lỗi, để riêng", "danger"),
)
_MOST_WARNINGS = 3
_TONES = {Verdict.NEW: "good", Verdict.CHANGED: "info", Verdict.ASIDE: "danger"}
_SKIPPED = "Bỏ qua"


def _place(sheet: str, line: int) -> str:
    return f"{line} ({sheet})" if sheet else str(line)


def _day(line: Line, field: str) -> str:
    moment = getattr(line.row, field, None)
    return f"{moment:%d/%m/%Y}" if moment else ""


def _of(line: Line, field: str) -> str:
    return str(getattr(line.row, field, "") or "")


def _verdict(line: Line) -> str:
    return line.verdict.label if line.verdict else _SKIPPED


def _tone(line: Line) -> str:
    return _TONES.get(line.verdict, "") if line.verdict else "muted"


_LINES: tuple[Column[Line], ...] = (
    Column("Dòng", lambda one: _place(one.sheet, one.line), 70),
    Column("Sẽ làm gì", _verdict, 100, tone=_tone),
    Column("Vì sao, lưu ý", lambda one: one.remark, 200),
    Column("Mã hồ sơ", lambda one: _of(one, "code") or one.text, 175),
    Column("Thủ tục", lambda one: _of(one, "procedure_name") or _of(one, "procedure_code"), 200),
    Column("Chủ hồ sơ", lambda one: _of(one, "owner_name") or _of(one, "applicant_name"), 160),
    Column("Tiếp nhận", lambda one: _day(one, "received"), 105),
    Column("Hẹn trả", lambda one: _day(one, "due"), 105),
    Column("Có kết quả", lambda one: _day(one, "finished"), 105),
)


_CHANGES: tuple[Column[Change], ...] = (
    Column("Dòng", lambda one: str(one.row.line), 70),
    Column("Mã hồ sơ", lambda one: one.row.code, 190),
    Column("Chủ hồ sơ", lambda one: one.row.owner_name, 180),
    Column("Mục", lambda one: one.value.label, 160),
    Column("Trong sổ", lambda one: one.value.here, 220),
    Column("Tệp ghi", lambda one: one.value.there, 220, stretches=True, tone=lambda _one: "info"),
)
_ERRORS: tuple[Column[Quarantined], ...] = (
    Column("Dòng", lambda row: _place(row.sheet, row.line), 110),
    Column("Cột", lambda row: row.column, 190),
    Column("Giá trị", lambda row: row.value, 190),
    Column("Vì sao chưa nhập được", lambda row: row.reason, 400, stretches=True),
)
"""The value may name a person: it is shown here, never logged."""


def _meaning(column: MappedColumn) -> str:
    if column.field is None or column.field in READ_ONLY - {"number"}:
        return "không dùng"
    return LABELS.get(column.field, column.field)


_COLUMNS: tuple[Column[MappedColumn], ...] = (
    Column("Cột trong tệp", lambda one: one.heading, 320),
    Column(
        "Được hiểu là",
        _meaning,
        320,
        stretches=True,
        tone=lambda one: "warning" if _meaning(one) == "không dùng" else "",
    ),
)


class ImportOutcome(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.file = label("", "heading")
        self.shape = label("", "muted", wrap=True)
        self._numbers: dict[str, QLabel] = {}
        self.warnings, inside = card("noticeWarning", margin=8, spacing=2)
        self.warning_text = label("", wrap=True)
        inside.addWidget(self.warning_text)
        self.lines = RowsModel(_LINES, pale=lambda one: one.verdict is None)
        self.changes = RowsModel(_CHANGES)
        self.model = RowsModel(_ERRORS)
        self.columns = RowsModel(_COLUMNS)
        self.notes: RowsModel[str] = RowsModel(
            (Column("Lưu ý", lambda text: text, 400, stretches=True),)
        )
        self.tables: list[QTableView] = []
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("Chi tiết tệp")
        self.tabs.setMinimumHeight(scaled(210))
        self._add_tabs()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(scaled(14),) * 4)
        layout.setSpacing(scaled(8))
        layout.addWidget(self.file)
        layout.addWidget(self.shape)
        layout.addLayout(self._counts())
        layout.addWidget(self.warnings)
        layout.addWidget(self.tabs, 1)

    def _add_tabs(self) -> None:
        for model, name in (
            (self.lines, "Các dòng"),
            (self.changes, "Thay đổi"),
            (self.model, "Dòng lỗi"),
            (self.columns, "Cột"),
            (self.notes, "Lưu ý"),
        ):
            table = table_of(model, name)
            self.tables.append(table)
            if model is self.notes:
                table.setWordWrap(True)
            self.tabs.addTab(table, name)

    def _counts(self) -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(scaled(16))
        for key, name, _tone in _COUNTS:
            tile = QWidget()
            down = QVBoxLayout(tile)
            down.setContentsMargins(0, 0, 0, 0)
            down.setSpacing(0)
            self._numbers[key] = label("", "number")
            down.addWidget(self._numbers[key])
            down.addWidget(label(name, "muted", wrap=True))
            across.addWidget(tile, 1)
        return across

    def show_preview(self, preview: Preview) -> None:
        """Everything that importing the file would do."""
        self.lines.show(preview.lines)
        self.changes.show(preview.changes)
        self.columns.show([one for one in preview.register.columns if one.heading])
        self.show_result(preview.result)

    def show_result(self, result: ImportResult) -> None:
        self.file.setText(result.file)
        unused = ", ".join(f"“{one}”" for one in result.unused)
        self.shape.setText(
            f"Nhận dạng: {result.shape_name}."
            + (f" Cột không dùng: {unused}." if unused else " Mọi cột đều được dùng.")
        )
        for key, _name, tone in _COUNTS:
            value = len(result.quarantined) if key == "quarantined" else getattr(result, key)
            self._numbers[key].setText(number(value))
            self._numbers[key].setProperty("tone", tone if value else "")
            repolish(self._numbers[key])
        self._show_warnings(result.warnings)
        self.model.show(result.quarantined)
        self._name_tabs()

    def _show_warnings(self, warnings: Sequence[str]) -> None:
        shown = [f"• {one}" for one in warnings[:_MOST_WARNINGS]]
        if len(warnings) > _MOST_WARNINGS:
            shown.append(f"… và {len(warnings) - _MOST_WARNINGS} lưu ý khác ở thẻ “Lưu ý”.")
        self.warning_text.setText("\n".join(shown))
        self.warnings.setVisible(bool(warnings))
        self.notes.show(warnings)

    def _name_tabs(self) -> None:
        for at, table in enumerate(self.tables):
            count = number(table.model().rowCount())
            self.tabs.setTabText(at, f"{table.accessibleName()} ({count})")

    def shown(self, key: str) -> str:
        """The count *key* as it stands on screen."""
        return self._numbers[key].text()
