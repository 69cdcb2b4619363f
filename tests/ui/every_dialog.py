"""One of every dialog of the program over the sample ward: for what all of them must do."""

import pkgutil
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from threading import Lock
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

import ui
from dxdesk.desk import Desk
from dxdesk.domain.act import Act
from dxdesk.domain.attachment import PDF, Attachment, AttachmentId
from dxdesk.domain.dossier import DossierId
from dxdesk.domain.paper import Paper
from dxdesk.domain.period import month
from dxdesk.domain.person import Overwrite
from dxdesk.domain.query import Query
from dxdesk.domain.report_settings import ReportSettings
from dxdesk.domain.secret import CodeKind
from dxdesk.domain.state import State
from dxdesk.services import bulk, listing
from dxdesk.services.access.signing_in import people
from dxdesk.services.digital import parts
from dxdesk.services.encryption.copies import Unlike
from dxdesk.services.indicators.board import board
from dxdesk.services.indicators.catalogue import take_set
from dxdesk.services.ledgers.pasting import understand
from dxdesk.services.slips import jobs
from dxdesk.services.values import PastValue
from ui.access.asked import Asked
from ui.access.choice_dialog import ChoiceDialog
from ui.access.code_dialog import CodeDialog
from ui.access.mode_dialog import ModeDialog
from ui.access.sign_in_dialog import RecoverDialog, SignInDialog
from ui.archive_dialog import ArchiveDialog
from ui.claims_dialog import ClaimsDialog
from ui.dialogs import ReasonDialog
from ui.digital.detail_dialog import DetailDialog
from ui.digital.parts_dialog import PartsDialog
from ui.dossiers.act_forms import form_fields
from ui.dossiers.bulk_dialog import BulkDialog
from ui.dossiers.column_dialog import ColumnDialog
from ui.dossiers.dossier_view import read_view
from ui.dossiers.due_dialog import DueDialog
from ui.dossiers.file_window import FileWindow
from ui.dossiers.form import FieldKind, Form, FormField
from ui.dossiers.group_dialog import GroupDialog
from ui.dossiers.overwrite_dialog import Filling, OverwriteDialog
from ui.dossiers.papers_dialog import PapersDialog
from ui.dossiers.values_dialog import ValuesDialog
from ui.encryption.choices import choices_of
from ui.encryption.passphrase_dialog import PassphraseDialog, RemoveDialog
from ui.encryption.unlock_dialog import UnlockDialog
from ui.export_dialog import ExportDialog
from ui.guide_window import GuideWindow
from ui.ledgers.beside_dialog import BesideDialog
from ui.ledgers.paste_dialog import PasteDialog
from ui.main_window import MainWindow
from ui.office.moves_dialog import MovesDialog
from ui.office.papers_list import PapersListDialog
from ui.palette import Palette
from ui.palette_entries import Openers
from ui.preferences import Preferences
from ui.printing.paper_dialog import PaperDialog
from ui.printing.pdf_dialog import PdfDialog
from ui.printing.queue_dialog import QueueDialog
from ui.printing.slip_dialog import SlipDialog
from ui.reconcile_dialog import ReconcileDialog
from ui.report_options import OptionsForm
from ui.sentences.dialog import SentenceDialog
from ui.shortcut_sheet import ShortcutSheet
from ui.tasks import Tasks

WHEN = datetime(2026, 6, 16, 9, 20)
PAPERS = (Paper("Tờ khai", originals=1), Paper("Giấy chứng sinh", certified=1))
PAST = PastValue(WHEN, "Lê Minh", "Sửa hồ sơ", "note", "Ghi chú", "", "", "mới")
OVERWRITE = Overwrite("name", "Lê Thị Hoa", "Lê Thị Hòa")
FILE = Attachment(AttachmentId(1), DossierId(1), "to-khai.pdf", PDF, 1000, WHEN)


def _nothing(*_given: Any) -> Any:
    return None


