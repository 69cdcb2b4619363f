"""The leader's half of the start page: it reads its own numbers, prints them and saves them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from dxdesk.services import leader
from ui.pdf_output import PdfOutput, Write
from ui.start_leader import LeaderView
from ui.tasks import Tasks

if TYPE_CHECKING:
    from dxdesk.desk import Desk


class LeaderHalf(LeaderView):
    said = Signal(str)

    def __init__(self, desk: "Desk", tasks: Tasks) -> None:
        super().__init__()
        self._desk, self._tasks = desk, tasks
        self.output = PdfOutput(self, desk, tasks)
        self.output.said.connect(self.said)
        self.printed.connect(lambda: self._put_out(self.output.print_out))
        self.saved.connect(lambda: self._put_out(self.output.save))

    def read(self) -> None:
        self._tasks.run(lambda _job: leader.leader_page(self._desk), self.show_summary)

    def _put_out(self, way: Callable[[str, str, Write], None]) -> None:
        found = self.summary
        if found is not None:
            name = f"trang-lanh-dao-{found.as_of:%Y-%m-%d}.pdf"
            way("Lưu trang lãnh đạo", name, lambda path: leader.write(self._desk, found, path))
