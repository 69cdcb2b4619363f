"""Which figures make up which (figures.md R14), for counts that a text or a table names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dxdesk.domain.claims.counts import IN_LIMIT
from dxdesk.domain.claims.finding import grouped
from dxdesk.domain.figures import COUNT_LABELS


@dataclass(frozen=True, slots=True)
class Identity:
    """*parts* make up *whole*; with *other* as well when the text counts it in or apart."""

    whole: str
    parts: tuple[str, ...]
    readings: tuple[tuple[str, ...], ...] = ()
    """Other parts that make up the same: "đúng hạn" often counts early ones too."""


IDENTITIES = (
    Identity("resolved", ("early", "on_time", "late"), (("on_time", "late"),)),
    Identity("resolved", (IN_LIMIT, "late")),
    Identity("received", ("online", "in_person", "postal")),
    Identity("online", ("partial", "full")),
    Identity("pending", ("in_time", "overdue")),
)
_NAMES = {**COUNT_LABELS, IN_LIMIT: "Trước hạn và đúng hạn"}


@dataclass(frozen=True, slots=True)
class Broken:
    """Parts that do not make up their whole."""

    whole: str
    parts: tuple[str, ...]
    total: int
    sum: int

    @property
    def sentence(self) -> str:
        names = " + ".join(_NAMES[name].lower() for name in self.parts)
        return (
            f"{_NAMES[self.whole]} ghi {grouped(self.total)}, nhưng {names} là {grouped(self.sum)}."
        )


def broken(values: Mapping[str, int]) -> Iterator[Broken]:
    """What *values* (figure → number) break; parts that are not named may be missing, not more."""
    for identity in IDENTITIES:
        if identity.whole in values and (found := _broken(identity, values)):
            yield found
    yield from _flow(values)


def _broken(identity: Identity, values: Mapping[str, int]) -> Broken | None:
    total = values[identity.whole]
    named = tuple(name for name in identity.parts if name in values)
    complete = len(named) == len(identity.parts)
    sums = [
        sum(values[name] for name in parts)
        for parts in (named, *identity.readings)
        if all(name in values for name in parts)
    ]
    allowed = {total, total - values.get("carried_over", 0)}
    if complete and not allowed & set(sums):
        return Broken(identity.whole, named, total, sums[0])
    over = min(sums) > total if len(named) > 1 else bool(named) and sums[0] > total
    return Broken(identity.whole, named, total, sums[0]) if over else None


def _flow(values: Mapping[str, int]) -> Iterator[Broken]:
    """Received (+ carried over) = resolved + pending; some texts count the carried over in."""
    if not {"received", "resolved", "pending"} <= values.keys():
        return
    received, carried = values["received"], values.get("carried_over")
    ended = values["resolved"] + values["pending"]
    missing = ended < received if carried is None else ended not in {received, received + carried}
    if missing:
        yield Broken("received", ("resolved", "pending"), received + (carried or 0), ended)
