"""Backups: what there is, where else it lies, and going back to one of them."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeVar

from dxdesk.domain.backup import Backup, Newer, Reason
from dxdesk.domain.rights import Right
from dxdesk.errors import LockedError
from dxdesk.services.backups import going_back, making, rehearsal, second
from dxdesk.services.backups.overview import Overview, overview, worries
from dxdesk.services.backups.second import SecondPlace
from dxdesk.services.encryption.copies import Unlike, unlike
from ui.encryption.choices import copies_words
from ui.encryption.unlocking import Unlocking
from ui.files import ask_folder
from ui.office.going_back_dialog import wants_to_go_back
from ui.office.list_tab import ListTab
from ui.rows import Column
from ui.tasks import Job, Tasks
from ui.widgets import label

if TYPE_CHECKING:
    from dxdesk.desk import Desk

T = TypeVar("T")
MEGABYTE = 1024 * 1024
COLUMNS: tuple[Column[Backup], ...] = (
    Column("Lúc", lambda one: f"{one.at:%d/%m/%Y %H:%M}", 150),
    Column("Vì sao", lambda one: one.reason.label, 240),
    Column("Dung lượng", lambda one: size(one.size), 110, right=True),
    Column("Tệp", lambda one: one.name, 340, stretches=True),
)


def size(number: int) -> str:
    """Bytes as an officer reads them: `12,3 MB`."""
    return f"{number / MEGABYTE:.1f} MB".replace(".", ",")


class BackupsTab(ListTab[Backup]):
    right = Right.KEEP
    rights: ClassVar = {"add": None}

    def __init__(self, desk: "Desk", tasks: Tasks) -> None:
        super().__init__(
            desk,
            tasks,
            columns=COLUMNS,
            name="Các bản sao lưu",
            intro="Chương trình tự sao lưu mỗi 30 phút có thay đổi, khi đóng, trước khi nhập dữ "
            "liệu và trước khi nâng cấp; giữ 12 ngày, 10 tuần, 9 tháng gần nhất.",
            pale=lambda one: one.reason is Reason.RESTORE,
        )
        self._unlocking = Unlocking(self, tasks)
        self.state = label("", "muted", wrap=True)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.state)
        self.offer("add", "Sao lưu n&gay (Ins)", "save", self.add)
        self.offer("edit", "&Quay về bản này…", "undo", self.edit)
        self.offer("second", "Nơi thứ ha&i…", "folder", self.choose_second)
        self.offer("rehearse", "Diễn tậ&p khôi phục", "check", self.rehearse)
        self.tools.addStretch(1)
        self._found, self._unlike = Overview((), None, None, ()), Unlike()

    def rows(self) -> Sequence[Backup]:
        self._found, self._unlike = overview(self.desk), unlike(self.desk)
        return self._found.backups

    def offers_changed(self, chosen: Backup | None) -> None:
        self.buttons["edit"].setEnabled(chosen is not None)
        self.buttons["rehearse"].setEnabled(chosen is not None)
        self.state.setText(state_words(self._found, encrypted=self.desk.database.key is not None))
        told = [*worries(self._found, self.desk.clock())]
        if differing := copies_words(self._unlike, named=False):
            told.append(f"{differing} Hãy mã hóa lại ở Sửa → Mã hóa dữ liệu.")
        self.problem.say("\n".join(told))

    def add(self) -> None:
        def work(_job: Job[str]) -> str:
            backup = making.make(self.desk, Reason.BY_HAND)
            second.carry(self.desk)
            return backup.name if backup else ""

        self._long(work, "Sao lưu", lambda name: f"Đã sao lưu và đọc lại: {name}.")

    def edit(self) -> None:
        one = self.chosen()
        if one is None:
            return
        keys = self._unlocking.keys

        def work(_job: Job[Newer | LockedError]) -> Newer | LockedError:
            try:
                return going_back.would_be_lost(self.desk, Path(one.path), keys)
            except LockedError as locked:
                return locked

        def show(lost: Newer | LockedError) -> None:
            if not isinstance(lost, LockedError):
                self._ask_to_go_back(one, wants=wants_to_go_back(self, one, lost))
            elif self._unlocking.ask(lost.path):
                self.edit()

        self.tasks.run(work, show, failed=self._refuse)

    def _ask_to_go_back(self, one: Backup, *, wants: bool) -> None:
        if wants:
            told = (
                f"Đã quay về bản sao lưu lúc {one.at:%d/%m/%Y %H:%M}; bản vừa thay vẫn còn ở đây."
            )
            self._long(
                lambda _job: going_back.go_back(self.desk, Path(one.path), self._unlocking.keys),
                "Khôi phục từ bản sao lưu",
                lambda _restored: told,
            )

    def choose_second(self) -> None:
        folder = ask_folder(self, "Chọn nơi thứ hai để giữ bản sao lưu")
        if folder is None:
            return

        def work(_job: Job[Path | None]) -> Path | None:
            second.choose_second_place(self.desk, folder)
            return second.carry(self.desk)

        self._long(work, "Chép sang nơi thứ hai", lambda _path: f"Nơi thứ hai: {folder}.")

    def rehearse(self) -> None:
        def work(job: Job[tuple[str, ...] | None]) -> tuple[str, ...] | None:
            return rehearsal.rehearse(self.desk, progress=job.progress)

        self._long(
            work,
            "Diễn tập khôi phục",
            lambda problems: (
                f"Diễn tập khôi phục không đạt: {problems[0]}"
                if problems
                else "Diễn tập khôi phục đạt: bản mới nhất mở được và mọi kiểm tra đều khớp."
            ),
        )

    def _long(self, work: Callable[[Job[T]], T], title: str, told: Callable[[T], str]) -> None:
        def done(result: T) -> None:
            self.said.emit(told(result))
            self.changed.emit()

        self.tasks.run(work, done, title=title, failed=self._refuse)

    def _refuse(self, sentence: str) -> None:
        self.problem.say(sentence)


def state_words(found: Overview, *, encrypted: bool) -> str:
    """Encryption, second place and rehearsal, a line each."""
    state = "đã mã hóa, cả các bản sao lưu mới." if encrypted else "chưa mã hóa."
    return "\n".join(
        (
            f"Tệp dữ liệu: {state} Đổi ở Sửa → Mã hóa dữ liệu.",
            _second_words(found.second),
            _rehearsal_words(found.rehearsed_at),
        )
    )


def _second_words(place: SecondPlace | None) -> str:
    if place is None:
        return "Nơi thứ hai: chưa chọn."
    newest = "chưa có bản nào" if place.newest is None else f"bản lúc {place.newest:%d/%m/%Y %H:%M}"
    away = "" if place.reachable else " (hiện không thấy)"
    return f"Nơi thứ hai: {place.folder}{away}, {newest}."


def _rehearsal_words(at: datetime | None) -> str:
    return "Diễn tập khôi phục: " + (
        "chưa làm." if at is None else f"lần cuối {at:%d/%m/%Y %H:%M}."
    )
