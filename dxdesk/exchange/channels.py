"""The words with which systems name the channel of receipt (law.md §2.8)."""

from functools import lru_cache

from dxdesk.domain.channel import Channel
from dxdesk.domain.text import clean, folded

WORDS: dict[Channel, tuple[str, ...]] = {
    Channel.IN_PERSON: (
        "trực tiếp",
        "tại quầy",
        "tại bộ phận một cửa",
        "một cửa",
        "trực tiếp tại bộ phận một cửa",
        "trực tiếp tại trung tâm phục vụ hành chính công",
        "tại trung tâm phục vụ hành chính công",
        "offline",
    ),
    Channel.POSTAL: (
        "bưu chính",
        "bưu chính công ích",
        "dịch vụ bưu chính",
        "dịch vụ bưu chính công ích",
        "dịch vụ bcci",
        "bcci",
        "bưu điện",
        "đường bưu điện",
    ),
    Channel.ONLINE: (
        "trực tuyến",
        "qua mạng",
        "online",
        "dịch vụ công trực tuyến",
        "dvctt",
        "cổng dịch vụ công",
        "cổng dịch vụ công quốc gia",
        "cổng dvc",
        "cổng dvcqg",
        "dvcqg",
    ),
    # Decree 42/2022/NĐ-CP replaced the four levels: 3 is partial, 4 is full.
    Channel.ONLINE_PARTIAL: (
        "trực tuyến một phần",
        "một phần",
        "mức độ 3",
        "mức 3",
        "trực tuyến mức độ 3",
        "qua mạng mức độ 3",
        "dịch vụ công trực tuyến một phần",
        "dvctt một phần",
    ),
    Channel.ONLINE_FULL: (
        "trực tuyến toàn trình",
        "toàn trình",
        "mức độ 4",
        "mức 4",
        "trực tuyến mức độ 4",
        "qua mạng mức độ 4",
        "dịch vụ công trực tuyến toàn trình",
        "dvctt toàn trình",
    ),
}

_PREFIXES = ("hình thức", "hồ sơ", "nộp hồ sơ", "nộp", "tiếp nhận", "nhận", "qua", "kênh")


def _key(text: str) -> str:
    return " ".join("".join(ch if ch.isalnum() else " " for ch in folded(text)).split())


_CHANNELS = {_key(word): channel for channel, words in WORDS.items() for word in words}
_STARTS = tuple(_key(prefix) + " " for prefix in _PREFIXES)


@lru_cache(maxsize=1024)
def channel_of(text: str) -> Channel | None:
    """Channel that *text* names; UNKNOWN when it is empty, None when nobody knows the words."""
    key = _key(clean(text))
    if not key:
        return Channel.UNKNOWN
    while key not in _CHANNELS:
        start = next((start for start in _STARTS if key.startswith(start)), None)
        if start is None:
            return None
        key = key.removeprefix(start)
    return _CHANNELS[key]
