"""Laws of the log's format: what is packed is unpacked, what is reversed twice is itself."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from db.payload import SPAN, RowChange, blocks, pack, pack_inserted, unpack

values = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(),
)
names = st.sampled_from(["note", "due_at", "owner_name", "limit_amount"])
whole = st.builds(
    RowChange, st.integers(1, 10**6), st.sampled_from(["i", "d"]), st.dictionaries(names, values)
)
pairs = st.lists(values, min_size=2, max_size=2)
updates = st.builds(
    RowChange, st.integers(1, 10**6), st.just("u"), st.dictionaries(names, pairs, min_size=1)
)
changes = st.one_of(whole, updates)


@given(st.lists(changes, max_size=30))
def test_what_is_packed_is_unpacked_to_the_letter(found: list[RowChange]) -> None:
    assert unpack(pack(found)) == found


columns = st.one_of(
    *(st.lists(kind, min_size=3, max_size=3) for kind in (values, st.text(), st.integers()))
)


@given(st.lists(columns, min_size=1, max_size=4))
def test_a_table_of_inserted_rows_is_unpacked_to_the_letter(found: list[list[Any]]) -> None:
    called = [f"c{at}" for at, _ in enumerate(found)]
    packed = pack_inserted(["id", *called], [[7, 8, 9], *found])
    rows = zip(*found, strict=True)
    assert unpack(packed) == [
        RowChange(row_id, "i", dict(zip(called, row, strict=True)))
        for row_id, row in zip([7, 8, 9], rows, strict=True)
    ]


def test_a_table_of_an_earlier_schema_is_still_unpacked() -> None:
    old = '{"names":["note","fee"],"rows":[[7,"Hồ sơ",null],[8,"",5000]]}'.encode()
    assert unpack(old) == [
        RowChange(7, "i", {"note": "Hồ sơ", "fee": None}),
        RowChange(8, "i", {"note": "", "fee": 5000}),
    ]


def test_long_blocks_are_kept_small_and_read_alike() -> None:
    found = [RowChange(n, "i", {"note": "Hồ sơ giấy tờ" * 3}) for n in range(1, 500)]
    assert len(pack(found)) < 5000
    assert unpack(pack(found)) == found


@given(changes)
def test_reversing_twice_changes_nothing(change: RowChange) -> None:
    assert change.reversed().reversed() == change


@given(updates)
def test_the_reverse_of_an_update_leaves_the_old_values(change: RowChange) -> None:
    assert change.reversed().after() == {name: old for name, (old, _new) in change.values.items()}


@given(st.sets(st.integers(1, 10_000), max_size=60))
def test_blocks_keep_every_change_in_order_and_span_a_bounded_range(ids: set[int]) -> None:
    nothing: dict[str, Any] = {}
    found = [RowChange(row_id, "d", nothing) for row_id in sorted(ids)]
    made = list(blocks(found))
    assert [change for block in made for change in block] == found
    assert all(block[-1].row_id - block[0].row_id < SPAN for block in made)
