"""Saying by hand what the columns of a file mean, over what the file would then give."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dxdesk.errors import InputError
from dxdesk.exchange.grid import Grid
from dxdesk.exchange.mapping import Mapping
from dxdesk.exchange.reader import register_of
from dxdesk.exchange.register import MappedColumn, RegisterRow
from dxdesk.exchange.sample import Sample, guess_head, guess_mapping
from dxdesk.exchange.shapes import is_register
from dxdesk.exchange.words import LABELS
from ui.rows import Column, RowsModel, table_of
from ui.theme import scaled
from ui.widgets import NumberBox, button, label, row, scrolled

_EXAMPLES = 3
_LONGEST_EXAMPLE = 40
_LACKS = (
    "Còn thiếu: hãy chỉ cột “Mã hồ sơ”, hoặc đủ ba cột: chủ hồ sơ (hay người nộp), thủ tục và ngày "
    "tiếp nhận."
)
_NONE = "— không dùng —"


def _day(row: RegisterRow, field: str) -> str:
    moment = getattr(row, field)
    return f"{moment:%d/%m/%Y %H:%M}" if moment else ""


_READ: tuple[Column[RegisterRow], ...] = (
    Column("Dòng", lambda one: str(one.line), 60),
    Column("Mã hồ sơ", lambda one: one.code, 180),
    Column("Thủ tục", lambda one: one.procedure_name or one.procedure_code, 200),
    Column("Chủ hồ sơ", lambda one: one.owner_name or one.applicant_name, 160),
    Column("Tiếp nhận", lambda one: _day(one, "received"), 130),
    Column("Hẹn trả", lambda one: _day(one, "due"), 130),
    Column("Có kết quả", lambda one: _day(one, "finished"), 130, stretches=True),
)


class MappingPanel(QFrame):
    accepted = Signal(object, bool)
    """The `Mapping` that was said, and whether to remember it."""
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._sample = Sample("", "", ())
        self._known: Sequence[Mapping] = ()
        self._headings: list[str] = []
        self._headed = True
        self.head = label("", "heading")
        self.line = NumberBox()
        self.line.setAccessibleName("Dòng tiêu đề")
        self.line.setSpecialValueText("không có")
        self.line.valueChanged.connect(self._other_head)
        self.choices: list[QComboBox] = []
        self._grid_holder = QVBoxLayout()
        self.model = RowsModel(_READ)
        self.table = table_of(self.model, "Hồ sơ đọc được từ các dòng đầu")
        self.told = label("", wrap=True)
        self.remember = QCheckBox("&Ghi nhớ cho lần sau")
        self.remember.setChecked(True)
        self.go = button("Xem trước cả tệp", "right", role="primary", pressed=self._accept)
        self._lay_out()

    def _lay_out(self) -> None:
        holder = QWidget()
        holder.setLayout(self._grid_holder)
        ask = label("&Dòng tiêu đề của bảng:")
        ask.setBuddy(self.line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(scaled(14),) * 4)
        layout.setSpacing(scaled(8))
        layout.addWidget(self.head)
        layout.addWidget(
            label(
                "Chọn ý nghĩa của từng cột; phần dưới cho thấy ngay hồ sơ sẽ đọc được.",
                "muted",
                wrap=True,
            )
        )
        layout.addLayout(row(ask, self.line, None, self.remember))
        area = scrolled(holder)
        area.setMinimumHeight(scaled(150))
        self.table.setMinimumHeight(scaled(110))
        layout.addWidget(area, 3)
        layout.addWidget(self.told)
        layout.addWidget(self.table, 2)
        back = button("Bỏ qua", pressed=self.left.emit)
        layout.addLayout(row(None, back, self.go))

    def show_sample(self, sample: Sample, known: Sequence[Mapping]) -> None:
        """Begin with what is *known*, or what the head and the cells of *sample* suggest."""
        self._sample, self._known = sample, known
        self.head.setText(f"Cột của {sample.name}" + (f" – {sample.sheet}" if sample.sheet else ""))
        at, depth = guess_head(sample, known)
        self.line.blockSignals(True)
        self.line.setRange(0, max(len(sample.lines), 1))
        self.line.setValue(at + 1 if depth else 0)
        self.line.blockSignals(False)
        self._show_columns((at, depth))

    def _other_head(self, line: int) -> None:
        at, depth = guess_head(self._sample, self._known)
        self._show_columns((at, depth) if line == at + 1 and depth else (line - 1, 1))

    def _show_columns(self, head: tuple[int, int]) -> None:
        at, depth = (0, 0) if head[0] < 0 else head
        mapping = guess_mapping(self._sample, (at, depth), self._known)
        self._headed = mapping.headed
        self.remember.setEnabled(self._headed)
        self._headings = [one.heading for one in mapping.columns]
        grid = QWidget()
        table = QGridLayout(grid)
        table.setContentsMargins(0, 0, 0, 0)
        table.setColumnStretch(2, 1)
        self.choices = []
        below = self._sample.lines[at + depth :]
        for place, column in enumerate(mapping.columns):
            choice = self._choice(column)
            heading = label(column.heading or f"(cột {place + 1} không tên)", "strong", wrap=True)
            heading.setBuddy(choice)
            table.addWidget(heading, place, 0)
            examples = label(_examples(below, place), "muted")
            examples.setMinimumWidth(1)
            examples.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            heading.setMinimumWidth(scaled(130))
            table.addWidget(choice, place, 1)
            table.addWidget(examples, place, 2)
        while (old := self._grid_holder.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.deleteLater()
        self._grid_holder.addWidget(grid)
        self._grid_holder.addStretch(1)
        self._try_out()

    def _choice(self, column: MappedColumn) -> QComboBox:
        choice = QComboBox()
        choice.setAccessibleName(f"Ý nghĩa của cột {column.heading}")
        choice.addItem(_NONE, "")
        for field, name in LABELS.items():
            choice.addItem(name, field)
        choice.setCurrentIndex(max(choice.findData(column.field or ""), 0))
        choice.currentIndexChanged.connect(self._try_out)
        self.choices.append(choice)
        return choice

    def mapping(self) -> Mapping:
        """What is said now."""
        fields = [str(choice.currentData()) or None for choice in self.choices]
        columns = zip(self._headings, fields, strict=True)
        return Mapping(tuple(MappedColumn(*one) for one in columns), headed=self._headed)

    def _try_out(self) -> None:
        """Read the first lines as it is said now."""
        mapping = self.mapping()
        said = [one.field for one in mapping.columns if one.field]
        twice = next((one for one in said if said.count(one) > 1 and one != "fee"), None)
        problem = "" if is_register(frozenset(said)) else _LACKS
        if twice:
            problem = f"“{LABELS[twice]}” đang chọn cho hai cột; hãy bỏ bớt một."
        rows: Sequence[RegisterRow] = ()
        if not problem:
            rows, problem = self._read(mapping)
        self.model.show(rows)
        self.go.setEnabled(bool(rows))
        self.told.setText(problem)

    def _read(self, mapping: Mapping) -> tuple[Sequence[RegisterRow], str]:
        lines = self._sample.lines
        grid = Grid("", iter(lines), len(lines))
        try:
            register = register_of(self._sample.name, [grid], mappings=[mapping])
        except InputError as error:
            return (), str(error)
        wrong = register.quarantined
        if not wrong:
            return register.rows, f"Đọc được {len(register.rows)} hồ sơ ở các dòng đầu."
        first = wrong[0]
        return register.rows, (
            f"Đọc được {len(register.rows)} hồ sơ; {len(wrong)} dòng lỗi, dòng {first.line}: "
            f"{first.reason}"
        )

    def start(self) -> None:
        (self.choices[0] if self.choices else self.line).setFocus()

    def _accept(self) -> None:
        self.accepted.emit(self.mapping(), self.remember.isChecked() and self._headed)


def _examples(lines: Sequence[Sequence[str]], place: int) -> str:
    found = dict.fromkeys(line[place][:_LONGEST_EXAMPLE] for line in lines if line[place])
    return "  ·  ".join(list(found)[:_EXAMPLES])
