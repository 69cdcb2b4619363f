"""Where rows come from: a file, or a block copied in Excel."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Pasted:
    """Cells that Excel or a web page put on the clipboard: lines, tabs between the cells."""

    text: str

    @property
    def name(self) -> str:
        return "Bảng dán từ Excel"


Source = Path | Pasted
