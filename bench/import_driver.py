"""Drives the import page in a process of its own; `bench.registers` starts it."""

import json
import sys
from pathlib import Path

from bench.pulse import Pulse, until
from bench.registers import empty_ward
from ui import icons, theme
from ui.app import application
from ui.imports.page import ImportPage
from ui.tasks import Tasks


def program() -> None:
    """Run in the child: preview and import `sys.argv[1]`; the longest stalls, as JSON."""
    qt = application([])
    theme.apply(qt, theme.themes()["light"])
    icons.load()
    desk, tasks, pulse = empty_ward(), Tasks(), Pulse()
    page = ImportPage(desk, tasks)
    page.resize(1366, 768)
    page.show()
    page.refresh()
    until(tasks.idle)
    stalls = {}
    with pulse.watching():
        page.show_files([Path(sys.argv[1])])
        until(tasks.idle)
    stalls["preview"] = pulse.longest
    with pulse.watching():
        page.panel.go.click()
        until(tasks.idle)
    stalls["import"] = pulse.longest
    tasks.close()
    desk.close()
    print(json.dumps(stalls))
