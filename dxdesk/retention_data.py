"""The suggested terms that ship as data (resources/retention)."""

import tomllib
from pathlib import Path

from dxdesk.domain.retention import Suggestion
from dxdesk.errors import DeskError
from dxdesk.paths import RESOURCES

FILE = RESOURCES / "retention" / "terms.toml"


def suggestions(path: Path = FILE) -> tuple[Suggestion, ...]:
    """DeskError when the file is not what it was when the program was installed."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))["terms"]
        return tuple(
            Suggestion(
                key=one["key"],
                title=one["title"],
                years=one.get("years"),
                document=one["document"],
                in_force=one["in_force"],
                source=one["source"],
                verified=one["verified"],
            )
            for one in found
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DeskError(
            f"Tệp thời hạn lưu trữ “{path.name}” bị hỏng; hãy cài lại chương trình."
        ) from error
