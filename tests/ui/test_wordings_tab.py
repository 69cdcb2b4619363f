"""The tab “Mẫu giấy tờ”: what each paper follows, the ward's own words, a test print, and back."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from dxdesk.desk import Desk
from dxdesk.domain.office import Office
from dxdesk.domain.wording import ReportWording, SlipWording
from dxdesk.services.report_wordings import REPORT_WORDINGS
from dxdesk.services.slips.wordings import SLIPS
from tests.ui.conftest import Settle
from ui.office import wordings, wordings_tab
from ui.office.wordings_tab import WordingsTab
from ui.pdf.file import PdfFile
from ui.tasks import Tasks


@pytest.fixture
def tab(desk: Desk, tasks: Tasks, show: Callable[[QWidget], None], settle: Settle) -> WordingsTab:
    made = WordingsTab(desk, tasks)
    show(made)
    made.refresh()
    settle()
    return made


def choose(tab: WordingsTab, key: str) -> None:
    tab.table.selectRow([row.key for row in tab.model.rows].index(key))


def test_unverified_forms_say_so_here(tab: WordingsTab) -> None:
    told = {row.key: row.source for row in tab.model.rows}
    assert told["slips/receipt"] == (
        "Mẫu số 01, Thông tư số 03/2025/TT-VPCP (chưa đối chiếu với bản gốc)"
    )
    assert told["slips/handover"] == "Mẫu của đơn vị"
    assert next(iter(told)) == "slips/"


def test_the_ward_changes_a_paper_and_goes_back(
    tab: WordingsTab, desk: Desk, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.dialogs.confirm", lambda *_a, **_k: True)
    for key, changed in (
        ("slips/receipt", {"footer": "Quầy 3.\nMang theo CCCD.", "paper": "a5", "copies": "1"}),
        ("reports/monthly", {"signer": "TL. CHỦ TỊCH\nGIÁM ĐỐC", "recipients": "Như trên"}),
    ):
        choose(tab, key)
        assert not tab.buttons["retire"].isEnabled()
        question: Any = tab.model.rows[tab.table.currentIndex().row()].question
        answer = question.read({one.key: one.value for one in question.fields} | changed)
        tab.save(partial(question.save, answer), "Đã lưu")
        settle()
        settle()
    assert dict(SLIPS.all(desk)) == {
        "receipt": SlipWording(footer=("Quầy 3.", "Mang theo CCCD."), paper="a5", copies=1)
    }
    assert REPORT_WORDINGS.all(desk) == {
        "monthly": ReportWording(signer=("TL. CHỦ TỊCH", "GIÁM ĐỐC"), recipients=("Như trên",))
    }
    for key in ("slips/receipt", "reports/monthly"):
        choose(tab, key)
        assert tab.buttons["retire"].isEnabled()
        tab.retire()
        settle()
        settle()
    assert (SLIPS.all(desk), REPORT_WORDINGS.all(desk)) == ({}, {})


def test_a_report_form_shows_beside_each_field_what_the_original_has() -> None:
    office = Office(signer_authority=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), symbol="BC-UBND")
    hints = {one.key: one.hint for one in wordings.report_fields(ReportWording(), office)}
    assert hints["signer"].endswith("mẫu gốc: TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH")
    assert hints["symbol"].endswith("mẫu gốc: BC-UBND")


def test_a_test_print_is_about_an_invented_dossier(
    tab: WordingsTab, monkeypatch: pytest.MonkeyPatch, settle: Settle
) -> None:
    shown: list[PdfFile] = []

    def take(parent: QWidget, tasks: Tasks, title: str, make: Callable[..., PdfFile]) -> None:
        from pathlib import Path
        from tempfile import TemporaryDirectory
        from threading import Lock

        with TemporaryDirectory() as folder:
            file = make(Path(folder) / "x.pdf", Lock())
            assert file.find(0, "Nguyễn Thị Ánh Nguyệt")
            file.close()
            shown.append(file)

    monkeypatch.setattr(wordings_tab, "show_pdf", take)
    choose(tab, "slips/")
    tab.try_out()
    choose(tab, "slips/apology")
    tab.try_out()
    assert len(shown) == 2
