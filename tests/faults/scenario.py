"""A morning at the counter, step by step, for the tests that let the disk fail under it.

`python -m tests.faults.scenario FILE` tells each step as a line of JSON: `told` when it was said to
be saved, `refused` with the sentence otherwise, `crashed` when there was no sentence for it.
"""

import json
import logging
import sys
from collections.abc import Callable
from pathlib import Path

from dxdesk.desk import Desk
from dxdesk.domain.dossier import DossierId, Person
from dxdesk.errors import DeskError
from dxdesk.services import acts, history, imports, maintenance
from dxdesk.services.opening import open_desk
from tests.faults.jobs import NOW, actions_of
from tests.kit import Clock, receive

Step = Callable[[Desk, Path], object]
STEPS: tuple[tuple[str, Step], ...] = (
    ("intake", lambda desk, _folder: receive(desk, owner=Person("Nguyễn Thị Đào"))),
    ("result", lambda desk, _folder: acts.finish(desk, DossierId(4))),
    ("undo", lambda desk, _folder: history.undo(desk)),
    ("redo", lambda desk, _folder: history.redo(desk)),
    ("import", lambda desk, folder: imports.run(desk, folder / "so.csv")),
    ("backup", lambda desk, folder: maintenance.backup(desk, folder / "sao.db")),
    ("another", lambda desk, _folder: receive(desk, owner=Person("Lê Văn Sáu"))),
)


def main(path: Path) -> None:
    logging.disable(logging.CRITICAL)
    desk: Desk | None = None
    for name, step in STEPS:
        try:
            if desk is None:
                opened = open_desk(path, clock=Clock(NOW), create=False)
                _say(name="open", told=True, actions=actions_of(opened))
                desk = opened
            step(desk, path.parent)
            _say(name=name, told=True)
        except DeskError as error:
            _say(name=name, refused=str(error))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is no sentence
            _say(name=name, crashed=f"{type(error).__name__}: {error}")


def _say(**what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
