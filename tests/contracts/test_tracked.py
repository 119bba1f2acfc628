"""What is tracked runs anywhere: no path of one machine, no registry host, no address called at run time."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PATHS = re.compile(r"(?<![\w.])/(?:work|home|root|Users|tmp/\w)[/\w]*")
HOSTS = re.compile(
    r"(?:pypi\.org|pythonhosted\.org|registry\.npmjs|index-url|extra-index|huggingface\.co/)", re.IGNORECASE
)


def tracked() -> list[Path]:
    """The files that git tracks; skipped where the project is not a clone."""
    try:
        listing = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git clone")
    return [ROOT / line for line in listing.splitlines()]


@pytest.mark.parametrize("pattern", [PATHS, HOSTS], ids=["machine paths", "registry hosts"])
def test_nothing_of_one_machine(pattern: re.Pattern[str]) -> None:
    found = []
    for path in tracked():
        if path == Path(__file__) or not path.is_file():
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{path.relative_to(ROOT)}: {hit.group()}" for hit in pattern.finditer(text)]
    assert found == []


def test_runtime_code_opens_no_connection() -> None:
    network = re.compile(
        r"^\s*(?:import|from)\s+(?:socket|urllib\.request|http\.client|requests|httpx|aiohttp)\b", re.M
    )
    for path in (ROOT / "src").rglob("*.py"):
        assert not network.search(path.read_text(encoding="utf-8")), path.name
