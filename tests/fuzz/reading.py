"""Coverage-guided fuzzing of everything that reads files: `python -m tests.fuzz.reading --help`.

Whatever the bytes are, reading ends in rows of which each is named, or in one sentence. What made
new ways through the code is kept in `tests/fuzz/kept`, small; a file that breaks the program is
written as `crash-…` beside what is kept, and becomes a case of `tests/corpus`.
"""

import argparse
import sys
import tempfile
from pathlib import Path

import atheris  # type: ignore[import-untyped,import-not-found,unused-ignore]

with atheris.instrument_imports(include=["dxdesk.exchange", "dxdesk.domain"]):
    from dxdesk.errors import InputError
    from dxdesk.exchange.reader import read_register
    from dxdesk.exchange.sample import guess_head, guess_mapping, read_sample
    from dxdesk.exchange.source import Pasted, Source

KEPT = Path(__file__).parent / "kept"
LONGEST = 20_000
_PASTED = 0
_FOLDER = tempfile.TemporaryDirectory(prefix="dxdesk-fuzz-")
_FILE = Path(_FOLDER.name) / "so.xls"


def one_input(data: bytes) -> None:
    """The first byte chooses: a block that is pasted, or a file."""
    if data[:1] == bytes([_PASTED]):
        read(Pasted(data[1:].decode("utf-8", errors="replace")))
    else:
        _FILE.write_bytes(data[1:])
        read(_FILE)


def read(source: Source) -> None:
    """Read *source* as the wizard does: by itself, then as an officer might say its columns."""
    try:
        register = read_register(source)
    except InputError as error:
        if not str(error).endswith("."):
            raise RuntimeError(str(error)) from error
    else:
        lines = [(row.sheet, row.line) for row in register.rows]
        lines += [(one.sheet, one.line) for one in register.quarantined]
        lines += [(one.sheet, one.line) for one in register.skipped]
        if len(lines) != len(set(lines)):
            raise RuntimeError("a line was told twice")
    try:
        sample = read_sample(source)
        read_register(source, mappings=[guess_mapping(sample, guess_head(sample))])
    except InputError:
        return


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=3600, help="how long (default one hour)")
    parser.add_argument("--runs", type=int, default=-1, help="how many inputs instead")
    parser.add_argument("--into", type=Path, default=KEPT, help="where new inputs are kept")
    asked = parser.parse_args()
    limits = [f"-max_len={LONGEST}", "-timeout=30", "-rss_limit_mb=1024", "-print_final_stats=1"]
    limits += [f"-artifact_prefix={asked.into}/"]
    limits += [f"-runs={asked.runs}"] if asked.runs >= 0 else [f"-max_total_time={asked.seconds}"]
    atheris.Setup([sys.argv[0], *limits, str(asked.into), str(KEPT)], one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
