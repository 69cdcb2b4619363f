"""The one door: `python run.py` opens the sample ward, `python run.py test` passes all tests.

Needs Python 3.11 and nothing else: it makes `.venv` from requirements.lock when that file's hash
has changed and, on Debian or Ubuntu as root, installs the system libraries that are missing.
What it prints is read by whoever installs, so it is Vietnamese.
"""

import hashlib
import io
import os
import shlex
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).resolve().parent
LOCK = HERE / "requirements.lock"
ENVIRONMENT = HERE / ".venv"
STAMP = ENVIRONMENT / "lock.sha256"
WINDOWS = os.name == "nt"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if WINDOWS else "bin/python")
SAMPLE_WARD = "phuong-mau.db"

OFFSCREEN = ("libgl1", "libegl1", "libxkbcommon0", "libglib2.0-0", "libdbus-1-3", "libfontconfig1")
XCB = ("libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0")
SCREEN = (*XCB, "libxkbcommon-x11-0")
WINDOW_TESTS = ("xvfb", "xauth", "xdotool", "xclip", "poppler-utils", "strace")
BUNDLE = ("binutils",)

ALL_CORES = ("-n", "auto", "--dist", "loadfile")  # a file's tests share what they made
USAGE = """\
python run.py                 mở chương trình với phường mẫu
python run.py test [...]      chạy mọi phép thử (tham số của pytest)
python run.py check           định dạng, lỗi viết, kiểu, chiều phụ thuộc, thư viện đi kèm
python run.py bench [...]     đo tốc độ
python run.py bundle [...]    đóng gói thành thư mục chạy được (dist/dxdesk)
python run.py dxdesk [...]    gọi thẳng chương trình (hoặc: python run.py -- ...)"""
NO_SCREEN = """\
Máy này không có màn hình (không thấy DISPLAY hay WAYLAND_DISPLAY) nên không mở được cửa sổ.
Bạn có thể:
  - chạy lại lệnh này trên máy có màn hình, hoặc trong phiên làm việc từ xa có màn hình;
  - chạy các phép thử, không cần màn hình:  python run.py test
  - dùng dòng lệnh, không cần màn hình:     python run.py dxdesk --help"""


class SetupError(Exception):
    """What keeps the program from being set up, as a sentence to be shown."""


def tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def run(*command: str | Path, **env: str) -> int:
    """The exit status of *command*, started with this source tree importable."""
    return subprocess.call(command, env={**os.environ, "PYTHONPATH": str(HERE), **env})


def missing_packages(packages: Sequence[str]) -> list[str]:
    """Those of *packages* that dpkg does not know, also not under a name with 64-bit time."""
    names = [name for package in packages for name in (package, f"{package}t64")]
    query = ["dpkg-query", "--show", "--showformat=${Package} ${db:Status-Status}\n", *names]
    answer = subprocess.run(query, capture_output=True, text=True, check=False).stdout
    here = {line.split()[0] for line in answer.splitlines() if line.endswith(" installed")}
    return [package for package in packages if not here & {package, f"{package}t64"}]


def python_packages() -> tuple[str, ...]:
    """Debian packages that this interpreter, when it is Debian's own, needs for a `.venv`."""
    if sys.prefix != "/usr" or (find_spec("ensurepip") and find_spec("venv")):
        return ()
    return ("python3-venv",)


def bundle_packages() -> tuple[str, ...]:
    """PyInstaller also needs Python's shared library, which Debian packs separately."""
    if sys.base_prefix != "/usr":
        return BUNDLE
    return (*BUNDLE, f"libpython3.{sys.version_info.minor}")


def apt_get(*arguments: str) -> int:
    wait = ("-o", "DPkg::Lock::Timeout=300")
    return run("apt-get", "-qq", *wait, *arguments, DEBIAN_FRONTEND="noninteractive")


def need(*packages: str) -> None:
    """Install the Debian packages that are missing, or say with which line to do it."""
    if not (shutil.which("apt-get") and shutil.which("dpkg-query")):
        return
    missing = missing_packages(packages)
    if not missing:
        return
    install = ["install", "--yes", "--no-install-recommends", *missing]
    if os.geteuid() != 0:
        line = shlex.join(["sudo", "apt-get", *install])
        raise SetupError(f"Thiếu thư viện hệ thống. Hãy chạy dòng sau rồi thử lại:\n  {line}")
    tell(f"Đang cài thư viện hệ thống: {' '.join(missing)} …")
    if apt_get(*install) != 0 and (apt_get("update") != 0 or apt_get(*install) != 0):
        raise SetupError("Không cài được thư viện hệ thống; xem lỗi của apt-get ở trên.")


def lock_hash() -> str:
    return hashlib.sha256(LOCK.read_bytes() + sys.version.encode()).hexdigest()


def install_with_uv() -> bool:
    uv = shutil.which("uv")
    if uv is None:
        return False
    made = run(uv, "venv", "-q", "--clear", "--python", sys.executable, ENVIRONMENT)
    fill = (uv, "pip", "install", "-q", "--compile-bytecode", "--python", PYTHON)
    return made == 0 and run(*fill, "--require-hashes", "-r", LOCK) == 0


