"""How pages ask for paper: `print_slips` for any selection, with the slip that fits."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dxdesk.domain.dossier import DossierId
from dxdesk.reports.slips.forms import SlipForm
from ui.page import Page
from ui.tasks import Job

if TYPE_CHECKING:
    from dxdesk.desk import Desk

USUAL = "receipt"
NOTHING = "Chưa có hồ sơ nào để in; hãy chọn trong danh sách hoặc lưu hồ sơ trước."


def print_slips(page: Page, ids: Sequence[int], form: str = "") -> None:
    """Open the window for printing slips about *ids*; *form* "": the one that fits the state.

    What was printed is told and makes other pages stale, through the signals of *page*.
    """
    if not ids:
        page.said.emit(NOTHING)
        return
    chosen = tuple(map(DossierId, ids))

    def show(found: tuple[tuple[SlipForm, ...], str]) -> None:
        from ui.printing.slip_dialog import SlipDialog

        forms, fitting = found
        dialog = SlipDialog(page, page.desk, page.tasks, ids=chosen, forms=forms, form=fitting)
        dialog.printed.connect(page.said)
        dialog.printed.connect(lambda _sentence: page.changed.emit())
        dialog.exec()
        dialog.deleteLater()

    page.tasks.run(lambda _job: _choices(_job, page.desk, chosen, form), show)


def _choices(
    _job: Job[tuple[tuple[SlipForm, ...], str]],
    desk: "Desk",
    ids: tuple[DossierId, ...],
    form: str,
) -> tuple[tuple[SlipForm, ...], str]:
    from dxdesk.services.slips import jobs

    if form:
        return jobs.forms(desk), form
    fitting = jobs.fitting_form(desk, ids[0]) if len(ids) == 1 else USUAL
    return jobs.forms(desk), fitting or USUAL
