"""Lunar days computed anew (the algorithm that Hồ Ngọc Đức published, UTC+7) beside our data."""

import math
from datetime import date, timedelta

import pytest

from dxdesk.calendar_data import national_days

_EPOCH = date(1970, 1, 1).toordinal() - 2440588  # Julian day numbers to ordinals
_SYNODIC = 29.530588853
_ZONE = 7 / 24


def _new_moon(k: int) -> float:
    """Julian date (UTC) of the k-th new moon after 1900-01-01."""
    t = k / 1236.85
    rad = math.pi / 180
    mean = 2415020.75933 + 29.53058868 * k + 0.0001178 * t**2 - 0.000000155 * t**3
    mean += 0.00033 * math.sin((166.56 + 132.87 * t - 0.009173 * t**2) * rad)
    sun = (359.2242 + 29.10535608 * k - 0.0000333 * t**2 - 0.00000347 * t**3) * rad
    moon = (306.0253 + 385.81691806 * k + 0.0107306 * t**2 + 0.00001236 * t**3) * rad
    arg = (21.2964 + 390.67050646 * k - 0.0016528 * t**2 - 0.00000239 * t**3) * rad
    shift = (0.1734 - 0.000393 * t) * math.sin(sun) + 0.0021 * math.sin(2 * sun)
    shift += -0.4068 * math.sin(moon) + 0.0161 * math.sin(2 * moon) - 0.0004 * math.sin(3 * moon)
    shift += 0.0104 * math.sin(2 * arg) - 0.0051 * math.sin(sun + moon)
    shift += -0.0074 * math.sin(sun - moon) + 0.0004 * math.sin(2 * arg + sun)
    shift += -0.0004 * math.sin(2 * arg - sun) - 0.0006 * math.sin(2 * arg + moon)
    shift += 0.0010 * math.sin(2 * arg - moon) + 0.0005 * math.sin(2 * moon + sun)
    return mean + shift - (-0.000278 + 0.000265 * t + 0.000262 * t**2)


def _month_start(k: int) -> int:
    return math.floor(_new_moon(k) + 0.5 + _ZONE)


def _solar_term(day: int) -> int:
    """Twelfths of the sun's way at midnight of *day* in Viet Nam: 9 holds the winter solstice."""
    t = (day - 0.5 - _ZONE - 2451545.0) / 36525
    rad = math.pi / 180
    anomaly = (357.52910 + 35999.05030 * t - 0.0001559 * t**2) * rad
    centre = (1.914600 - 0.004817 * t) * math.sin(anomaly)
    centre += 0.019993 * math.sin(2 * anomaly) + 0.000290 * math.sin(3 * anomaly)
    longitude = 280.46645 + 36000.76983 * t + 0.0003032 * t**2 + centre
    return math.floor((longitude % 360) / 30)


def _eleventh_month(year: int) -> int:
    """Number of the new moon that begins the month holding the winter solstice of *year*."""
    k = math.floor((date(year, 12, 31).toordinal() - _EPOCH - 2415021) / _SYNODIC)
    return k - 1 if _solar_term(_month_start(k)) >= 9 else k


def _lunar(year: int, *, month: int, day: int) -> date:
    """The date of *day* of the lunar *month* (1 to 10) of the lunar year that begins in *year*."""
    first, after = _eleventh_month(year - 1), _eleventh_month(year)
    steps = month + 1
    if after - first == 13:
        leap = next(
            i
            for i in range(1, 14)
            if _solar_term(_month_start(first + i)) == _solar_term(_month_start(first + i + 1))
        )
        steps += leap <= steps
    return date.fromordinal(_month_start(first + steps) + _EPOCH) + timedelta(days=day - 1)


@pytest.mark.parametrize("year", range(2018, 2036))
def test_tet_and_hung_kings_day_fall_where_the_vietnamese_moon_puts_them(year: int) -> None:
    named = {
        one.name: one.day for one in national_days().exceptions.values() if one.day.year == year
    }
    assert named["Tết Nguyên đán"] == _lunar(year, month=1, day=1)
    assert named["Giỗ Tổ Hùng Vương"] == _lunar(year, month=3, day=10)


def test_tet_2030_is_a_day_before_the_chinese_new_year() -> None:
    assert _lunar(2030, month=1, day=1) == date(2030, 2, 2)
