"""Dialogs of a clerk's day, each opened as the program opens it, for the pictures."""

from datetime import date
from typing import TYPE_CHECKING, Any

from dxdesk.domain.act import Act
from dxdesk.domain.query import Query
from dxdesk.domain.state import State

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from dxdesk.domain.dossier import DossierId
    from ui.screenshot import Studio

BIRTH = "1.001193"
"""The registration of a birth: it has papers that somebody always forgets."""


def _show(dialog: "QDialog") -> None:
    dialog.open()


def _some(studio: "Studio", state: State) -> "DossierId":
    from dxdesk.services import listing

    found = listing.first_page(studio.desk, Query(states=frozenset({state})), limit=1)
    return found.lines[0].id


def bulk(studio: "Studio") -> None:
    """Results for a mixed selection: what fits, and what is left out and why."""
    from dxdesk.services import bulk, listing
    from ui.dossiers.bulk_dialog import BulkDialog

    ids = listing.ids(studio.desk, Query())[:60]
    _show(BulkDialog(studio.window, bulk.preview(studio.desk, Act.FINISH, ids, {})))


def moves(studio: "Studio") -> None:
    """A closure of the office, and the appointments that it would move."""
    from dxdesk.domain.calendar import DayException, DayKind
    from dxdesk.services.calendar_change import CalendarChange, preview_moves
    from ui.office.moves_dialog import MovesDialog

    day = DayException(date(2026, 6, 18), DayKind.CLOSURE, "bão số 2", "Công văn 41/UBND")
    change = CalendarChange("Nghỉ ngày 18/06/2026", days=(day,))
    _show(MovesDialog(studio.window, preview_moves(studio.desk, change)))


def papers(studio: "Studio") -> None:
    """Intake with the procedure chosen, its papers checked, one missing."""
    from dxdesk.services import catalogue

    page: Any = studio.window.stack.page("intake")
    page.form.clear()  # the picture before left it half typed
    page.asked.ask(next(one.id for one in catalogue.procedures(studio.desk) if one.code == BIRTH))
    studio.settle()
    page.form.people.owner.name.editor.setText("Nguyễn Thị Ngọc Ánh")
    page.form.people.papers.editor.setFocus()
    studio.settle()


def supplement(studio: "Studio") -> None:
    """The slip that asks for what is missing, as it will be printed."""
    from dxdesk.services.slips import jobs
    from ui.printing.slip_dialog import SlipDialog

    ids = (_some(studio, State.AWAITING_SUPPLEMENT),)
    forms = jobs.forms(studio.desk)
    _show(
        SlipDialog(
            studio.window, studio.desk, studio.tasks, ids=ids, forms=forms, form="supplement"
        )
    )


def shortcuts(studio: "Studio") -> None:
    from ui.shortcut_sheet import ShortcutSheet, of_page

    page = studio.window.stack.page("dossiers")
    sheet = ShortcutSheet(studio.window, "Hồ sơ", of_page(page.actions()))
    sheet.offer_paper(studio.desk, studio.tasks)
    _show(sheet)


def old_values(studio: "Studio") -> None:
    """The history of one dossier's values, one of them to be had again."""
    from dxdesk.services.correction import correct
    from dxdesk.services.values import past_values
    from ui.dossiers.values_dialog import ValuesDialog

    which = _some(studio, State.PROCESSING)
    correct(studio.desk, which, {"note": "Nộp tại nhà văn hóa"}, reason="Ghi thêm")
    correct(studio.desk, which, {"note": "Nộp tại quầy 2"}, reason="Ghi nhầm nơi nộp")
    _show(ValuesDialog(studio.window, past_values(studio.desk, which)))


def due(studio: "Studio") -> None:
    """Day by day, why this dossier is due when it is."""
    from dxdesk.services import listing
    from ui.dossiers.dossier_view import read_view
    from ui.dossiers.due_dialog import DueDialog

    found = listing.first_page(studio.desk, Query(states=frozenset({State.PROCESSING})), limit=30)
    accounts = [read_view(studio.desk, line.id).account for line in found.lines]
    _show(DueDialog(studio.window, max(filter(None, accounts), key=lambda one: len(one.days))))


def act(studio: "Studio") -> None:
    """What an apology asks for."""
    from ui.dossiers.act_forms import form_fields
    from ui.dossiers.dossier_view import read_view
    from ui.dossiers.form import Form

    which = _some(studio, State.PROCESSING)
    view = read_view(studio.desk, which)
    fields = form_fields(Act.APOLOGISE, view.dossier, view.choices)
    intro = f"Hồ sơ {view.dossier.code}"
    title = "Xin lỗi và hẹn lại"
    _show(Form[Any](studio.window, title, fields, dict, action=title, intro=intro))


def columns(studio: "Studio") -> None:
    from ui.dossiers.column_dialog import ColumnDialog
    from ui.dossiers.columns import SHOWN

    _show(ColumnDialog(studio.window, SHOWN))
