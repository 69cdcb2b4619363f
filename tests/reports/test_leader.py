"""The leader's page on paper stays one page, whatever stands in it."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from dxdesk.desk import Desk
from dxdesk.domain.office import Office
from dxdesk.reports.leader import write_leader_page
from dxdesk.services.leader import leader_page
from tests.kit import Clock, receive


def text_of(path: Path) -> tuple[int, str]:
    document = pypdfium2.PdfDocument(path)
    found = len(document), document[0].get_textpage().get_text_range()
    document.close()
    return found


@pytest.mark.parametrize("why", ["", "Chờ ý kiến. " * 60, "<b>&amp;</b> \u202e \x07"])
def test_ten_late_dossiers_with_any_reason_fit_on_one_page(
    desk: Desk, clock: Clock, tmp_path: Path, why: str
) -> None:
    for _ in range(12):
        receive(desk)
    clock.set("20/03/2026 10:00")
    found = leader_page(desk)
    late = tuple(replace(one, why=why) for one in found.late)
    write_leader_page(replace(found, late=late), Office(name="phường An Bình"), tmp_path / "a.pdf")
    pages, text = text_of(tmp_path / "a.pdf")
    assert pages == 1
    assert "Còn 2 hồ sơ quá hạn khác." in text
    assert "Hồ sơ quá hạn: 12" in text


def test_a_quiet_month_says_so(desk: Desk, tmp_path: Path) -> None:
    write_leader_page(leader_page(desk), Office(), tmp_path / "a.pdf")
    pages, text = text_of(tmp_path / "a.pdf")
    assert pages == 1
    assert "không phát sinh" in text
    assert text.count("Không có.") == 2
