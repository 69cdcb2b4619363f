"""The sample ward's digital work: what its ledgers hold on the last day, drawn from one seed.

A table's rows are drawn in the order of their ids, from 1; links are places in other tables.
"""

from collections.abc import Iterator
from datetime import date
from random import Random

from dxdesk.demo.digital_draw import Rows
from dxdesk.demo.digital_office import OfficeWork
from dxdesk.demo.digital_outreach import OutreachWork
from dxdesk.demo.digital_teams import TeamWork


def digital_work(until: date, seed: int) -> Iterator[tuple[str, Rows]]:
    """Rows by ledger, those that others link to first."""
    rng = Random(f"digital {seed}")
    for kind in (TeamWork, OutreachWork, OfficeWork):
        yield from kind(until, rng).tables()
