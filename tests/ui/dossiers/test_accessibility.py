"""What a screen reader and the keyboard need: names for everything, a sensible order."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from dxdesk.desk import Desk
from dxdesk.domain.dossier import Dossier
from tests.kit import receive
from tests.ui.typing import focused, press
from ui.dossiers.dossier_page import DossierPage
from ui.dossiers.intake_page import IntakePage
from ui.dossiers.list_page import ListPage
from ui.tasks import Tasks

Open = Callable[[Dossier], DossierPage]


def focusable(page: QWidget) -> list[QWidget]:
    return [
        one
        for one in page.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isVisible()
        and not isinstance(one.parent(), QAbstractScrollArea)
    ]


def nameless(page: QWidget) -> list[str]:
    found = []
    for one in focusable(page):
        spoken = QAccessible.queryAccessibleInterface(one)
        if not spoken.text(QAccessible.Text.Name).strip():
            found.append(f"{type(one).__name__} {one.objectName()}")
    return found


def test_everything_on_the_list_has_a_name(
    full_desk: Desk, tasks: Tasks, show: Callable[[QWidget], None]
) -> None:
    page = ListPage(full_desk, tasks)
    show(page)
    assert focusable(page)
    assert nameless(page) == []


def test_everything_on_intake_has_a_name(intake: IntakePage) -> None:
    intake.form.people.other.setChecked(True)
    intake.form.request.channel.editor.setFocus()
    press(Qt.Key.Key_2)
    assert len(focusable(intake)) > 20
    assert nameless(intake) == []


def test_everything_on_a_dossier_has_a_name(open_page: Open, desk: Desk) -> None:
    page = open_page(receive(desk))
    assert len(focusable(page)) > 5
    assert nameless(page) == []


def test_tab_goes_through_intake_in_reading_order_and_comes_round(intake: IntakePage) -> None:
    intake.start()
    seen = []
    for _ in range(30):
        seen.append(focused().accessibleName() or getattr(focused(), "text", str)())
        press(Qt.Key.Key_Tab)
        if focused() is intake.form.request.procedure.editor:
            break
    assert seen == READING_ORDER


READING_ORDER = [
    "Thủ tục",
    "Kênh tiếp nhận",
    "Chủ hồ sơ",
    "Số giấy tờ chủ hồ sơ",
    "Điện thoại chủ hồ sơ",
    "Địa chỉ chủ hồ sơ",
    "Người nộp khác",
    "Giấy tờ",
    "Mã hồ sơ",
    "Số bộ",
    "Số hồ sơ",
    "Nội dung",
    "Phí, lệ phí",
    "Cách nộp phí",
    "Số biên lai",
    "Thời hạn",
    "Thời điểm tiếp nhận",
    "Nơi nhận kết quả",
    "Liên thông",
    "Phi địa giới",
    "Ghi chú",
    "Xóa t&rắng",
    "Lưu và &mở hồ sơ",
    "&Lưu và nhập tiếp",
]


@pytest.mark.parametrize("width", [794, 1136])
def test_intake_needs_no_sideways_scrolling(intake: IntakePage, width: int) -> None:
    intake.resize(width, 640)
    intake.form.people.other.setChecked(True)
    QApplication.processEvents()
    assert intake.form.minimumSizeHint().width() <= width - 40
