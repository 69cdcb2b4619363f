"""The due time of a dossier that is still being typed; the newest answer wins."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from dxdesk.domain.due_account import DueAccount
from dxdesk.errors import DeskError
from dxdesk.services import intake
from ui.dossiers.intake_form import IntakeForm
from ui.dossiers.moments import appointment_text, parse_moment
from ui.dossiers.numbers import parse_limit
from ui.tasks import Job, Tasks

if TYPE_CHECKING:
    from dxdesk.desk import Desk


class DuePreview(QObject):
    shown = Signal(str)

    def __init__(self, desk: "Desk", tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._job: Job[Any] | None = None
        self.account: DueAccount | None = None

    def look(self, form: IntakeForm, now: datetime) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        procedure = form.request.procedure.editor.procedure
        if procedure is None:
            self._show(None, "")
            return
        if form.request.is_online and form.request.waits.isChecked():
            self._show(None, "Ngày hẹn trả tính từ lúc tiếp nhận chính thức.")
            return
        details = form.details
        try:
            received = parse_moment(
                details.received.editor.text(), field=details.received.label, now=now
            )
            limit = parse_limit(details.limit.editor.text(), field=details.limit.label)
        except DeskError as error:
            self._show(None, str(error))
            return
        self._job = self._tasks.run(
            lambda _job: intake.preview_due(
                self._desk, procedure.id, received_at=received, limit=limit
            ),
            self._answer,
            failed=lambda sentence: self._show(None, sentence),
        )

    def _answer(self, account: DueAccount | None) -> None:
        self._job = None
        if account is None:
            words = "Danh mục chưa có thời hạn của thủ tục này; hãy nhập ô Thời hạn."
        else:
            words = f"Hẹn trả {appointment_text(account.due)}"
        self._show(account, words)

    def _show(self, account: DueAccount | None, words: str) -> None:
        self.account = account
        self.shown.emit(words)
