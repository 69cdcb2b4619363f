"""Intake is asked for with its procedure: filled in, unless a dossier is half typed already."""

from PySide6.QtCore import QObject, Signal

from ui.dossiers.half_typed import HalfTyped
from ui.dossiers.intake_form import IntakeForm

BUSY = (
    "Trang này đang có hồ sơ nhập dở nên thủ tục vừa chọn chưa được điền; hãy lưu hoặc bấm "
    "“Xóa trắng” rồi chọn lại."
)


class AskedProcedure(QObject):
    told = Signal(str)

    def __init__(self, form: IntakeForm, half_typed: HalfTyped) -> None:
        super().__init__(form)
        self._form, self._half_typed = form, half_typed
        self._id: int | None = None
        half_typed.ready.connect(self._fill)

    def ask(self, procedure_id: int) -> None:
        """Now, or as soon as the page has its choices."""
        self._id = procedure_id
        if self._half_typed.is_ready:
            self._fill()

    def _fill(self) -> None:
        wanted, self._id = self._id, None
        if wanted is None:
            return
        if self._form.values():
            self.told.emit(BUSY)
            return
        self._form.request.procedure.editor.choose_id(wanted)
        self._form.request.channel.editor.setFocus()
