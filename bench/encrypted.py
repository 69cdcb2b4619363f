"""What encryption costs: report, list and saving on one ward, plain and encrypted, turn by turn."""

from collections.abc import Callable, Iterator
from pathlib import Path

from bench.measure import Result, Task, in_turns, spread
from bench.ward import clock, scratch
from db.backup import copy_for
from dxdesk.desk import Desk
from dxdesk.domain.channel import Channel
from dxdesk.domain.dossier import Draft, Person
from dxdesk.domain.period import month
from dxdesk.domain.query import Query
from dxdesk.services import catalogue, listing
from dxdesk.services.encryption.unlocking import new_key
from dxdesk.services.intake import receive
from dxdesk.services.opening import open_desk
from dxdesk.services.statistics import statistics

_PASSPHRASE = "đo tốc độ trên tệp đã mã hóa"  # noqa: S105 - of a copy that is thrown away
_ROUNDS = 15
_PERIOD = month(2026, 6)


def _report(desk: Desk) -> Task:
    return lambda: statistics(desk, _PERIOD)


def _list(desk: Desk) -> Task:
    return lambda: listing.first_page(desk, Query(), limit=100)


def _save(desk: Desk) -> Task:
    owner = Person("Nguyễn Thị Hồng Ánh", "099190123456", "0951234567", "Tổ dân phố 05")
    draft = Draft(catalogue.procedures(desk)[0].id, Channel.IN_PERSON, owner, content="Học bạ")
    return lambda: receive(desk, draft)


def _cold(desk: Desk, work: Callable[[], object]) -> Task:
    """On a connection that has no page in memory: every page is read and decrypted."""

    def run() -> object:
        desk.database.close()
        return work()

    return run


_SUBJECTS: tuple[tuple[str, Callable[[Desk], Task]], ...] = (
    ("Biểu II.06a of June 2026", _report),
    ("Biểu II.06a of June 2026, nothing in memory", lambda desk: _cold(desk, _report(desk))),
    ("First page of the list", _list),
    ("Saving one dossier", _save),
)


def measure(path: Path) -> Iterator[Result]:
    with scratch(path) as plain:
        key = new_key(_PASSPHRASE)
        encrypted = plain.with_name("encrypted.db")
        copy_for(plain, encrypted, (), key)
        desks = [
            open_desk(plain, clock=clock),
            open_desk(encrypted, clock=clock, keys=(key,)),
        ]
        try:
            for subject, task in _SUBJECTS:
                without, with_it = in_turns(_ROUNDS, *(task(desk) for desk in desks))
                yield Result(
                    f"{subject}, encrypted",
                    "told",
                    spread(with_it),
                    f"{spread(without)}: the same ward, not encrypted",
                    with_it.median / without.median,
                )
        finally:
            for desk in desks:
                desk.close()
        yield _unlocking()


def _unlocking() -> Result:
    (once,) = in_turns(5, lambda: new_key(_PASSPHRASE))
    return Result("From the passphrase to the key, once a start", "told", spread(once))