def install_with_pip() -> bool:
    venv.EnvBuilder(with_pip=True, clear=True, symlinks=not WINDOWS).create(ENVIRONMENT)
    pip = (PYTHON, "-m", "pip", "-q", "--disable-pip-version-check")
    return run(*pip, "install", "--require-hashes", "-r", LOCK) == 0


def ensure_environment() -> None:
    """Make `.venv` hold exactly what requirements.lock names, if it does not yet."""
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text(encoding="ascii") == lock_hash():
        return
    if not shutil.which("uv"):
        need(*python_packages())
    tell("Đang chuẩn bị môi trường Python (.venv) theo requirements.lock, mất khoảng nửa phút …")
    STAMP.unlink(missing_ok=True)
    try:
        done = install_with_uv() or install_with_pip()
    except (OSError, subprocess.CalledProcessError) as error:
        raise SetupError(f"Không tạo được thư mục .venv: {error}") from error
    if not done:
        raise SetupError("Không cài được các gói trong requirements.lock; xem lỗi ở trên.")
    STAMP.write_text(lock_hash(), encoding="ascii")


def has_screen() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)


def sample_ward() -> Path | None:
    """The database of the sample ward in the data folder, made now if it is not there."""
    ask = (PYTHON, "-P", "-X", "utf8", "-c", "from dxdesk.paths import home; print(home())")
    env = {**os.environ, "PYTHONPATH": str(HERE)}
    folder = Path(subprocess.check_output(ask, env=env, encoding="utf-8").strip())
    database = folder / SAMPLE_WARD
    if database.exists():
        return database
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = folder / f"moi-{SAMPLE_WARD}"
    for leftover in folder.glob(f"{unfinished.name}*"):
        leftover.unlink()
    tell(f"Đang tạo phường mẫu trong {folder} …")
    if dxdesk("--database", str(unfinished), "demo") != 0:
        return None
    unfinished.rename(database)
    return database


def open_sample_ward() -> int:
    if not has_screen():
        tell(NO_SCREEN)
        return 1
    need(*OFFSCREEN, *SCREEN)
    ensure_environment()
    database = sample_ward()
    return 1 if database is None else dxdesk("--database", str(database))


def test(*arguments: str) -> int:
    need(*OFFSCREEN, *SCREEN, *WINDOW_TESTS, *bundle_packages())
    ensure_environment()
    os.chdir(HERE)
    return run(PYTHON, "-m", "pytest", *(arguments or ALL_CORES), QT_QPA_PLATFORM="offscreen")


def check() -> int:
    """Run every check, also after one has failed, so that one round shows all there is to mend."""
    ensure_environment()
    scripts = PYTHON.parent
    checks: dict[str, tuple[str | Path, ...]] = {
        "định dạng": (scripts / "ruff", "format", "--check", "."),
        "lỗi viết": (scripts / "ruff", "check", "."),
        "kiểu": (scripts / "mypy",),
        "chiều phụ thuộc": (scripts / "lint-imports", "--no-logo"),
        "thư viện đi kèm": (PYTHON, "docs/check_dependencies.py"),
    }
    os.chdir(HERE)
    failed = [name for name, command in checks.items() if run(*command) != 0]
    tell(f"Không đạt: {', '.join(failed)}." if failed else f"Đạt: {', '.join(checks)}.")
    return 1 if failed else 0


def bench(*arguments: str) -> int:
    need(*OFFSCREEN)
    ensure_environment()
    return run(PYTHON, HERE / "bench" / "run", *arguments, QT_QPA_PLATFORM="offscreen")


def bundle(*arguments: str) -> int:
    need(*OFFSCREEN, *bundle_packages())
    ensure_environment()
    os.chdir(HERE)
    return run(PYTHON, "-m", "PyInstaller", "--noconfirm", *arguments, HERE / "build.spec")


def dxdesk(*arguments: str) -> int:
    need(*OFFSCREEN)
    ensure_environment()
    return run(PYTHON, "-P", "-m", "dxdesk", *arguments)


COMMANDS: dict[str, Callable[..., int]] = {
    **{command.__name__: command for command in (test, check, bench, bundle, dxdesk)},
    "--": dxdesk,
}


def main(arguments: Sequence[str]) -> int:
    if not arguments:
        return open_sample_ward()
    command = COMMANDS.get(arguments[0])
    if command is None or (command is check and arguments[1:]):
        print(USAGE)
        return 0 if arguments[0] in {"-h", "--help"} else 2
    return command(*arguments[1:])


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if sys.version_info < (3, 11):  # noqa: UP036 - run.py is started by whatever is there
        sys.exit("Cần Python 3.11 trở lên; máy đang dùng Python " + sys.version.split()[0] + ".")
    try:
        sys.exit(main(sys.argv[1:]))
    except SetupError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)
