"""Tables from the clipboard or a file on their way into a ledger: told first, then taken."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from dxdesk.services.ledgers import pasting
from dxdesk.services.ledgers.cells import cells_of_file, cells_of_text
from ui.files import REGISTERS, ask_open
from ui.ledgers.ledger_list import LedgerList
from ui.ledgers.paste_dialog import ask_take


class LedgerPasting:
    def __init__(self, view: LedgerList) -> None:
        self._view = view

    def paste(self) -> None:
        text = QApplication.clipboard().text()
        self._understand(lambda: cells_of_text(text))

    def take_file(self) -> None:
        path = ask_open(self._view, f"Nhập vào sổ {self._view.ledger.title}", REGISTERS)
        if path is not None:
            self._understand(lambda: cells_of_file(path))

    def _understand(self, read: Callable[[], list[list[str]]]) -> None:
        desk, key = self._view.desk, self._view.ledger.key
        take_understood(self._view, lambda: pasting.understand(desk, key, read()))


def take_understood(view: LedgerList, understood: Callable[[], pasting.Pasted]) -> None:
    """Ask whether what is understood, in the worker, shall be taken."""

    def show(pasted: pasting.Pasted) -> None:
        if ask_take(view, pasted):
            told = f"Đã ghi {len(pasted.rows)} dòng vào sổ {view.ledger.title}."
            view.save(lambda: pasting.take(view.desk, pasted), told)

    view.problem.say("")
    view.tasks.run(lambda _job: understood(), show, failed=view.problem.say)
