"""Which backups stay: near ones dense, far ones sparse."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.thinning import DAILY, MONTHLY, RECENT, WEEKLY, gone_by, kept

MOMENTS = st.lists(
    st.datetimes(min_value=datetime(2024, 1, 1), max_value=datetime(2026, 12, 31)), max_size=60
)


def every_half_hour(days: int) -> list[datetime]:
    last = datetime(2026, 6, 16, 17, 0)
    return [last - timedelta(minutes=30 * n) for n in range(48 * days)]


def test_a_year_of_backups_leaves_days_weeks_and_months() -> None:
    stay = kept(every_half_hour(365))
    assert len({moment.date() for moment in stay}) <= DAILY + WEEKLY + MONTHLY
    assert len({(moment.year, moment.month) for moment in stay}) == MONTHLY
    newest = max(stay).date()
    assert all(newest - timedelta(days=n) in {m.date() for m in stay} for n in range(DAILY))


def test_the_newest_few_of_one_day_all_stay() -> None:
    day = [datetime(2026, 6, 16, hour) for hour in range(7, 17)]
    assert kept(day) == set(day[-RECENT:])


@given(MOMENTS)
def test_the_newest_always_stays_and_nothing_is_made_up(moments: list[datetime]) -> None:
    stay = kept(moments)
    assert stay <= set(moments)
    assert not moments or max(moments) in stay


@given(MOMENTS)
def test_thinning_twice_takes_nothing_more(moments: list[datetime]) -> None:
    assert kept(kept(moments)) == kept(moments)


@given(MOMENTS, st.datetimes(min_value=datetime(2027, 1, 1), max_value=datetime(2027, 12, 31)))
def test_a_further_backup_brings_none_back_that_was_thinned(
    moments: list[datetime], further: datetime
) -> None:
    assert kept([*moments, further]) <= kept(moments) | {further}


def test_a_backup_is_gone_when_nine_months_have_newer_ones() -> None:
    now = datetime(2026, 3, 9, 17)
    gone = gone_by([now - timedelta(days=number) for number in range(30)], now)
    assert datetime(2026, 11, 1) <= gone <= datetime(2027, 1, 31)
    assert gone_by([], now) == now
