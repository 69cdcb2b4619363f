"""A tab that lists things of the office: a table, and what can be done to the chosen row."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dxdesk.domain.rights import Right
from ui.barring import bar
from ui.dossiers.form import Form, FormField, refill
from ui.dossiers.notice import Notice
from ui.page import Page
from ui.rows import Column, RowsModel, select_row, table_of
from ui.tasks import Tasks
from ui.widgets import button, column, label

if TYPE_CHECKING:
    from dxdesk.desk import Desk

T = TypeVar("T")
A = TypeVar("A")


@dataclass(frozen=True)
class Question(Generic[A]):
    """A form, what its texts mean, and what is done with that."""

    title: str
    fields: Sequence[FormField]
    read: Callable[[dict[str, str]], A]
    save: Callable[[A], object]
    columns: int = 1
    intro: str = ""
    after: Callable[[], object] | None = None
    """What comes once it is saved."""

    def dress(self, form: Form[A]) -> None:
        """Add to the form what its fields do not say."""

    def form(
        self,
        parent: QWidget,
        take: Callable[[dict[str, str]], A],
        typed: Mapping[str, str],
        problem: str,
    ) -> A | None:
        fields = refill(self.fields, typed)
        form = Form[A](
            parent,
            self.title,
            fields,
            take,
            action="Lưu",
            intro=self.intro,
            columns=self.columns,
        )
        self.dress(form)
        if problem:
            form.show_problem(problem)
        given = form.answer if form.exec() else None
        form.deleteLater()
        return given


class ListTab(Page, Generic[T]):
    right = Right.OFFICE
    """What its buttons need, but for those of *rights*."""
    rights: ClassVar[Mapping[str, Right | None]] = {}
    """None: anybody may."""

    def __init__(
        self,
        desk: "Desk",
        tasks: Tasks,
        *,
        columns: Sequence[Column[T]],
        name: str,
        intro: str,
        pale: Callable[[T], bool],
    ) -> None:
        super().__init__(desk, tasks)
        self.model = RowsModel(columns, pale=pale)
        self.table = table_of(self.model, name)
        self.table.setSelectionMode(self.table.SelectionMode.SingleSelection)
        self.table.activated.connect(self._activate)
        self.table.selectionModel().currentRowChanged.connect(self._show_offers)
        self.problem = Notice("noticeWarning")
        self.tools, self.body = QHBoxLayout(), QHBoxLayout()
        self.below = QVBoxLayout()
        self.buttons: dict[str, QPushButton] = {}
        layout = column(self, margin=12, spacing=8)
        layout.addWidget(label(intro, "muted", wrap=True))
        layout.addLayout(self.tools)
        layout.addWidget(self.problem)
        self.body.addWidget(self.table, 1)
        layout.addLayout(self.body, 1)
        layout.addLayout(self.below)

    def offer(self, key: str, text: str, icon_name: str, pressed: Callable[[], object]) -> None:
        """A button above the table, *key* the method that a key press calls for the same."""
        role = "primary" if key == "add" else ""
        self.buttons[key] = made = button(text, icon_name, role=role, pressed=pressed)
        bar(made, self.why_not(key))
        self.tools.addWidget(made)

    def why_not(self, offer: str) -> str:
        right = self.rights.get(offer, self.right)
        return "" if right is None else self.desk.why_not(right)

    def rows(self) -> Sequence[T]:
        """Read what the table shows; in the worker."""
        raise NotImplementedError

    def edit(self) -> None:
        """Enter or F2 on the chosen row."""
        raise NotImplementedError

    def offers_changed(self, chosen: T | None) -> None:
        """Another row was chosen: the buttons say what can be done to it."""

    def refresh(self) -> None:
        self.tasks.run(lambda _job: self.rows(), self._show)

    def _show(self, rows: Sequence[T]) -> None:
        at = max(self.table.currentIndex().row(), 0)
        self.model.show(rows)
        if rows:
            select_row(self.table, min(at, len(rows) - 1))
        self.offers_changed(self.chosen())

    def chosen(self) -> T | None:
        at = self.table.currentIndex().row()
        return self.model.rows[at] if 0 <= at < len(self.model.rows) else None

    def _show_offers(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.offers_changed(self.chosen())

    def _activate(self, _index: QModelIndex) -> None:
        self.edit_if_allowed()

    def edit_if_allowed(self) -> None:
        """Enter and the double click, which no grey button stops."""
        why = self.why_not("edit")
        if why:
            self.said.emit(why)
        else:
            self.edit()

    def start(self) -> None:
        self.table.setFocus()

    def ask(
        self, question: Question[A], *, typed: Mapping[str, str] | None = None, problem: str = ""
    ) -> None:
        """Ask, then save in the worker; what cannot be saved is asked again as it was typed."""
        values: dict[str, str] = {}

        def take(found: dict[str, str]) -> A:
            values.update(found)
            return question.read(found)

        given = question.form(self, take, typed or {}, problem)
        if given is not None:
            answer = given
            self.save(
                lambda: question.save(answer),
                f"Đã lưu: {question.title.lower()}.",
                failed=lambda sentence: self.ask(question, typed=values, problem=sentence),
                after=question.after,
            )

    def save(
        self,
        work: Callable[[], object],
        told: str,
        *,
        failed: Callable[[str], None] | None = None,
        after: Callable[[], object] | None = None,
    ) -> None:
        """Carry *work* out; without *failed* its refusal stands above the table."""
        self.problem.say("")

        def done(_result: object) -> None:
            self.said.emit(told)
            self.refresh()
            self.changed.emit()
            if after is not None:
                after()

        self.tasks.run(lambda _job: work(), done, failed=failed or self.problem.say)
