"""Dossiers past their term: the list, what is held back, and the removal of personal data."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dxdesk.domain.backup import Reason
from dxdesk.domain.retention import Kept
from dxdesk.domain.rights import Right
from dxdesk.services.backups import making, second
from dxdesk.services.retention import copies, due, remove, terms
from dxdesk.services.retention.copies import Copies
from dxdesk.services.retention.due import Overview
from dxdesk.services.retention.remove import Removed
from ui.dialogs import ask_reason
from ui.format import number
from ui.office.list_tab import ListTab
from ui.office.removal_form import Confirmed, ask_removal
from ui.office.term_form import term_question
from ui.rows import Column
from ui.tasks import Job, Tasks
from ui.widgets import label

if TYPE_CHECKING:
    from dxdesk.desk import Desk

COLUMNS: tuple[Column[Kept], ...] = (
    Column("Hồ sơ", lambda one: one.name, 180),
    Column("Thủ tục", lambda one: one.procedure, 220, stretches=True),
    Column("Kết thúc", lambda one: f"{one.ended_at:%d/%m/%Y}", 120),
    Column("Trạng thái", lambda one: one.state.label, 150),
    Column("Thời hạn", lambda one: one.term, 90),
    Column("Hết hạn", lambda one: f"{one.due_at:%d/%m/%Y}", 120),
    Column("Giữ lại vì", lambda one: one.held, 180),
)


class RetentionTab(ListTab[Kept]):
    right = Right.KEEP

    def __init__(self, desk: "Desk", tasks: Tasks) -> None:
        super().__init__(
            desk,
            tasks,
            columns=COLUMNS,
            name="Hồ sơ hết thời hạn lưu trữ",
            intro="Hồ sơ đã kết thúc và hết thời hạn lưu trữ của đơn vị. Xóa dữ liệu cá nhân thì "
            "tên, số giấy tờ, điện thoại, địa chỉ, nội dung, tệp đính kèm mất hẳn; số liệu mọi kỳ "
            "không đổi.",
            pale=lambda one: bool(one.held),
        )
        self.offer("add", "&Thời hạn… (Ins)", "today", self.add)
        self.offer("edit", "&Giữ lại… (F2)", "lock", self.edit)
        self.offer("remove", "&Xóa dữ liệu cá nhân…", "trash", self.remove)
        self.offer("sweep", "Dọ&n nốt", "check", self.sweep)
        self.tools.addStretch(1)
        self.state = label("", "muted", wrap=True)
        self.below.addWidget(self.state)
        self._found = Overview(0, (), 0, 0, 0, has_terms=False)
        self._unswept = False

    def rows(self) -> Sequence[Kept]:
        self._found = due.overview(self.desk)
        self._unswept = remove.is_unswept(self.desk)
        return self._found.listed

    def offers_changed(self, chosen: Kept | None) -> None:
        may = not self.desk.why_not(self.right)
        self.buttons["edit"].setEnabled(chosen is not None and may)
        held = chosen is not None and bool(chosen.held)
        self.buttons["edit"].setText("Thôi &giữ lại (F2)" if held else "&Giữ lại… (F2)")
        self.buttons["remove"].setEnabled(bool(self._found.due) and may)
        self.buttons["sweep"].setVisible(self._unswept)
        self.state.setText(state_words(self._found))

    def add(self) -> None:
        self.tasks.run(
            lambda _job: (terms.own_terms(self.desk), terms.scopes(self.desk)),
            lambda found: self.ask(term_question(self.desk, *found)),
            failed=self.problem.say,
        )

    def edit(self) -> None:
        one = self.chosen()
        if one is None:
            return
        if one.held:
            told = f"Hồ sơ {one.name} lại theo thời hạn lưu trữ."
            self.save(lambda: due.release(self.desk, one.id), told)
            return
        reason = ask_reason(self, "Giữ lại", f"Vì sao giữ lại dữ liệu của hồ sơ {one.name}?")
        if reason is not None:
            told = f"Đã giữ lại hồ sơ {one.name}."
            self.save(lambda: due.hold(self.desk, one.id, reason), told)

    def remove(self) -> None:
        count = self._found.due
        if count:
            self.tasks.run(
                lambda _job: copies.copies(self.desk),
                lambda found: self._ask(count, found),
                failed=self.problem.say,
            )

    def _ask(self, count: int, found: Copies) -> None:
        confirmed = ask_removal(self, count, copies.words(found))
        if confirmed is not None:
            agreed = confirmed
            self.tasks.run(
                lambda job: self._carry_out(job, agreed),
                self._done,
                title="Xóa dữ liệu cá nhân",
                failed=self.problem.say,
            )

    def _carry_out(self, job: Job[Removed], confirmed: Confirmed) -> Removed:
        removed = remove.remove(self.desk, confirmed=confirmed.count, progress=job.progress)
        if confirmed.backup:
            making.make(self.desk, Reason.BY_HAND)
            second.carry(self.desk)
        return removed

    def _done(self, removed: Removed) -> None:
        rest = "" if removed.swept else " Máy khác đang mở tệp dữ liệu: hãy bấm “Dọn nốt” sau."
        told = f"Đã xóa dữ liệu cá nhân của {number(removed.dossiers)} hồ sơ."
        self.said.emit(told + rest)
        self.refresh()
        self.changed.emit()

    def sweep(self) -> None:
        def done(swept: bool) -> None:  # noqa: FBT001 - what the work gives
            self.said.emit(
                "Đã dọn sạch tệp dữ liệu." if swept else "Máy khác vẫn đang mở tệp dữ liệu."
            )
            self.refresh()

        self.tasks.run(
            lambda _job: remove.sweep_again(self.desk),
            done,
            title="Dọn sạch tệp dữ liệu",
            failed=self.problem.say,
        )


def state_words(found: Overview) -> str:
    """How many are due, and why others are not."""
    if not found.has_terms:
        return (
            "Đơn vị chưa đặt thời hạn lưu trữ nên chưa hồ sơ nào đến hạn. Bấm “Thời hạn…” để ghi "
            "số năm và văn bản quy định."
        )
    due_words = f"{number(found.due)} hồ sơ hết thời hạn, {number(found.held)} hồ sơ được giữ lại"
    parts = [f"{due_words}, {number(found.removed)} hồ sơ đã xóa dữ liệu cá nhân."]
    if len(found.listed) < found.due + found.held:
        parts.append(f"Bảng chỉ kê {number(len(found.listed))} hồ sơ hết hạn sớm nhất.")
    if found.waiting:
        parts.append(
            f"{number(found.waiting)} hồ sơ có kết quả chưa ghi trả nên không tính thời hạn."
        )
    return " ".join(parts)
