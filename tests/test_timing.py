"""The quick part leaves out what takes long, and nothing by mistake."""

from pathlib import Path

from tests.timing import costly, whole_files


def test_a_file_is_left_out_when_its_tests_take_long_on_average() -> None:
    times = [("tests/a.py", 0.5), ("tests/a.py", 0.01), ("tests/b.py", 0.1), ("tests/b.py", 0.01)]
    assert costly(times) == ["tests/a.py"]


def test_every_file_that_is_left_out_is_there() -> None:
    assert [
        place
        for place in sorted(whole_files())
        if not (Path(__file__).parents[1] / place).is_file()
    ] == []
