"""Having an old value of the shown dossier again: asked for, chosen, corrected."""

from collections.abc import Callable

from dxdesk.domain.dossier import Dossier, DossierId
from dxdesk.services.values import PastValue, past_values, restore_value
from ui.dossiers.values_dialog import ask_value
from ui.page import Page

_NONE = "Hồ sơ này chưa có giá trị nào bị thay nên không có gì để lấy lại."
CarryOut = Callable[[Callable[[], Dossier], Callable[[str], None]], None]


class ValuesWork:
    """*dossier*: the one shown now, None while an act is under way."""

    def __init__(
        self,
        page: Page,
        dossier: Callable[[], DossierId | None],
        carry_out: CarryOut,
        refuse: Callable[[str], None],
    ) -> None:
        self._page, self._dossier = page, dossier
        self._carry_out, self._refuse = carry_out, refuse

    def ask(self) -> None:
        wanted = self._dossier()
        if wanted is not None:
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
            self._refuse(_NONE)
            return
        given = ask_value(self._page, values, problem=problem, reason=reason)
        if given is not None:
            past, why = given
            self._carry_out(
                lambda: restore_value(self._page.desk, dossier_id, past, reason=why),
                lambda sentence: self._offer(dossier_id, values, problem=sentence, reason=why),
            )
