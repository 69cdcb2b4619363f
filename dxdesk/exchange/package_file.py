"""Packages as files: canonical JSON with a seal, read at a door that trusts nothing."""

import hmac
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from hashlib import sha256
from pathlib import Path
from typing import Any

from dxdesk.domain.figures import COUNT_NAMES
from dxdesk.domain.indicators.amount import MOST, Amount, Bound
from dxdesk.domain.indicators.kinds import Base
from dxdesk.domain.package import Package, PackedValue, Seal
from dxdesk.domain.text import clean, folded
from dxdesk.errors import InputError, system_words

FORMAT, VERSION = "dxdesk-period", 1
MOST_BYTES = 4 * 1024 * 1024
MOST_VALUES = 2000
LONGEST = 300
_NO_PACKAGE = (ValueError, KeyError, TypeError, AttributeError, RecursionError, ArithmeticError)
Keys = Mapping[str, str]
"""The key of each ward, by its folded name."""


def packed(package: Package, key: str) -> bytes:
    """The file of *package*, sealed with *key*."""
    data: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "ward": package.ward,
        "first": package.first.isoformat(),
        "last": package.last.isoformat(),
        "rule": package.rule,
        "figures": dict(package.figures),
        "values": [_plain(one) for one in package.values],
    }
    data["seal"] = _seal(data, key)
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True).encode()


def _plain(value: PackedValue) -> dict[str, Any]:
    amount = value.amount
    return {
        "code": value.code,
        "name": value.name,
        "definition": value.definition,
        "base": value.base,
        "level": None if value.level is None else str(value.level),
        "amount": None
        if amount is None
        else {
            "numerator": amount.numerator,
            "denominator": amount.denominator,
            "stated": None if amount.stated is None else str(amount.stated),
            "bound": amount.bound.value,
        },
    }


def _seal(data: Mapping[str, Any], key: str) -> str:
    """HMAC-SHA-256 over the canonical form of everything but the seal itself."""
    rest = {name: value for name, value in data.items() if name != "seal"}
    text = json.dumps(rest, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hmac.new(key.encode(), text.encode(), sha256).hexdigest()


def read_package(path: Path, keys: Keys) -> Package:
    """The package in *path*. InputError when it is none, or its seal is broken."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise InputError(f"“{path.name}” quá lớn, không phải gói số liệu của một kỳ.")
        data = json.loads(path.read_bytes().decode("utf-8"))
        package = _package(data)
    except OSError as error:
        why = system_words(error) or "hãy kiểm tra lại tệp"
        raise InputError(f"Không đọc được “{path.name}”: {why}.") from error
    except _NO_PACKAGE as error:
        raise InputError(f"“{path.name}” không phải gói số liệu, hoặc đã hỏng.") from error
    key = keys.get(folded(package.ward))
    if key is None:
        return package
    if not hmac.compare_digest(_seal(data, key), str(data.get("seal"))):
        raise InputError(
            f"“{path.name}” không khớp khóa của {package.ward}: nội dung đã bị sửa, hoặc khóa đã "
            "đổi. Hãy xin lại gói từ đơn vị."
        )
    return replace(package, seal=Seal.KNOWN)


def _package(data: Mapping[str, Any]) -> Package:
    if data["format"] != FORMAT or data["version"] != VERSION:
        raise ValueError("another format")
    ward = _text(data["ward"])
    first, last = date.fromisoformat(data["first"]), date.fromisoformat(data["last"])
    figures = tuple((name, _count(data["figures"][name])) for name in COUNT_NAMES)
    values = data["values"]
    if not ward or first > last or len(values) > MOST_VALUES:
        raise ValueError("not a package")
    found = tuple(_value(one) for one in values)
    if len({one.code for one in found}) != len(found):
        raise ValueError("a code stands twice")
    return Package(ward, first, last, _text(data["rule"]), figures, found)


def _value(data: Mapping[str, Any]) -> PackedValue:
    given = data["amount"]
    amount = None if given is None else _amount(given)
    level = None if data["level"] is None else _fraction(data["level"])
    base = Base(data["base"]).value
    code, name, definition = (_text(data[key]) for key in ("code", "name", "definition"))
    return PackedValue(code, name, definition, base, amount, level)


def _amount(data: Mapping[str, Any]) -> Amount:
    numerator, denominator = data["numerator"], data["denominator"]
    if (numerator is None) != (denominator is None):
        raise ValueError("half a share")
    if numerator is not None and _count(numerator) > _count(denominator):
        raise ValueError("more than all")
    stated = None if data["stated"] is None else _fraction(data["stated"])
    if stated is None and numerator is None:
        raise ValueError("no number")
    return Amount(numerator, denominator, stated, Bound(data["bound"]))


def _count(number: Any) -> int:
    if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number <= MOST:
        raise ValueError("not a count")
    return number


def _fraction(text: Any) -> Fraction:
    if not isinstance(text, str) or len(text) > 40:  # noqa: PLR2004 - digits
        raise ValueError("not a fraction")
    return Fraction(text)


def _text(text: Any) -> str:
    if not isinstance(text, str) or len(text) > LONGEST:
        raise ValueError("not a text")
    return clean(text)


def read_keys(path: Path) -> Keys:
    """Lines `ward<TAB>key`; InputError names the line that is none."""
    found = {}
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"Không đọc được tệp khóa “{path.name}”; hãy kiểm tra lại tệp.") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        ward, tab, key = line.partition("\t")
        if not tab or not key.strip():
            raise InputError(f"Tệp khóa, dòng {number}: phải là tên đơn vị, phím Tab, khóa.")
        found[folded(clean(ward))] = key.strip()
    return found


def read_wards(path: Path) -> tuple[str, ...]:
    """One ward a line, in the order of the list."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"Không đọc được danh sách “{path.name}”; hãy kiểm tra tệp.") from error
    return tuple(dict.fromkeys(clean(line) for line in lines if clean(line)))
