"""Whether a database may live at a place: never on a network share, where locks lie."""

import os
import sys
from pathlib import Path

from dxdesk.errors import StorageError

MOUNTS = Path("/proc/mounts")
_SHARED = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "davfs", "fuse.sshfs", "ncpfs"})
_KIND = 2
"""Where a line of the list names the kind of file system."""
_REMOTE_DRIVE = 4


def check_place(path: Path, *, mounts: Path = MOUNTS) -> None:
    """Raise StorageError when *path* lies on a network share."""
    shared = _windows_share(path) if sys.platform == "win32" else _mounted_share(path, mounts)
    if shared:
        raise StorageError(
            f"“{path}” nằm trên ổ mạng. Cơ sở dữ liệu đặt trên ổ mạng dễ hỏng khi hai máy cùng "
            "ghi, nên chương trình không mở. Hãy chép tệp về ổ đĩa của máy này rồi mở lại."
        )


def _mounted_share(path: Path, mounts: Path) -> bool:
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    place = Path(os.path.realpath(path))  # a link may lead onto a share
    best, kind = -1, ""
    for line in lines:
        parts = line.split()
        if len(parts) <= _KIND:
            continue
        point = Path(parts[1].replace("\\040", " "))
        if place.is_relative_to(point) and len(point.parts) > best:
            best, kind = len(point.parts), parts[_KIND]
    return kind in _SHARED


def _windows_share(path: Path) -> bool:
    if str(path).startswith(("\\\\", "//")):
        return True
    import ctypes

    drive = path.absolute().drive + "\\"
    windows = getattr(ctypes, "windll", None)
    return windows is not None and windows.kernel32.GetDriveTypeW(drive) == _REMOTE_DRIVE
