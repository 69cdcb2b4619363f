"""The search box while somebody types: what an officer knows of a dossier, letter by letter."""

import sqlite3
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random

from bench.measure import Result, Times, in_turns, ms, percentile, timed
from bench.ward import bare, desk_over
from dxdesk.desk import Desk
from dxdesk.domain.query import Query
from dxdesk.domain.text import folded
from dxdesk.services.listing import first_page

_PEOPLE = 40
_LIMIT = 0.1


def measure(path: Path) -> Iterator[Result]:
    connection = bare(path)
    terms = _terms(connection)
    (reference,) = in_turns(9, lambda: connection.execute(_BARE, ('"nguyen van"',)).fetchall())
    connection.close()
    everything: list[float] = []
    with desk_over(path) as desk:
        first_page(desk, Query(text="abc"))
        for name, texts in terms.items():
            seconds, slowest = _searched(desk, texts)
            everything += seconds
            yield _result(name, seconds, slowest, reference)
    yield _result("all together", everything, "", reference)


_BARE = (
    "SELECT rowid FROM dossier_search WHERE dossier_search MATCH ? ORDER BY rowid DESC LIMIT 101"
)


def _searched(desk: Desk, texts: list[str]) -> tuple[list[float], str]:
    found = [(timed(partial(first_page, desk, Query(text=text))), text) for text in texts]
    return [seconds for seconds, _text in found], max(found)[1]


def _result(name: str, seconds: list[float], slowest: str, reference: Times) -> Result:
    times = Times(tuple(seconds))
    shown = f" “{slowest}”" if slowest and not slowest.isdigit() else ""
    return Result(
        subject=f"Search while typing: {name} ({len(seconds)})",
        promise=f"p95 ≤ {ms(_LIMIT)}",
        measured=f"{ms(times.median)} (p95 {ms(times.p95)}, slowest {ms(max(seconds))}{shown})",
        reference=f"{ms(reference.median)}: FTS5 alone, “nguyen van”",
        ratio=times.p95 / reference.median,
        met=percentile(seconds, 0.95) <= _LIMIT,
    )


def _people(connection: sqlite3.Connection) -> list[tuple[str, str, str, str]]:
    """Name, code, phone and id number of some owners, the same ones each time."""
    rng = Random(1)
    last = connection.execute("SELECT MAX(id) FROM dossier").fetchone()[0]
    statement = (
        "SELECT owner_name, COALESCE(code, ''), owner_phone, owner_id_no FROM dossier WHERE id = ?"
    )
    ids = [rng.randint(1, last) for _ in range(_PEOPLE)]
    return [connection.execute(statement, (row_id,)).fetchone() for row_id in ids]


def _terms(connection: sqlite3.Connection) -> dict[str, list[str]]:
    rows = _people(connection)
    names = [row[0] for row in rows]
    return {
        "names with accents": names,
        "names without accents": [folded(name) for name in names],
        "middle and given name": [folded(" ".join(name.split()[1:])) for name in names],
        "common names": ["nguyen", "nguyễn văn", "tran thi", "le", "thi", "van", "đức", "dung"],
        "rare names, middles of names": ["h’hen", "blia", "kbuor", "guye", "ương", "rasol", "chau"],
        "letter by letter": [name[: at + 1] for name in names[:8] for at in range(len(name))],
        "part of a code": [code[4:13] for _, code, *_ in rows]
        + [code[-9:] for _, code, *_ in rows],
        "whole code": [code for _, code, *_ in rows],
        "last digits of a phone": [phone[-4:] for *_, phone, _ in rows]
        + [phone[-6:] for *_, phone, _ in rows],
        "last digits of an id number": [number[-5:] for *_, number in rows],
        "one or two letters": ["a", "n", "h", "ng", "đ", "vă", "26", "99", "zz", "q", "w", "9"],
        "no match": ["xyzxyz", "zzz", "nguyen zzzz", "9999999999", "không tên nào", "qqq qqq"],
        "name and phone": [
            f"{folded(name).split()[-1]} {phone[-3:]}" for name, _, phone, _ in rows
        ],
    }
