"""One act on all selected dossiers: asked, looked at, done in the background, told with an undo."""

from array import array
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from dxdesk.domain.act import RULE_OF, Act
from dxdesk.domain.rights import RIGHT_OF_ACT
from dxdesk.services import bulk
from dxdesk.services.bulk import Plan
from ui.barring import bar_action
from ui.dossiers.act_forms import AT, FORMS, TITLES, arguments, many_fields
from ui.dossiers.bulk_dialog import confirm_bulk
from ui.dossiers.filters import Choices
from ui.dossiers.form import Form, refill
from ui.format import counted
from ui.icons import icon
from ui.tasks import Job, Tasks

if TYPE_CHECKING:
    from dxdesk.desk import Desk

QUICK = 500
"""Up to so many wait in the quick lane; more get a title, a bar and a way to stop."""
Given = dict[str, Any]


class BulkActs(QObject):
    said = Signal(str)
    done = Signal(object)
    """The `Plan` that was carried out."""

    def __init__(
        self,
        desk: "Desk",
        tasks: Tasks,
        page: QWidget,
        selected: Callable[[], "array[int]"],
        choices: Callable[[], Choices],
    ) -> None:
        super().__init__(page)
        self._desk, self._tasks, self._page = desk, tasks, page
        self._selected = selected
        self._busy = False
        self._choices = choices
        self.actions: dict[Act, QAction] = {act: self._action(act) for act in bulk.ACTS}

    def _action(self, act: Act) -> QAction:
        form = FORMS[act]
        made = QAction(icon(form.icon), TITLES[act], self._page)
        made.setShortcut(QKeySequence(form.keys))
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.triggered.connect(lambda: self.ask(act))
        bar_action(made, self._desk.why_not(RIGHT_OF_ACT[act]))
        self._page.addAction(made)
        return made

    def menu(self, parent: QWidget) -> QMenu:
        """All acts, for the menu of the rows."""
        made = QMenu("&Xử lý các hồ sơ đã chọn", parent)
        made.setToolTipsVisible(True)
        made.addActions(list(self.actions.values()))
        return made

    def ask(self, act: Act, *, typed: Mapping[str, str] | None = None, problem: str = "") -> None:
        """Ask once what *act* needs for all that are selected."""
        ids = self._selected()
        if self._busy:
            return
        if not ids:
            self.said.emit("Chưa chọn hồ sơ nào; hãy chọn một hay nhiều dòng rồi làm lại.")
            return
        values: dict[str, str] = {}

        def read(found: dict[str, str]) -> Given:
            values.update(found)
            return arguments(found, now=self._desk.now())

        title = RULE_OF[act].title
        fields = refill(many_fields(act, self._choices()), typed or {})
        intro = f"Đã chọn {counted(len(ids))}. Bước sau cho xem trước, chưa ghi gì."
        given = Form[Given].ask(
            self._page, title, fields, read, action="Xem trước", intro=intro, problem=problem
        )
        if given is not None:
            self._look(act, ids, given, lambda why: self.ask(act, typed=values, problem=why))

    def _look(
        self, act: Act, ids: "array[int]", given: Given, again: Callable[[str], None]
    ) -> None:
        at = given.pop(AT, None)

        def work(job: Job[Plan]) -> Plan:
            return bulk.preview(self._desk, act, ids, given, at=at, cancelled=job.cancelled)

        def done(plan: Plan) -> None:
            self._busy = False
            if confirm_bulk(self._page, plan):
                self._carry_out(plan, given, at)

        def failed(sentence: str) -> None:
            self._busy = False
            again(sentence)

        self._run(work, done, failed, f"Xem trước {counted(len(ids))}", len(ids))

    def _carry_out(self, plan: Plan, given: Given, at: Any) -> None:
        act, ids = plan.act, plan.fitting

        def work(job: Job[Plan]) -> Plan:
            return bulk.perform(
                self._desk, act, ids, given, at=at, cancelled=job.cancelled, progress=job.progress
            )

        def done(found: Plan) -> None:
            self._busy = False
            self.done.emit(found)

        def failed(sentence: str) -> None:
            self._busy = False
            self.said.emit(sentence)

        self._run(work, done, failed, f"{RULE_OF[act].title}: {counted(len(ids))}", len(ids))

    def _run(
        self,
        work: Callable[[Job[Plan]], Plan],
        done: Callable[[Plan], None],
        failed: Callable[[str], None],
        title: str,
        number: int,
    ) -> None:
        self._busy = True
        self._tasks.run(
            work,
            done,
            title=title if number > QUICK else "",
            failed=failed,
            stopped=lambda: failed(str(bulk.CancelledError())),
        )
