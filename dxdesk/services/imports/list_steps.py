"""What one row of a list asks for, and how it is written."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from dxdesk.exchange.lists import ListRow
from dxdesk.services.imports.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Step:
    """What one row asks for, and how it is written."""

    verdict: Verdict
    remark: str = ""
    write: Callable[[Session], object] = lambda _session: None


Plan = Callable[[ListRow], Step]
"""RefusedError for a row that cannot be taken."""
