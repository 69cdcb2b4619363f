"""The lines of a long list that are in memory: pages by id, fetched when looked at, few kept."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence

from dxdesk.domain.dossier import DossierLine

PAGE = 256
_KEPT = 32
_WAITING = 4
Deliver = Callable[[list[DossierLine]], None]
Fetch = Callable[[Sequence[int], Deliver], None]
"""Fetch the lines of some ids in the background; hand them over in the window's thread."""


class LineWindow:
    """Ids of all rows in order; lines only where somebody looked."""

    def __init__(self, fetch: Fetch, arrived: Callable[[int, int], None]) -> None:
        """*arrived* gets the first and last row whose lines have come."""
        self.ids = array("q")
        self._fetch = fetch
        self._arrived = arrived
        self._pages: OrderedDict[int, dict[int, DossierLine]] = OrderedDict()
        self._first: dict[int, DossierLine] = {}
        self._old: dict[int, DossierLine] = {}
        self._wanted: list[int] = []
        self._asked: int | None = None
        self._generation = 0

    @property
    def waits(self) -> bool:
        return self._asked is not None

    def start(self, ids: "array[int]", first: Iterable[DossierLine] = ()) -> None:
        """Another list; *first* are lines that are known already."""
        self.renew(ids)
        self._old.clear()
        self._first = {line.id: line for line in first}

    def renew(self, ids: "array[int]") -> None:
        """The same list read again: known lines stay in sight until the new ones come."""
        self._old |= self._first
        for page in self._pages.values():
            self._old |= page
        self._first = {}
        self._pages.clear()
        self._wanted.clear()
        self._asked = None
        self._generation += 1
        self.ids = ids

    def line(self, row: int) -> DossierLine | None:
        """The line of *row*; None while it is on its way, or when the dossier is gone."""
        number, key = row // PAGE, self.ids[row]
        page = self._pages.get(number)
        if page is not None:
            self._pages.move_to_end(number)
            return page.get(key)
        if key in self._first:
            return self._first[key]
        self._want(number)
        return self._old.get(key)

    def _want(self, number: int) -> None:
        """The page looked at last is fetched first; those long scrolled past are dropped."""
        if number == self._asked:
            return
        if number in self._wanted:
            self._wanted.remove(number)
        self._wanted.append(number)
        del self._wanted[:-_WAITING]
        if self._asked is None:
            self._ask()

    def _ask(self) -> None:
        number = self._asked = self._wanted.pop()
        generation = self._generation

        def deliver(lines: list[DossierLine]) -> None:
            if generation == self._generation:
                self._keep(number, lines)

        self._fetch(self.ids[number * PAGE : (number + 1) * PAGE], deliver)

    def _keep(self, number: int, lines: list[DossierLine]) -> None:
        self._pages[number] = {line.id: line for line in lines}
        while len(self._pages) > _KEPT:
            self._pages.popitem(last=False)
        self._asked = None
        first = number * PAGE
        self._arrived(first, min(first + PAGE, len(self.ids)) - 1)
        if self._wanted and self._asked is None:
            self._ask()
