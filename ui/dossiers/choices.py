"""The lists that filters and forms choose from, read in one go in the background."""

from typing import TYPE_CHECKING

from dxdesk.services import catalogue
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
    )