class Makers:
    """*window* is the parent of each."""

    def __init__(self, window: MainWindow, desk: Desk, tasks: Tasks) -> None:
        self._window, self._desk, self._tasks = window, desk, tasks

    def _plain(self) -> tuple[tuple[Any, tuple[Any, ...]], ...]:
        """Those that want no more than values: what stands after the parent."""
        desk, tasks, persons = self._desk, self._tasks, people(self._desk)
        return (
            (ArchiveDialog, (desk, tasks)),
            (BesideDialog, ("Cạnh chỉ tiêu", ())),
            (ClaimsDialog, (tasks, desk)),
            (UnlockDialog, (tasks, Path("phường.db"))),
            (RemoveDialog, (tasks, desk)),
            (ColumnDialog, (("code", "owner"),)),
            (ExportDialog, (tasks, desk)),
            (FileWindow, (tasks, FILE, Lock())),
            (GroupDialog, ()),
            (GuideWindow, ("tiep-nhan",)),
            (ModeDialog, (_nothing,)),
            (MovesDialog, ((),)),
            (OptionsForm, (ReportSettings(),)),
            (OverwriteDialog, ((OVERWRITE,), tuple(Filling))),
            (PapersDialog, (PAPERS, ())),
            (PapersListDialog, ("Đăng ký khai sinh", PAPERS)),
            (PasteDialog, (understand(desk, "teams", [("Tổ 9", "Tổ 9", "")]),)),
            (PdfDialog, (tasks, "Sổ theo dõi", _nothing)),
            (QueueDialog, (desk, tasks)),
            (RecoverDialog, (tasks, desk, persons)),
            (ReconcileDialog, (tasks, desk)),
            (SentenceDialog, (desk, tasks, month(2026, 5))),
            (ShortcutSheet, ("Trang đầu", [])),
            (ValuesDialog, ((PAST,),)),
        )

    def all(self) -> Iterator[tuple[type[QDialog], Callable[[], QDialog]]]:
        window, desk, tasks = self._window, self._desk, self._tasks
        for kind, given in self._plain():
            yield kind, partial(kind, window, *given)
        yield ReasonDialog, lambda: ReasonDialog(window, "Hủy", "Vì sao hủy?", required=True)
        yield SignInDialog, lambda: SignInDialog(window, tasks, desk, people(desk), back="Thoát")
        yield PaperDialog, lambda: PaperDialog(window, pages=3, preferences=Preferences())
        yield Palette, self._palette
        yield from ((BulkDialog, self._bulk), (DueDialog, self._due), (Form, self._form))
        yield from ((SlipDialog, self._slip), (DetailDialog, self._detail))
        yield PartsDialog, self._parts
        yield from self._encryption()

    def _encryption(self) -> Iterator[tuple[type[QDialog], Callable[[], QDialog]]]:
        window, desk, tasks = self._window, self._desk, self._tasks
        unlike = Unlike((Path("cũ.db"),), (), None)
        texts: dict[str, Any] = {"title": "Mã hóa dữ liệu", "intro": "Tệp đã mã hóa."}
        choices = choices_of(unlike)
        yield ChoiceDialog, lambda: ChoiceDialog(window, _nothing, choices=choices, **texts)
        yield PassphraseDialog, lambda: PassphraseDialog(window, tasks, desk, change=False)
        code = "ABCD-EFGH"
        yield CodeDialog, lambda: CodeDialog(window, tasks, code, "", kind=CodeKind.DATA)
        secret = FormField("secret", "Mật khẩu", FieldKind.SECRET)
        yield Asked, lambda: Asked(window, tasks, "Mật khẩu", (secret,), action="Mở")

    def _first(self, **narrowed: Any) -> DossierId:
        return listing.first_page(self._desk, Query(**narrowed), limit=1).lines[0].id

    def _palette(self) -> QDialog:
        openers = Openers(_nothing, _nothing, _nothing)
        return Palette(self._window, (), desk=self._desk, tasks=self._tasks, openers=openers)

    def _bulk(self) -> QDialog:
        ids = listing.ids(self._desk, Query())[:20]
        return BulkDialog(self._window, bulk.preview(self._desk, Act.RETURN, ids, {}))

    def _due(self) -> QDialog:
        for line in listing.first_page(self._desk, Query(), limit=50).lines:
            account = read_view(self._desk, line.id).account
            if account is not None:
                return DueDialog(self._window, account)
        raise LookupError

    def _form(self) -> QDialog:
        """The form of an act with many fields."""
        view = read_view(self._desk, self._first(states=frozenset({State.PROCESSING})))
        fields = form_fields(Act.APOLOGISE, view.dossier, view.choices)
        return Form[Any](self._window, "Xin lỗi và hẹn lại", fields, dict, action="Xin lỗi")

    def _slip(self) -> QDialog:
        one = next(
            line.id
            for line in listing.first_page(self._desk, Query(), limit=200).lines
            if jobs.fitting_form(self._desk, line.id) == "receipt"
        )
        given: dict[str, Any] = {"ids": (one,), "forms": jobs.forms(self._desk)}
        return SlipDialog(self._window, self._desk, self._tasks, form="receipt", **given)

    def _detail(self) -> QDialog:
        take_set(self._desk, "cap-xa", 2026)
        found = board(self._desk, month(2026, 5))
        return DetailDialog(self._window, found.rows[0], found, ())

    def _parts(self) -> QDialog:
        found = board(self._desk, month(2026, 5))
        rows = parts.behind(self._desk, "staff_account", month(2026, 5))
        return PartsDialog(self._window, found.rows[0], rows)


def all_kinds() -> set[type[QWidget]]:
    """Every dialog that the program defines, the bases of others left out."""
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        import_module(module.name)
    return {kind for kind in _below(QDialog) if not kind.__name__.startswith("_")}


def _below(kind: type[QWidget]) -> Iterator[type[QWidget]]:
    for one in kind.__subclasses__():
        if one.__module__.startswith("ui."):
            yield one
        yield from _below(one)
