"""Carrying out an act on the shown dossier: what it needs is asked, a refusal asks again."""

from collections.abc import Callable, Mapping

from dxdesk.domain.act import RULE_OF, Act
from dxdesk.domain.dossier import Dossier
from dxdesk.services.correction import correct
from ui.dossiers.act_forms import SLIP_FOLLOWS, arguments, form_fields, offered, perform
from ui.dossiers.correct_form import ask_correction
from ui.dossiers.dossier_view import DossierView
from ui.dossiers.form import Form, refill
from ui.page import Page


class ActWork:
    """*shown*: the dossier that stands on the page; *tell*: where a refusal is shown."""

    def __init__(
        self, page: Page, shown: Callable[[], DossierView | None], tell: Callable[[str], None]
    ) -> None:
        self._page, self._shown, self._tell = page, shown, tell
        self._acting = False

    def view(self) -> DossierView | None:
        """What can be acted on now: nothing while an act is under way."""
        return None if self._acting else self._shown()

    def refuse(self, sentence: str) -> None:
        self._tell(sentence)
        self._page.said.emit(sentence)

    def act(self, act: Act) -> None:
        """Ask what *act* needs, then carry it out in the background."""
        view = self.view()
        if view is None:
            return
        self._tell("")
        if act is Act.CORRECT:
            self._correct(view)
        else:
            self._ask(view, act, typed=offered(act, view.papers))

    def _ask(
        self, view: DossierView, act: Act, *, typed: Mapping[str, str], problem: str = ""
    ) -> None:
        values: dict[str, str] = {}

        def read(found: dict[str, str]) -> dict[str, object]:
            values.update(found)
            return arguments(found, now=self._page.desk.now())

        title = RULE_OF[act].title
        given = Form[dict[str, object]].ask(
            self._page,
            title,
            refill(form_fields(act, view.dossier, view.choices), typed),
            read,
            action=title,
            intro=f"Hồ sơ {view.dossier.code or view.dossier.book}",
            problem=problem,
        )
        if given is not None:
            self.carry_out(
                lambda: perform(self._page.desk, act, view.dossier, given),
                lambda sentence: self._ask(view, act, typed=values, problem=sentence),
                slip=act in SLIP_FOLLOWS,
            )

    def _correct(
        self, view: DossierView, *, typed: Mapping[str, str] | None = None, problem: str = ""
    ) -> None:
        desk, dossier = self._page.desk, view.dossier
        wanted = ask_correction(
            self._page, dossier, view.choices, now=desk.now(), typed=typed, problem=problem
        )
        if wanted is not None:
            self.carry_out(
                lambda: correct(desk, dossier.id, wanted.changes, reason=wanted.reason),
                lambda sentence: self._correct(view, typed=wanted.typed, problem=sentence),
            )

    def carry_out(
        self, work: Callable[[], Dossier], again: Callable[[str], None], *, slip: bool = False
    ) -> None:
        """Run *work*; *again* asks once more with the sentence that says what was wrong.

        *slip*: offer the slip that fits afterwards.
        """
        page, self._acting = self._page, True

        def done(dossier: Dossier) -> None:
            self._acting = False
            words = f"Đã lưu. Hồ sơ {dossier.code or dossier.book}: {dossier.state.label}."
            page.said.emit(words)
            page.refresh()
            page.changed.emit()
            if slip:
                page.slip_offered.emit(f"{words} In phiếu: Ctrl+P.", [dossier.id], "")

        def failed(sentence: str) -> None:
            self._acting = False
            again(sentence)

        page.tasks.run(lambda _job: work(), done, failed=failed)
