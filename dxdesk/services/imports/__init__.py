"""Importing a register: one file, one action, one undo."""

from dxdesk.services.imports.lists import ListEntry, ListImport, import_list, preview_list
from dxdesk.services.imports.mending import Mended, check_mended, take_in_mended
from dxdesk.services.imports.preview import Change, Line, Preview, preview
from dxdesk.services.imports.run import ImportResult, run
from dxdesk.services.imports.sources import forget, is_remembered, remember
from dxdesk.services.imports.verdict import Verdict
from dxdesk.services.imports.waiting import WaitingRow, drop_waiting, waiting_count, waiting_rows

__all__ = [
    "Change",
    "ImportResult",
    "Line",
    "ListEntry",
    "ListImport",
    "Mended",
    "Preview",
    "Verdict",
    "WaitingRow",
    "check_mended",
    "drop_waiting",
    "forget",
    "import_list",
    "is_remembered",
    "preview",
    "preview_list",
    "remember",
    "run",
    "take_in_mended",
    "waiting_count",
    "waiting_rows",
]
