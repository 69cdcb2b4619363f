"""Asking for the name of a search."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.dossiers.form import Form, FormField


def ask_name(
    parent: QWidget,
    title: str,
    name: str,
    keep: Callable[[str, Callable[[str], None]], None],
    *,
    problem: str = "",
) -> None:
    """Ask for a search's name and hand it to *keep*, which may ask again with a sentence."""
    field = FormField("name", "Tên tìm kiếm", value=name, hint="Ví dụ: Hộ tịch quá hạn")
    given = Form[str].ask(
        parent, title, [field], lambda found: found["name"], action="Lưu", problem=problem
    )
    if given is not None:
        keep(given, lambda why: ask_name(parent, title, given, keep, problem=why))
