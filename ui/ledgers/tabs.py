"""The tabs of the place “Chuyển đổi số” and the ledgers of each, as data."""

from functools import partial
from typing import Any

from dxdesk.domain.ledgers import LEDGER_OF
from ui.tab import Tab


class LedgersTab(Tab):
    """A tab over several ledgers."""

    def load(self) -> Any:
        from ui.ledgers.ledger_tab import LedgerTab

        return partial(LedgerTab, ledgers=[LEDGER_OF[key] for key in LEDGERS_OF[self.key]])


LEDGERS_OF = {
    "teams": ("activities", "teams", "members", "returns"),
    "committee": ("duties", "meetings", "committee"),
    "outreach": ("events", "campaigns", "tallies", "groups", "pilots"),
    "documents": ("documents", "document_months"),
    "assets": ("staff", "devices", "systems", "accesses"),
}
_OWN = "ui.ledgers.ledger_tab"
TABS: tuple[Tab, ...] = (
    Tab("board", "Bảng chỉ tiêu", "ui.digital.board_tab", "BoardTab"),
    LedgersTab("teams", "Tổ công nghệ số", _OWN, "LedgerTab"),
    LedgersTab("committee", "Ban Chỉ đạo", _OWN, "LedgerTab"),
    LedgersTab("outreach", "Tuyên truyền", _OWN, "LedgerTab"),
    LedgersTab("documents", "Văn bản", _OWN, "LedgerTab"),
    LedgersTab("assets", "Cán bộ, thiết bị", _OWN, "LedgerTab"),
)
