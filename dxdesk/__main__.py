"""Start: the window, or one command. The only module that knows both."""

import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from dxdesk.errors import DeskError
from dxdesk.log import start_log
from dxdesk.paths import default_database
from dxdesk.trouble import status_of, trouble

if TYPE_CHECKING:
    from dxdesk.desk import Desk
    from dxdesk.domain.key import Keys

_ALONE = 2


def main() -> None:
    arguments = sys.argv[1:]
    named = len(arguments) == _ALONE and arguments[0] == "--database" and arguments[1].strip()
    if arguments and not named:
        sys.exit(_command())
    sys.exit(_window_alone(arguments[1] if named else None))


def _window_alone(database: str | None) -> int:
    """The window without the command line's libraries, which would delay its first paint."""
    start_log()

    def open_desk(keys: "Keys" = ()) -> "Desk":
        from dxdesk.services.opening import open_desk

        return open_desk(database, keys=keys)

    try:
        return _window(open_desk, database)
    except Exception as error:  # noqa: BLE001 - the last line of defence: no traceback to a person
        print(f"Lỗi: {trouble(error)}", file=sys.stderr)  # noqa: T201 - there is no window to tell it
        return status_of(error)


def _command() -> int:
    from dxdesk.cli import Outside, run

    return run(None, Outside(datetime.now, _window, _picture, _pages))


def _window(open_desk: "Callable[..., Desk]", database: str | None) -> int:
    with _QtNeeded():
        from ui.app import run
    return run(open_desk, sys.argv[:1], Path(database) if database else default_database())


def _picture(
    page: str,
    open_desk: "Callable[[], Desk]",
    target: Path,
    *,
    size: tuple[int, int],
    scale: int,
    theme: str,
) -> None:
    with _QtNeeded():
        from ui.screenshot import screenshot
    screenshot(page, open_desk, target, size=size, scale=scale, theme=theme)


def _pages() -> Sequence[str]:
    from ui.places import PLACES

    return [place.key for place in PLACES]


class _QtNeeded:
    """Turns a system library that is missing into words."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, ImportError) and ".so" in str(error):
            raise DeskError(
                f"Máy thiếu thư viện hệ thống để mở cửa sổ ({error}). Hãy chạy “python3 run.py” "
                "để cài, hoặc nhờ quản trị máy."
            ) from error


if __name__ == "__main__":
    main()
