"""What the report on digital transformation is made of."""

from dataclasses import dataclass
from datetime import datetime

from dxdesk.domain.figures import Figures
from dxdesk.domain.indicators.board import Board
from dxdesk.domain.office import Office
from dxdesk.domain.period import Period
from dxdesk.errors import DeskError
from dxdesk.reports.checks import ensure_identities
from dxdesk.reports.source import ReportSource


@dataclass(frozen=True, slots=True)
class Facts:
    office: Office
    now: datetime
    board: Board
    figures: Figures
    work: tuple[str, ...] = ()
    """What teams, outreach, documents and committee did."""

    @property
    def period(self) -> Period:
        return self.board.period

    @property
    def subject(self) -> str:
        return f"Kết quả thực hiện chuyển đổi số {self.period.label}"


def gather(source: ReportSource, period: Period) -> Facts:
    """DeskError while there is no indicator to report on, or the figures break R14."""
    board = source.board(period)
    if not board.rows:
        raise DeskError(
            "Chưa có chỉ tiêu chuyển đổi số nào; hãy mở trang Chuyển đổi số và lấy một bộ chỉ tiêu."
        )
    statistics = source.statistics(period)
    ensure_identities(source, statistics)
    return Facts(source.office, source.now, board, statistics.total, source.work(period))
