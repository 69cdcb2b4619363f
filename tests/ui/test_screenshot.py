"""Pages can be drawn without a screen, for the guide and for whoever asks."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from dxdesk.errors import DeskError, InputError
from dxdesk.services.opening import open_desk
from tests.kit import Clock
from tests.ui.conftest import NOW
from ui.places import PLACES
from ui.screenshot import screenshot


@pytest.mark.parametrize("page", [place.key for place in PLACES])
def test_every_page_can_be_drawn(
    dressed: QApplication, ward_file: Path, tmp_path: Path, page: str
) -> None:
    target = tmp_path / "trang.png"
    screenshot(page, lambda: open_desk(ward_file, clock=Clock(NOW)), target, size=(1024, 768))
    picture = QImage(str(target))
    assert (picture.width(), picture.height()) == (1024, 768)
    middle = {picture.pixel(x, y) for x in range(200, 1000, 7) for y in range(60, 700, 7)}
    assert len(middle) > 5


def test_a_page_that_does_not_exist_is_told(ward_file: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Không có trang “thống kê”"):
        screenshot("thống kê", lambda: open_desk(ward_file), tmp_path / "x.png")


def test_a_picture_that_cannot_be_written_is_told(
    dressed: QApplication, ward_file: Path, tmp_path: Path
) -> None:
    target = tmp_path / "không có" / "x.png"
    with pytest.raises(DeskError, match=r"Không ghi được ảnh “x\.png”"):
        screenshot("history", lambda: open_desk(ward_file, clock=Clock(NOW)), target)


def test_an_empty_ward_has_no_dossier_to_draw(
    dressed: QApplication, empty_database: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "empty.db"
    copy.write_bytes(empty_database.read_bytes())
    with pytest.raises(DeskError, match="Chưa có hồ sơ nào"):
        screenshot("dossier", lambda: open_desk(copy), tmp_path / "x.png")
