import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.channel import Channel
from dxdesk.exchange.channels import WORDS, channel_of


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Trực tiếp", Channel.IN_PERSON),
        ("Nộp trực tiếp", Channel.IN_PERSON),
        ("Bưu chính công ích", Channel.POSTAL),
        ("Qua dịch vụ bưu chính công ích", Channel.POSTAL),
        ("BCCI", Channel.POSTAL),
        ("Trực tuyến", Channel.ONLINE),
        ("Qua mạng", Channel.ONLINE),
        ("Nộp qua mạng", Channel.ONLINE),
        ("Trực tuyến một phần", Channel.ONLINE_PARTIAL),
        ("Mức độ 3", Channel.ONLINE_PARTIAL),
        ("Nộp trực tuyến toàn trình", Channel.ONLINE_FULL),
        ("mức độ 4", Channel.ONLINE_FULL),
        ("TRUC TUYEN TOAN TRINH", Channel.ONLINE_FULL),
        (unicodedata.normalize("NFD", "Trực tuyến toàn trình"), Channel.ONLINE_FULL),
        ("", Channel.UNKNOWN),
        ("  ", Channel.UNKNOWN),
        ("—", Channel.UNKNOWN),
    ],
)
def test_a_channel_is_known_by_its_words(text: str, channel: Channel) -> None:
    assert channel_of(text) is channel


@pytest.mark.parametrize("text", ["Khác", "Trực", "qua", "Nộp hồ sơ", "Điện thoại"])
def test_words_that_nobody_knows_are_no_channel(text: str) -> None:
    assert channel_of(text) is None


@given(st.sampled_from([(word, key) for key, words in WORDS.items() for word in words]))
def test_every_word_of_the_table_gives_its_channel(entry: tuple[str, Channel]) -> None:
    word, channel = entry
    assert channel_of(word) is channel
    assert channel_of(f"Nộp {word.upper()}") is channel


def test_the_labels_of_the_program_are_read_back() -> None:
    for channel in set(Channel) - {Channel.UNKNOWN, Channel.ONLINE}:
        assert channel_of(channel.label) is channel
