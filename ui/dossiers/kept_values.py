"""The state of any field as a text that a half-typed form is kept by."""

import json

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from dxdesk.domain.channel import Channel
from dxdesk.domain.paper import HandedPaper, PaperForm
from ui.dossiers.channel_picker import ChannelPicker
from ui.dossiers.papers_check import PapersCheck
from ui.dossiers.procedure_picker import ProcedurePicker


def read(editor: QWidget) -> str:
    match editor:
        case ProcedurePicker():
            return "" if editor.procedure is None else str(editor.procedure.id)
        case ChannelPicker():
            return "" if editor.channel is None else editor.channel.name
        case PapersCheck():
            papers = [
                [one.name, None if one.form is None else int(one.form), one.number, one.always]
                for one in editor.papers()
            ]
            return json.dumps(papers, ensure_ascii=False) if papers else ""
        case QComboBox():
            chosen = editor.currentData()
            return "" if chosen is None else str(chosen)
        case QCheckBox():
            return "1" if editor.isChecked() else ""
        case QLineEdit():
            return editor.text()
        case QPlainTextEdit():
            return editor.toPlainText()
    raise TypeError(type(editor).__name__)


def write(editor: QWidget, text: str) -> None:
    """Set *editor* to what `read` gave; a value that no longer exists leaves it blank."""
    match editor:
        case ProcedurePicker():
            editor.choose_id(int(text) if text else None)
        case ChannelPicker():
            editor.choose(next((one for one in Channel if one.name == text), None))
        case PapersCheck() if not text:
            editor.reset()
        case PapersCheck():
            editor.set_papers(tuple(_paper(*one) for one in json.loads(text)))
        case QComboBox():
            editor.setCurrentIndex(max(0, editor.findData(int(text) if text else None)))
        case QCheckBox():
            editor.setChecked(bool(text))
        case QLineEdit():
            editor.setText(text)
        case QPlainTextEdit():
            editor.setPlainText(text)


def _paper(name: str, form: int | None, number: int, always: bool) -> HandedPaper:  # noqa: FBT001 - a stored row
    return HandedPaper(name, next((one for one in PaperForm if one == form), None), number, always)
