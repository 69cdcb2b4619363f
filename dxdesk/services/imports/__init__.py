"""Importing a register: one file, one action, one undo."""

from dxdesk.services.imports.run import ImportPreview, ImportResult, preview, run

__all__ = ["ImportPreview", "ImportResult", "preview", "run"]
