"""Values on the command line: how each is read, and the sentence when it cannot be."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

import click

from dxdesk.errors import InputError, system_words

T = TypeVar("T")
_MOMENTS = ("%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S")


class Value(click.ParamType[T]):
    """A value read by *parse*, which raises InputError with a ready sentence."""

    def __init__(self, name: str, parse: Callable[[str], T]) -> None:
        self.name = name
        self._parse = parse

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002 - click's signature
        return self.name

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> T:
        try:
            return self._parse(str(value))
        except InputError as error:
            self.fail(str(error), param, ctx)
        except OSError as error:
            self.fail(f"“{value}”: {system_words(error) or 'không dùng được'}.", param, ctx)


def moment(text: str) -> datetime:
    """`2026-03-15T08:05`, with seconds or a space too; to the minute."""
    for form in _MOMENTS:
        try:
            return datetime.strptime(text.strip(), form).replace(second=0)
        except ValueError:
            continue
    raise InputError(
        f"“{text}” không phải ngày giờ; hãy ghi theo mẫu 2026-03-15T08:05 (năm-tháng-ngày, chữ T, "
        "giờ:phút, theo giờ Việt Nam)."
    )


def day(text: str) -> date:
    """`2026-03-15`."""
    try:
        return datetime.strptime(text.strip(), "%Y-%m-%d").date()
    except ValueError:
        raise InputError(
            f"“{text}” không phải ngày; hãy ghi theo mẫu 2026-03-15 (năm-tháng-ngày)."
        ) from None


def _whole(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise InputError(f"“{text}” không phải số nguyên; hãy ghi bằng chữ số.") from None


def whole(name: str, *, least: int, most: int) -> Value[int]:
    """A whole number within bounds."""

    def parse(text: str) -> int:
        number = _whole(text)
        if not least <= number <= most:
            raise InputError(f"phải từ {least} đến {most}, không phải {text}.")
        return number

    return Value(name, parse)


def key(name: str, keys: Iterable[str]) -> Value[str]:
    """One of some words."""
    known = tuple(keys)

    def parse(text: str) -> str:
        if text not in known:
            raise InputError(f"không có “{text}”; hãy chọn một trong: {', '.join(known)}.")
        return text

    return Value(name, parse)


def _file(text: str) -> Path:
    if not text.strip():
        raise InputError("chưa có tên tệp.")
    return Path(text)


def output_file(*suffixes: str) -> Value[Path]:
    """A file that can be written: its folder is there and its name ends as expected."""

    def parse(text: str) -> Path:
        path = _file(text)
        if suffixes and path.suffix.lower().removeprefix(".") not in suffixes:
            raise InputError(
                f"tệp “{path}” phải có đuôi {' hoặc '.join('.' + one for one in suffixes)}."
            )
        if path.is_dir():
            raise InputError(f"“{path}” là thư mục; hãy ghi cả tên tệp.")
        if not path.absolute().parent.is_dir():
            raise InputError(
                f"không có thư mục “{path.absolute().parent}”; hãy tạo thư mục hoặc chọn nơi khác."
            )
        return path

    return Value("TỆP", parse)


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise InputError(f"“{text}” không phải kích thước; hãy ghi theo mẫu 1366x768.")
    if not all(_SMALLEST <= int(side) <= _LARGEST for side in (width, height)):
        raise InputError(
            f"mỗi cạnh phải từ {_SMALLEST} đến {_LARGEST} điểm ảnh, không phải {text}."
        )
    return int(width), int(height)


_SMALLEST, _LARGEST = 320, 8000
MOMENT = Value("NGÀY_GIỜ", moment)
DAY = Value("NGÀY", day)
FILE = Value("TỆP", _file)
SIZE = Value("RỘNGxCAO", _size)
