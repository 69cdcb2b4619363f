"""Checking the papers of the shown dossier again, and what a supplement request then asks for."""

from dxdesk.domain.dossier import Dossier, DossierId
from dxdesk.domain.paper import HandedPaper, Paper
from dxdesk.domain.state import State
from dxdesk.services import dossiers, papers
from ui.dossiers.act_work import ActWork
from ui.dossiers.dossier_view import DossierView
from ui.dossiers.papers_dialog import ask_papers
from ui.page import Page

_VOID = "Hồ sơ đã hủy thì không sửa; hãy khôi phục hồ sơ trước."
Papers = tuple[HandedPaper, ...]


class PapersWork:
    def __init__(self, page: Page, work: ActWork) -> None:
        self._page, self._work = page, work

    def ask(self) -> None:
        view = self._work.view()
        if view is None:
            return
        if view.dossier.state is State.VOID:
            self._work.refuse(_VOID)
            return
        self._page.tasks.run(
            lambda _job: papers.papers_of(self._page.desk, view.dossier.procedure_id),
            lambda asked: self._offer(view, asked),
        )

    def _offer(
        self,
        view: DossierView,
        asked: tuple[Paper, ...],
        *,
        typed: Papers | None = None,
        problem: str = "",
    ) -> None:
        given = ask_papers(self._page, asked, view.papers, typed=typed, problem=problem)
        if given is not None:
            self._work.carry_out(
                lambda: self._keep(view.dossier.id, given),
                lambda sentence: self._offer(view, asked, typed=given, problem=sentence),
            )

    def _keep(self, dossier_id: DossierId, given: Papers) -> Dossier:
        papers.check_papers(self._page.desk, dossier_id, given)
        return dossiers.get(self._page.desk, dossier_id)
