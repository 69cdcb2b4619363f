"""A test print: each report and letter as the ward words it now, over the ward's own figures."""

from pathlib import Path

from dxdesk.desk import Desk
from dxdesk.domain.period import Period
from dxdesk.domain.reconciliation import Reconciliation
from dxdesk.reports.reconciliation import write_reconciliation
from dxdesk.services import reporting
from dxdesk.services.digital import committee_report
from dxdesk.services.report_wordings import COMMITTEE, RECONCILIATION, REGISTER, office_of
from dxdesk.services.wordings import ALL

STANDS_FOR_ALL = "monthly"
"""The report that shows heading, recipients and signature."""


def write_sample(desk: Desk, key: str, period: Period, path: Path) -> None:
    """Write *key* of *period* to *path* (.pdf); ALL shows what holds for every report."""
    if key == ALL:
        report = reporting.report_of(STANDS_FOR_ALL)
        report.write(reporting.source(desk), period, path)
    elif key == REGISTER:
        reporting.write_register(desk, period, path)
    elif key == COMMITTEE:
        committee_report.write(desk, path, period)
    elif key == RECONCILIATION:
        write_reconciliation(_nothing(desk, period), office_of(desk, key), desk.now(), path)
    else:
        reporting.write_report(desk, key, period, path)


def _nothing(desk: Desk, period: Period) -> Reconciliation:
    """A comparison that found nothing: its letter shows the form alone."""
    return Reconciliation(
        file="mau.xlsx",
        period=period,
        as_of=period.as_of(desk.now()),
        rows=0,
        equal=0,
        outside=0,
        entries=(),
        figures=(),
        unread=(),
        warnings=(),
    )
