"""One bit of the file turns over: it is told, or it meant nothing.

The long form, eight bits in every page: `python -m tests.faults bits`.
"""

from pathlib import Path

import pytest

from tests.faults.bits import WELL, make_sound, pages, verdict

STEP = 7
"""Every seventh page."""


@pytest.mark.slow
def test_a_flipped_bit_is_told_or_means_nothing(tmp_path: Path) -> None:
    (files := tmp_path / "files").mkdir()
    sound, wrong, told = make_sound(files), {}, 0
    for page in range(0, pages(sound), STEP):
        (folder := tmp_path / str(page)).mkdir()
        said = verdict(sound, folder, page)
        told += said == "told"
        if said not in WELL:
            wrong[page] = said
    assert wrong == {}
    assert told, "no bit meant anything"
