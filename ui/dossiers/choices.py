"""The lists that filters and forms choose from, read in one go in the background."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dxdesk.domain.late_cause import LateCause
from dxdesk.services import catalogue
from dxdesk.services.late_causes import late_causes
from ui.dossiers.filters import Choices

if TYPE_CHECKING:
    from dxdesk.desk import Desk


def read_choices(desk: "Desk") -> Choices:
    return Choices(
        procedures=catalogue.procedures(desk),
        officers=catalogue.officers(desk),
        fields=catalogue.fields(desk),
        hamlets=catalogue.hamlets(desk),
        units=catalogue.units(desk),
        causes=late_causes(desk).offered(desk.now().date()),
    )


def cause_entries(
    offered: Sequence[LateCause], chosen: LateCause | None
) -> tuple[tuple[str, str], ...]:
    """Number and label of each cause; what a dossier has stays, though it is offered no more."""
    kept = [chosen] if chosen is not None and chosen not in offered else []
    return (("", "Chưa rõ"), *((str(one.number), one.label) for one in (*offered, *kept)))
