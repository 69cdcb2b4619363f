"""What `bench.printing` measures in a process of its own: a window, and the peak of memory."""

import json
import sys
import time
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.measure import peak_megabytes
from bench.ward import FOLDER, UNTIL, desk_over
from dxdesk.desk import Desk
from dxdesk.domain.period import Period
from dxdesk.services import reporting

_ROUNDS = 15
_YEARS = 12


def period_of(desk: Desk, rows: int) -> Period:
    """The shortest period up to the end of the ward with so many dossiers, or all there are."""
    source = reporting.source(desk)
    low, high = 1, _YEARS * 365
    while low < high:
        middle = (low + high) // 2
        if source.count(Period(UNTIL - timedelta(days=middle), UNTIL)) < rows:
            low = middle + 1
        else:
            high = middle
    return Period(UNTIL - timedelta(days=low), UNTIL)


def register() -> None:
    """In the child: read and write the register of so many dossiers, tell the peak."""
    path, rows = Path(sys.argv[1]), int(sys.argv[2])
    with desk_over(path) as desk, TemporaryDirectory(dir=FOLDER) as folder:
        period = period_of(desk, rows)
        start = time.perf_counter()
        reporting.write_register(desk, period, Path(folder) / "register.pdf")
        seconds = time.perf_counter() - start
        found = reporting.source(desk).count(period)
    peak = peak_megabytes()
    print(json.dumps({"rows": found, "megabytes": peak, "seconds": seconds}))


def preview() -> None:
    """In the child: from asking for the slip to its first page on the screen, each time anew."""
    from ui import icons, theme
    from ui.app import application
    from ui.tasks import Tasks

    app = application([])
    theme.apply(app, theme.themes()["light"])
    icons.load()
    tasks = Tasks()
    with desk_over(Path(sys.argv[1])) as desk:
        ids = _some(desk)
        seconds = [_one(app, tasks, desk, each) for each in ids]
    tasks.close()
    print(json.dumps({"seconds": seconds[3:]}))


def _some(desk: Desk) -> list[int]:
    from dxdesk.domain.query import Query
    from dxdesk.domain.state import State
    from dxdesk.services import listing

    return list(listing.ids(desk, Query(states=frozenset({State.PROCESSING}))))[: _ROUNDS + 3]


def _one(app: Any, tasks: Any, desk: Desk, dossier_id: Any) -> float:
    from PySide6.QtCore import QEventLoop

    from dxdesk.services.slips import jobs
    from ui.printing.slip_dialog import SlipDialog

    start = time.perf_counter()
    form = jobs.fitting_form(desk, dossier_id) or "receipt"
    dialog = SlipDialog(None, desk, tasks, ids=(dossier_id,), forms=jobs.forms(desk), form=form)
    arrived: list[float] = []
    waiting = QEventLoop()

    def seen() -> None:
        arrived.append(time.perf_counter())
        waiting.quit()

    dialog.panel.view.pictures.arrived.connect(seen)
    dialog.show()
    waiting.exec()
    dialog.close()
    while not tasks.idle():
        app.processEvents()
    return arrived[0] - start
