"""The tab “Mẫu giấy tờ”: what each slip follows, the ward's own words, a test print, and back."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from dxdesk.desk import Desk
from dxdesk.domain.slip import SlipWording
from dxdesk.services.slips.wordings import save_wording, wordings
from tests.ui.conftest import Settle
from ui.office import slips_tab
from ui.office.slips_tab import SlipsTab
from ui.pdf.file import PdfFile
from ui.tasks import Tasks


@pytest.fixture
def tab(desk: Desk, tasks: Tasks, show: Callable[[QWidget], None], settle: Settle) -> SlipsTab:
    made = SlipsTab(desk, tasks)
    show(made)
    made.refresh()
    settle()
    return made


def choose(tab: SlipsTab, key: str) -> None:
    tab.table.selectRow([row.key for row in tab.model.rows].index(key))


def test_unverified_forms_say_so_here(tab: SlipsTab) -> None:
    told = {row.key: row.source for row in tab.model.rows}
    assert told["receipt"] == (
        "Mẫu số 01, Thông tư số 03/2025/TT-VPCP (chưa đối chiếu với bản gốc)"
    )
    assert told["handover"] == "Mẫu của đơn vị"
    assert next(iter(told)) == ""


def test_the_ward_changes_a_slip_and_goes_back(
    tab: SlipsTab, desk: Desk, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(tab, "receipt")
    assert not tab.buttons["retire"].isEnabled()
    values = {one.key: one.value for one in slips_tab.fields_of(SlipWording())}
    values |= {"footer": "Quầy 3.\nMang theo CCCD.", "paper": "a5", "copies": "1"}
    chosen = slips_tab.read(values)
    assert chosen == SlipWording(footer=("Quầy 3.", "Mang theo CCCD."), paper="a5", copies=1)
    tab.save(lambda: save_wording(desk, "receipt", chosen), "Đã lưu")
    settle()
    settle()
    choose(tab, "receipt")
    assert tab.buttons["retire"].isEnabled()
    monkeypatch.setattr("ui.dialogs.confirm", lambda *_a, **_k: True)
    tab.retire()
    settle()
    settle()
    assert wordings(desk) == {}


def test_a_test_print_is_about_an_invented_dossier(
    tab: SlipsTab, monkeypatch: pytest.MonkeyPatch, settle: Settle
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

    monkeypatch.setattr(slips_tab, "show_pdf", take)
    choose(tab, "")
    tab.try_out()
    choose(tab, "apology")
    tab.try_out()
    assert len(shown) == 2
