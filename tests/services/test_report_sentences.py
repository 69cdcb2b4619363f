"""The ward words its report anew; the words are kept, undone and given back like data."""

import unicodedata
from datetime import date

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.office import Office
from dxdesk.domain.period import Period, half_year, month, nine_months, quarter, year
from dxdesk.errors import InputError
from dxdesk.reports.monthly_text import part_lines
from dxdesk.reports.prose.template import template
from dxdesk.services import history, settings
from dxdesk.services.report_sentences import own_sentences, save_sentences
from dxdesk.services.reporting import prose_facts
from tests.kit import receive

ORIGINAL = template("procedures", date(2026, 4, 30))
RATE = "Đạt {tỷ lệ đúng và trước hạn}."


def test_only_what_differs_from_the_original_is_kept_and_in_one_form(desk: Desk) -> None:
    same = {one.key: one.text for one in ORIGINAL.sentences}
    typed = unicodedata.normalize("NFD", f"  {RATE}\n\n\tHết\u202e. ")
    save_sentences(desk, ORIGINAL, {**same, "resolved.rate": typed})
    assert own_sentences(desk) == {"resolved.rate": f"{RATE}\nHết."}


def test_words_are_taken_back_and_the_original_is_had_again(desk: Desk) -> None:
    save_sentences(desk, ORIGINAL, {"resolved.rate": RATE})
    save_sentences(desk, ORIGINAL, {})
    assert own_sentences(desk) == {}
    assert history.undo(desk) == "Lời văn báo cáo trở về mẫu gốc"
    assert own_sentences(desk) == {"resolved.rate": RATE}
    assert history.undo(desk) == "Sửa lời văn báo cáo"
    assert own_sentences(desk) == {}


def test_a_name_that_is_none_is_refused_and_the_former_words_stay(desk: Desk) -> None:
    save_sentences(desk, ORIGINAL, {"resolved.rate": RATE})
    with pytest.raises(InputError, match="không có giá trị nào tên “tỷ lệ”"):
        save_sentences(desk, ORIGINAL, {"late.none": "{tỷ lệ}"})
    assert own_sentences(desk) == {"resolved.rate": RATE}


@pytest.mark.parametrize(
    "later",
    [month(2026, 4), quarter(2026, 2), half_year(2026, 1), nine_months(2026), year(2026)],
    ids=lambda period: period.kind.value,
)
def test_what_was_worded_for_one_period_is_said_of_later_ones(desk: Desk, later: Period) -> None:
    settings.save_office(desk, Office(name="phường An Bình"))
    receive(desk)
    own = "Kỳ này ({kỳ}), {ủy ban} nhận {tiếp nhận}:"
    save_sentences(desk, template("procedures", date(2026, 3, 31)), {"opening": own})
    said = part_lines(prose_facts(desk, later), "opening")
    received = "1 hồ sơ" if later.first <= desk.now().date() <= later.last else "0 hồ sơ"
    assert [one.text for one in said] == [
        f"Kỳ này ({later.label}), Ủy ban nhân dân phường An Bình nhận {received}:"
    ]
