"""What an officer's half of the start page reads: the numbers before anything else is begun.

All but the numbers bring SQLAlchemy along; the worker imports it once they are shown.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from dxdesk.services import worklists
from ui.recents import Recents
from ui.start_sizes import MONTHS
from ui.start_work import WorkView
from ui.tasks import Tasks

if TYPE_CHECKING:
    from dxdesk.desk import Desk
    from dxdesk.domain.period import Period
    from dxdesk.services.acceptance import Submissions
    from ui.start_recent import KnownDossier
    from ui.start_year import Months


class WorkReading:
    def __init__(
        self, view: WorkView, desk: "Desk", tasks: Tasks, tell: Callable[[str], None]
    ) -> None:
        """*tell* says of which minute the numbers are."""
        self._view, self._desk, self._tasks, self._tell = view, desk, tasks, tell
        self._round = 0

    def read_all(self) -> None:
        self._round += 1
        self.read_work()
        self._tasks.after(partial(self._read_month, self._round, ()))

    def read_work(self) -> None:
        """The numbers, then the dossiers beside them; once a minute while they are shown."""
        self._tasks.run(lambda _job: worklists.counts(self._desk), self._show_counts)
        self._tasks.after(self._read_lists)

    def _show_counts(self, found: worklists.WorkCounts) -> None:
        self._tell(self._view.show_counts(found))

    def _read_lists(self) -> None:
        self._view.complete()
        recents, below = self._view.recents, self._view.below
        self._tasks.run(
            lambda _job: _dossiers(self._desk, recents), lambda found: below.show_dossiers(*found)
        )

    def _read_month(self, asked: int, later: "Months") -> None:
        """Month after month, backwards, so that a search need not wait for all of them."""
        if asked != self._round or len(later) == MONTHS:
            return
        until = later[0][0].previous() if later else None

        def done(found: "Months") -> None:
            months = found + later
            self._view.below.show_months(months)
            self._read_month(asked, months)

        self._tasks.run(lambda _job: _month(self._desk, until), done)


def _dossiers(desk: "Desk", recents: Recents) -> "tuple[Submissions, list[KnownDossier]]":
    from dxdesk.services import acceptance, listing
    from ui.start_acceptance import SHOWN
    from ui.start_recent import arranged

    pinned, recent = recents.pinned, recents.recent
    lines = listing.lines(desk, list(dict.fromkeys((*pinned, *recent))))
    return acceptance.waiting(desk, limit=SHOWN), arranged(lines, pinned, recent)


def _month(desk: "Desk", until: "Period | None") -> "Months":
    from dxdesk.services.statistics import monthly_series

    return monthly_series(desk, months=1, until=until)
