"""The parts of a difference add up to it, exactly, whatever the fields did."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.causes import count_parts, largest, rate_parts
from dxdesk.domain.figures import Figures, GroupFigures

FIELDS = "abcdefg"
figures = st.builds(
    lambda early, on_time, late: Figures(
        early=early, on_time=on_time, late=late, resolved=early + on_time + late
    ),
    *[st.integers(0, 400)] * 3,
)
periods = st.dictionaries(st.sampled_from(FIELDS), figures).map(
    lambda found: tuple(GroupFigures(key, key.upper(), each) for key, each in found.items())
)


def total(groups: tuple[GroupFigures, ...]) -> Figures:
    return sum((group.figures for group in groups), Figures())


@given(periods, periods, st.integers(0, 8))
def test_the_parts_of_a_number_add_up_and_so_do_the_named_ones_with_the_rest(
    now: tuple[GroupFigures, ...], base: tuple[GroupFigures, ...], most: int
) -> None:
    parts = count_parts(now, base, lambda f: f.late)
    whole = total(now).late - total(base).late
    assert sum(part.change for part in parts) == whole
    named, rest = largest(parts, most)
    assert sum((part.change for part in named), rest) == whole
    assert len(named) <= most
    sizes = [abs(part.change) for part in parts]
    assert sizes == sorted(sizes, reverse=True)


@given(periods, periods)
def test_the_parts_of_a_rate_add_up_exactly_or_there_is_no_rate_to_compare(
    now: tuple[GroupFigures, ...], base: tuple[GroupFigures, ...]
) -> None:
    later, earlier = total(now).rates.on_time.value, total(base).rates.on_time.value
    parts = rate_parts(now, base, lambda f: f.rates.on_time)
    if later is None or earlier is None:
        assert parts == ()
    else:
        assert sum((part.change for part in parts), Fraction(0)) == later - earlier


def group(key: str, early: int, late: int) -> GroupFigures:
    return GroupFigures(key, key, Figures(early=early, late=late, resolved=early + late))


def test_a_field_that_only_grew_at_the_common_rate_is_no_cause() -> None:
    base = (group("đất", 80, 20), group("hộ tịch", 80, 20))
    now = (group("đất", 800, 200), group("hộ tịch", 70, 30))
    found = {part.key: part.change for part in rate_parts(now, base, lambda f: f.rates.on_time)}
    assert found == {"đất": 0, "hộ tịch": Fraction(-10, 1100)}


def test_a_field_of_one_period_alone_has_its_part() -> None:
    one, two = (group("a", 5, 0),), (group("a", 5, 0), group("b", 2, 1))
    for now, base, change in ((one, two, -3), (two, one, 3)):
        (part,) = [p for p in count_parts(now, base, lambda f: f.resolved) if p.change]
        assert (part.key, part.change) == ("b", Fraction(change))
