"""What teams, outreach, documents and the committee did in a period, for the report in prose."""

from dxdesk.desk import Desk
from dxdesk.domain.period import Period
from dxdesk.reports.wording import count_text
from dxdesk.services.digital.committee_report import sentences
from dxdesk.services.digital.figures import digital


def work_sentences(desk: Desk, period: Period) -> tuple[str, ...]:
    """Sentences about what was logged; nothing of a ledger that nobody keeps."""
    found = digital(desk, period)
    said: list[str] = []
    if found.teams.teams or found.outreach.events or found.outgoing.total:
        said += sentences(found)
    tasks = found.duties
    if tasks.total:
        said.append(
            f"Ban Chỉ đạo có {count_text(tasks.total)} nhiệm vụ: đã xong {count_text(tasks.done)}, "
            f"trong đó xong sau hạn {count_text(tasks.done_late)}; đang làm "
            f"{count_text(tasks.open)}; quá hạn {count_text(tasks.overdue)}."
        )
    return tuple(said)
