"""A sample ward that the tests of its digital work read."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dxdesk.desk import Desk
from dxdesk.services import demo
from tests.kit import Clock, desk_over


@pytest.fixture(scope="session")
def sample(empty_database: Path) -> Iterator[Desk]:
    """Tests only read it."""
    with desk_over(empty_database, Clock("22/09/2026 10:00")) as desk:
        demo.make(desk, dossiers=1, until=date(2026, 9, 22))
        yield desk
