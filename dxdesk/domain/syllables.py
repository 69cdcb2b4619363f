"""Can a word be Vietnamese? Its onset, rhyme and tone tell; names of other peoples may fail."""

import re
import unicodedata
from functools import lru_cache

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_RHYMES = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu
    iêc iêm iên iêng iêp iêt iêu o oa oac oach oai oam oan oang oanh oao oap oat oay
    oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt
    ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt
    up uơ ut uy uya uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn
    ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu
"""
_ONSET = "(?:b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x)?"
_SYLLABLE = re.compile(f"{_ONSET}(?:{'|'.join(sorted(_RHYMES.split(), key=len, reverse=True))})")
_AFTER_QU = re.compile(
    "qu(?:ă[cnt]|a[nmyiotcuh]?|e[nto]?|ê[n]?|y(?:nh|ch|n|t)?|i|ơ|â[nty]|uê|anh|ang|oăt)"
)
_APART = re.compile("[\\s!-/:-@\\[-`{-~\u2010-\u2027\u2030-\u205e]+")


def words_of(text: str) -> list[str]:
    """Words of *text* with a letter beyond ASCII: what an encoding can spoil."""
    return [word for word in _APART.split(text) if not word.isascii()]


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Tell whether *word*, with its accents, can be one Vietnamese syllable."""
    parts = unicodedata.normalize("NFD", word.lower())
    tones = sum(part in _TONES for part in parts)
    bare = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
    if tones > 1:
        return False
    return bool(_SYLLABLE.fullmatch(bare) or _AFTER_QU.fullmatch(bare))
