"""Copying an earlier dossier into the form: the officer chooses what to carry, never dates."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from dxdesk.domain.dossier import Dossier
from dxdesk.errors import InputError
from ui.dossiers.form import Form
from ui.dossiers.problems import FieldLine
from ui.widgets import label

Find = Callable[[str], Dossier | None]
CARRIED = (
    ("procedure", "Thủ tục", True),
    ("channel", "Kênh tiếp nhận", True),
    ("owner", "Chủ hồ sơ và tổ dân phố", False),
    ("applicant", "Người nộp", False),
    ("content", "Nội dung", True),
    ("fee", "Phí, lệ phí và cách nộp", False),
    ("delivery", "Nơi nhận kết quả", False),
    ("note", "Ghi chú", False),
)
"""Key, what officers read, whether it is ticked at first. Moments, codes and papers never are."""


@dataclass(frozen=True, slots=True)
class Copied:
    dossier: Dossier
    carried: frozenset[str]


def ask_copy(parent: QWidget, find: Find, *, suggested: str) -> Copied | None:
    """The dossier to copy and what to carry; None when the officer went back."""
    editor = QLineEdit(suggested)
    editor.selectAll()
    boxes = {key: QCheckBox(text) for key, text, _ticked in CARRIED}

    def read(_values: dict[str, str]) -> Copied:
        dossier = find(editor.text())
        if dossier is None:
            raise InputError("Mã hoặc số sổ: không có hồ sơ này; ví dụ 2026/000123.")
        return Copied(dossier, frozenset(key for key, box in boxes.items() if box.isChecked()))

    form = Form[Copied](parent, "Chép từ hồ sơ cũ", (), read, action="Chép")
    form.add_line("which", FieldLine("Mã hoặc số sổ", editor))
    for key, _text, ticked in CARRIED:
        boxes[key].setChecked(ticked)
        form.add_widget(boxes[key])
    form.add_widget(label("Ngày giờ, mã hồ sơ và giấy tờ không được chép.", "muted"))
    parts = (editor, *boxes.values(), form.go)
    for before, after in pairwise(parts):
        QWidget.setTabOrder(before, after)
    editor.setFocus()
    try:
        return form.answer if form.exec() else None
    finally:
        form.deleteLater()
