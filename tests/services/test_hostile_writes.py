"""Every service that writes a text takes any text: kept plain, or refused in words."""

import ast
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from dxdesk.domain.indicators.kinds import Pillar, Plan, Unit
from dxdesk.domain.query import Query
from dxdesk.errors import DeskError
from dxdesk.services import dossiers, listing
from dxdesk.services.checking import check
from dxdesk.services.indicators import catalogue
from tests.kit import Clock, desk_over, receive
from tests.services.hostile_deeds import DEEDS, Ward
from tests.services.test_hostile import SNIPPETS

ROOT = Path(__file__).parents[2] / "dxdesk" / "services"
ELSEWHERE = {
    "access/secrets:set_password": "kept as a digest only; tests/services/access",
    "access/signing_in:ask_passwords": "the same",
    "acts/case:case_of": "what the acts above are made of",
    "acts/case:perform": "the same",
    "closing:correct": "a reason like that of a void; tests/services/test_closing.py",
    "imports/sources:forget": "headings of a file; tests/exchange/test_hostile.py",
    "imports/sources:remember": "the same",
    "indicators/by_hamlet:save_hamlets": "numbers; what is none is refused",
    "closing:close": "the key of a report, no text",
    "list_views:keep_view": "keys of columns, no text",
    "ledgers/entries:remove": "the key of a ledger, no text",
}
"""Writers of text that are not driven here, and why."""
TEXTS = re.compile(r"\bstr\b|Draft\b|Office\b|Paper\b|Mapping\[|Plan\b|Wording\b|Query\b|dict\[")
WRITES = re.compile(
    r"\.act\(|\.aside\(|\bperform\(|receive_many\(|\bcorrect\(|\.save\(|\battach\(|save_values\(|\b_keep\("
)


def writers() -> Iterator[str]:
    """Public services that take a text and write."""
    for path in sorted(ROOT.rglob("*.py")):
        for one in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(one, ast.FunctionDef) and not one.name.startswith("_"):
                given = [*one.args.posonlyargs, *one.args.args, *one.args.kwonlyargs]
                told = [ast.unparse(a.annotation) for a in given[1:] if a.annotation is not None]
                takes = bool(given) and given[0].arg == "desk" and any(map(TEXTS.search, told))
                if takes and WRITES.search(ast.unparse(one)):
                    yield f"{path.relative_to(ROOT).with_suffix('').as_posix()}:{one.name}"


def test_every_service_that_writes_a_text_is_driven_here() -> None:
    assert set(writers()) == set(DEEDS) | set(ELSEWHERE)
    assert not set(DEEDS) & set(ELSEWHERE)


@pytest.fixture(scope="module")
def ward(empty_database: Path) -> Iterator[Ward]:
    with desk_over(empty_database, Clock()) as desk:
        made = catalogue.add_indicator(
            desk, Plan("CT-1", "Chỉ tiêu", Pillar.GOVERNMENT, unit=Unit.COUNT)
        )
        yield Ward(desk, receive(desk).id, made)


@pytest.mark.parametrize("deed", DEEDS)
def test_any_text_is_kept_or_refused_in_words(ward: Ward, deed: str) -> None:
    for text in SNIPPETS:
        with suppress(DeskError):  # a refusal in words; anything else fails
            DEEDS[deed](ward, text)


def test_after_all_that_the_file_is_sound_and_every_dossier_is_read(ward: Ward) -> None:
    assert [one.problems for one in check(ward.desk).checks if not one.ok] == []
    for line in listing.first_page(ward.desk, Query(), limit=500).lines:
        assert dossiers.get(ward.desk, line.id).id == line.id
