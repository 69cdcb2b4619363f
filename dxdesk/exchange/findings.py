"""What the tables of a file gave, gathered while they are read."""

from dataclasses import dataclass, field

from dxdesk.exchange.columns import Columns
from dxdesk.exchange.register import LineKind, Quarantined, RegisterRow, SkippedLine
from dxdesk.exchange.stretch import RejectedError
from dxdesk.exchange.tally import Tally

_TEXT_SHOWN = 200


@dataclass
class Findings:
    """Grows line by line; `codes` finds the row that a code stands for."""

    columns: Columns = field(default_factory=Columns)
    tally: Tally = field(default_factory=Tally)
    rows: list[RegisterRow] = field(default_factory=list)
    skipped: list[SkippedLine] = field(default_factory=list)
    quarantined: list[Quarantined] = field(default_factory=list)
    _codes: dict[str, RegisterRow] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """Rows read: those that go in and those that do not."""
        return len(self.rows) + len(self.quarantined)

    def add(self, row: RegisterRow) -> RejectedError | None:
        """Take *row* in, or say why not: its code was met before."""
        if row.code:
            first = self._codes.setdefault(row.code.upper(), row)
            if first is not row:
                return RejectedError("code", _repeated(first, row))
        self.rows.append(row)
        return None

    def skip(self, line: int, kind: LineKind, texts: list[str], *, sheet: str) -> None:
        self.skipped.append(SkippedLine(line, kind, " · ".join(texts)[:_TEXT_SHOWN], sheet))

    def end_sheet(self, *, read: bool, sheet: str) -> None:
        """Forget empty lines at the end of *sheet*, and all its lines when it was not read."""
        while self.skipped and self.skipped[-1].sheet == sheet:
            if read and (self.skipped[-1].kind is not LineKind.EMPTY or self.skipped[-1].text):
                break
            self.skipped.pop()


def _repeated(first: RegisterRow, row: RegisterRow) -> str:
    where = f"dòng {first.line}"
    if first.sheet != row.sheet:
        where += f" của trang tính “{first.sheet}”"
    if first._replace(line=row.line, sheet=row.sheet) == row:
        return f"trùng mã với {where}, nội dung giống hệt"
    return f"trùng mã với {where} nhưng nội dung khác, cần xem lại dòng nào đúng"
