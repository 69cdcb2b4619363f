"""Having an old value of the shown dossier again: asked for, chosen, corrected."""

from dataclasses import replace

from dxdesk.domain.dossier import DossierId
from dxdesk.domain.masking import masked
from dxdesk.services.correctable import PRIVATE
from dxdesk.services.values import PastValue, past_values, restore_value
from ui.dossiers.act_work import ActWork
from ui.dossiers.revealing import Reveal
from ui.dossiers.values_dialog import ask_value
from ui.page import Page

_NONE = "Hồ sơ này chưa có giá trị nào bị thay nên không có gì để lấy lại."


class ValuesWork:
    def __init__(self, page: Page, work: ActWork, reveal: Reveal) -> None:
        self._page, self._work, self._reveal = page, work, reveal

    def ask(self) -> None:
        view = self._work.view()
        if view is not None:
            wanted = view.dossier.id
            self._page.tasks.run(
                lambda _job: past_values(self._page.desk, wanted),
                lambda values: self._offer(wanted, values),
            )

    def _offer(
        self,
        dossier_id: DossierId,
        values: tuple[PastValue, ...],
        *,
        problem: str = "",
        reason: str = "",
    ) -> None:
        if not values:
            self._work.refuse(_NONE)
            return
        shown = values if self._reveal.shown else tuple(map(_masked, values))
        given = ask_value(self._page, shown, problem=problem, reason=reason)
        if given is not None:
            past, why = given
            self._work.carry_out(
                lambda: restore_value(self._page.desk, dossier_id, past, reason=why),
                lambda sentence: self._offer(dossier_id, values, problem=sentence, reason=why),
            )


def _masked(past: PastValue) -> PastValue:
    """*past* as it may stand on the screen; what comes back is the whole value all the same."""
    if past.key not in PRIVATE:
        return past
    return replace(past, old=masked(past.old), new=masked(past.new))
