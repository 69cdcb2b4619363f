"""Where the program's own data and the person's data lie."""

import os
import sys
from pathlib import Path


def _root() -> Path:
    bundle = getattr(sys, "_MEIPASS", None)  # set inside a frozen application only
    return Path(bundle) if bundle else Path(__file__).resolve().parent.parent


RESOURCES = _root() / "resources"
GUIDE = _root() / "docs" / "guide"


def home() -> Path:
    """The person's data folder: `DXDESK_HOME` when set, else the system's usual place.

    It is not made here: whoever writes first makes it and can say what went wrong.
    """
    chosen = os.environ.get("DXDESK_HOME", "").strip()
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_data_dir

    return Path(user_data_dir("DXDesk", appauthor=False))


def default_database() -> Path:
    """The person's own database."""
    return home() / "dxdesk.db"
