"""Before going back to a backup: what would be lost, dossier by dossier."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QWidget

from dxdesk.domain.backup import Backup, Newer
from ui.dossiers.form import spacious
from ui.format import number
from ui.theme import scaled
from ui.widgets import label

_BUTTONS = QDialogButtonBox.StandardButton


def wants_to_go_back(parent: QWidget, backup: Backup, lost: Newer) -> bool:
    """True when the officer saw what would be lost and still wants to."""
    dialog = QDialog(parent)
    dialog.setWindowTitle("Quay về bản sao lưu")
    dialog.setMinimumWidth(scaled(620))
    layout = spacious(dialog)
    layout.addWidget(label(head_words(backup, lost), wrap=True))
    if lost.actions:
        shown = QPlainTextEdit(list_words(lost))
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        shown.setMinimumHeight(scaled(220))
        shown.setAccessibleName("Những gì sẽ không còn")
        layout.addWidget(shown)
    layout.addWidget(
        label("Dữ liệu đang dùng không bị xóa: nó được giữ lại và đứng đầu danh sách này.", "muted")
    )
    buttons = QDialogButtonBox(_BUTTONS.Ok | _BUTTONS.Cancel)
    buttons.button(_BUTTONS.Ok).setText("Quay về bản này")
    buttons.button(_BUTTONS.Cancel).setText("Bỏ qua")
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    layout.addWidget(buttons)
    buttons.button(_BUTTONS.Cancel).setDefault(True)  # Enter takes nothing away
    buttons.button(_BUTTONS.Cancel).setFocus()
    agreed = bool(dialog.exec())
    dialog.deleteLater()
    return agreed


def head_words(backup: Backup, lost: Newer) -> str:
    at = f"{backup.at:%d/%m/%Y %H:%M}"
    if not lost.same_history:
        return (
            f"Bản lúc {at} không phải bản trước của dữ liệu đang dùng (của đơn vị khác, hoặc đã "
            "rẽ sang hướng khác). Quay về bản đó thì toàn bộ dữ liệu đang dùng được thay."
        )
    if not lost.action_count:
        return f"Từ bản lúc {at} đến nay chưa có thao tác nào; quay về thì không mất gì."
    return (
        f"Quay về bản lúc {at} thì {number(lost.action_count)} thao tác làm sau đó không còn, "
        f"trong đó có {number(lost.dossiers)} hồ sơ mới:"
    )


def list_words(lost: Newer) -> str:
    parts = []
    if lost.names:
        more = lost.dossiers - len(lost.names)
        parts += ["Hồ sơ mới:", *lost.names, *([f"… và {number(more)} hồ sơ nữa"] if more else [])]
        parts.append("")
    more = lost.action_count - len(lost.actions)
    parts += ["Thao tác:", *lost.actions, *([f"… và {number(more)} thao tác nữa"] if more else [])]
    return "\n".join(parts)
