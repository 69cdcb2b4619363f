"""One window for one database: a second start brings the window that is there to the front."""

from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication, QWidget

_PATIENCE_MS = 500


class OneWindow(QObject):
    """Known to other starts of the same person on this computer; nothing goes over a network."""

    asked = Signal()
    """Another start asked for the window."""

    def __init__(self, database: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = (
            "dxdesk-" + sha256(str(database.absolute().resolve()).encode()).hexdigest()[:24]
        )
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)

    def is_open(self) -> bool:
        """Whether a window over this database is there; it has then been asked to come forward."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        return socket.waitForConnected(_PATIENCE_MS)

    def be_found(self) -> None:
        """From now on other starts find this one; what a crash left behind is cleared away."""
        if not self._server.listen(self._name):
            QLocalServer.removeServer(self._name)
            self._server.listen(self._name)

    def _greet(self) -> None:
        while self._server.hasPendingConnections():
            self._server.nextPendingConnection().deleteLater()
            self.asked.emit()


def come_forward(window: QWidget) -> None:
    """Before all others, also when it was made small; where the system forbids it, it blinks."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    QApplication.alert(window)
