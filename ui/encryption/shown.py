"""A long passphrase is typed right more often when it can be looked at."""

from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit

from ui.dossiers.form import SECRET, Form


def offer_to_show(form: Form[Any]) -> QCheckBox:
    """A box that shows what is typed into the hidden fields of *form*."""
    hidden = [
        line.editor
        for line in form.lines.values()
        if isinstance(line.editor, QLineEdit) and line.editor.property(SECRET)
    ]
    box = QCheckBox("&Hiện chữ đang gõ")

    def show(on: bool) -> None:  # noqa: FBT001 - Qt's signal
        mode = QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password
        for editor in hidden:
            editor.setEchoMode(mode)

    box.toggled.connect(show)
    form.add_widget(box)
    return box
