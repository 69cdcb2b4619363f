"""The log file for whoever repairs the program: where a bug struck, never with whose data.

An exception's message may repeat a name or a number that was typed, so only its kind and the
places in the code are written; messages of the system and of SQLite name no person.
"""

import logging
import sqlite3
import traceback
from copy import copy
from pathlib import Path
from types import TracebackType

from dxdesk.errors import DeskError
from dxdesk.paths import home

_NAME = "dxdesk.log"
_LARGEST = 1_000_000
_KEPT = 3
_FRAMES = 60
_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def log_file() -> Path:
    """Where the log lies; the file is there once something was written."""
    return home() / _NAME


def start_log() -> None:
    """Write warnings and errors to the log file, and to no earlier one, from here on.

    The file is made at the first line only.
    """
    root = logging.getLogger()
    for earlier in [one for one in root.handlers if isinstance(one, _LogFile)]:
        root.removeHandler(earlier)
        earlier.close()
    handler = _LogFile(log_file())
    handler.setFormatter(_Impersonal("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)


class _LogFile(logging.Handler):
    def __init__(self, path: Path) -> None:
        super().__init__(logging.WARNING)
        self._path = path
        self._files: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._files is None:
            from dxdesk.log_files import LogFiles

            self._files = LogFiles(
                self._path, maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8", delay=True
            )
            self._files.setFormatter(self.formatter)
        self._files.emit(record)

    def close(self) -> None:
        if self._files is not None:
            self._files.close()
        super().close()


class _Impersonal(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        own = copy(record)
        own.exc_text = None  # another handler's words, with the exception's message
        return super().format(own)

    def formatException(self, ei: _ExcInfo) -> str:  # noqa: N802 - logging's own name
        error = ei[1]
        return "" if error is None else "\n".join(impersonal_chain(error))


def impersonal_chain(error: BaseException) -> list[str]:
    """*error* after what caused it, each with its places in the code."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    lines = [] if before is None else [*impersonal_chain(before), "which led to"]
    frames = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
    lines += [f"  {_place(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    return [*lines, _impersonal(error)]


def _place(file: str) -> str:
    """The end of a path: its beginning holds the name of the person's folder."""
    return "/".join(Path(file).parts[-3:])


def _impersonal(error: BaseException) -> str:
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    match error:
        case _ if type(error).__module__ == "sqlcipher3.dbapi2":
            return f"{kind}: {error}"  # SQLite's own words too
        case sqlite3.Error() | ImportError() | NameError() | AttributeError() | DeskError():
            return f"{kind}: {error}"
        case OSError():
            return f"{kind}: [{error.errno}] {error.strerror}"
        case _:
            return kind
