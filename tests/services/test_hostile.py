"""Hostile texts in every field that services take: refused in words or kept as plain text."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dxdesk.desk import Desk
from dxdesk.domain.dossier import DossierId, Person
from dxdesk.domain.office import Office
from dxdesk.domain.query import Query
from dxdesk.domain.text import clean, clean_lines
from dxdesk.errors import DeskError
from dxdesk.services import dossiers, hamlets, listing, notes, officers
from dxdesk.services import settings as office_settings
from dxdesk.services.checking import check
from tests.kit import Clock, desk_over, receive

SNIPPETS = (
    "'; DROP TABLE dossier; --",
    "<script>alert(1)</script><img src=x>",
    "<b>đậm</b> &amp; <font size=99>",
    '=HYPERLINK("http://x")',
    "\u202eđảo ngược\u202c\u200f\u200b\ufeff",
    "\x00\x07\x1b[31m\r\n\t",
    "Nguye\u0302\u0303n Va\u0306n \u0110u\u031b\u0301c",
    "😀👨‍👩‍👧\U0010ffff",
    "../../../etc/passwd\\..\\con",
    "%s %n {0} {owner} %(x)s $(rm)",
    "x" * 9_000,
    "\ud800",
)
TEXTS = (
    st.sampled_from(SNIPPETS) | st.text(max_size=40) | st.text(max_size=20).map(lambda t: t * 50)
)


@pytest.fixture(scope="module")
def ward(empty_database: Path) -> Iterator[Desk]:
    with desk_over(empty_database, Clock()) as desk:
        yield desk


@settings(max_examples=25)
@given(name=TEXTS, other=TEXTS, note=TEXTS)
def test_what_a_dossier_keeps_is_plain_text_and_found_as_it_is(
    ward: Desk, name: str, other: str, note: str
) -> None:
    owner = Person(name, other, other, note)
    made = None
    with suppress(DeskError):
        made = receive(ward, owner=owner, content=note, note=note, receipt_no=other)
    if made is None:
        return
    kept = dossiers.get(ward, made.id)
    assert kept.owner.name == clean(name)
    assert kept.note == clean_lines(note)
    assert kept == made
    assert made.id in listing.ids(ward, Query(text=clean(name)[:60])) or not clean(name)


@settings(max_examples=15)
@given(text=TEXTS)
def test_lists_settings_searches_and_notes_take_any_text(ward: Desk, text: str) -> None:
    first = next(iter(listing.ids(ward, Query())), None) or receive(ward).id
    for deed in (
        lambda: officers.add_officer(ward, text, title=text),
        lambda: hamlets.add_hamlet(ward, text),
        lambda: office_settings.save_office(ward, Office(name=text, signer_name=text)),
        lambda: notes.note(ward, DossierId(first), {"note": text}),
        lambda: listing.first_page(ward, Query(text=text)),
    ):
        with suppress(DeskError):  # a refusal in words; anything else fails
            deed()


def test_after_all_that_the_file_is_sound(ward: Desk) -> None:
    assert [one.problems for one in check(ward).checks if not one.ok] == []
