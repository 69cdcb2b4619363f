"""How the ward words its reports and letters: heading, signer, recipients, symbol, footer."""

from collections.abc import Mapping
from dataclasses import replace

from dxdesk.desk import Desk
from dxdesk.domain.office import Office
from dxdesk.domain.wording import ReportWording
from dxdesk.reports.catalogue import REPORTS
from dxdesk.reports.reconciliation import SYMBOL
from dxdesk.services import settings
from dxdesk.services.wordings import ALL, COMMON, Wordings, Words

REGISTER, RECONCILIATION, COMMITTEE = "register", "reconciliation", "committee"
TITLES: Mapping[str, str] = {
    **{report.key: report.title for report in REPORTS},
    REGISTER: "Sổ theo dõi hồ sơ",
    COMMITTEE: "Báo cáo Ban Chỉ đạo chuyển đổi số",
    RECONCILIATION: "Công văn đối chiếu số liệu",
}
"""Every report and letter that the ward words."""
_UNSIGNED = frozenset({"summary", "poster", REGISTER})
_UNNUMBERED = frozenset({"ii06a", "late", "channels", "payment", "digitisation", "satisfaction"})
"""Signed tables that go with a letter or stand alone: no number, no recipients."""
_SYMBOLS = {RECONCILIATION: SYMBOL}
"""Of a letter, whose symbol names no kind."""
REPORT_WORDINGS = Wordings(
    "report_wordings",
    ReportWording,
    {
        **COMMON,
        "symbol": Words("Ký hiệu văn bản", longest=40),
        "recipients": Words("Nơi nhận", lines=12),
    },
    lambda report: "mọi báo cáo" if report == ALL else TITLES.get(report, "báo cáo"),
    "Sửa mẫu báo cáo",
)


def worded(report: str) -> tuple[str, ...]:
    """What of a wording *report* has a place for."""
    if report in _UNSIGNED:
        return ("heading",)
    signed = ("heading", "signer", "signer_name", "footer")
    return signed if report in _UNNUMBERED else (*signed, "symbol", "recipients")


def original(desk: Desk, report: str) -> Office:
    """The office as *report* shows it while the ward words nothing itself."""
    office = settings.office(desk)
    return replace(office, symbol=_SYMBOLS.get(report, office.symbol))


def office_of(desk: Desk, report: str) -> Office:
    """The office as *report* shows it: heading, signer, recipients as the ward words them."""
    return REPORT_WORDINGS.of(desk, report).on(original(desk, report))
