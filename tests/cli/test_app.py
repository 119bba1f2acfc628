"""The command line as a whole: every command is told of rightly, and only what is called is loaded."""

import subprocess
import sys

import pytest
import typer

from saksi.cli.app import COMMANDS, app
from saksi.cli.manual import manual
from tests.cli.conftest import Run


@pytest.mark.parametrize("name", COMMANDS)
def test_help_says_of_each_command_what_the_command_says(name: str) -> None:
    group = typer.main.get_command(app)
    assert group.commands[name].help.splitlines()[0] == COMMANDS[name][1]  # type: ignore[attr-defined]
    assert f"## saksi {name}" in manual()


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_help_loads_neither_reader_nor_store(option: str) -> None:
    told = (
        "import sys; from saksi.cli.app import app; app(sys.argv[1:], standalone_mode=False);"
        "print(sorted({'sqlalchemy', 'alembic', 'numpy', 'onnxruntime', 'trafilatura'} & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", told, option], capture_output=True, text=True, check=True)
    assert found.stdout.splitlines()[-1] == "[]"


def test_unknown_command_is_refused_with_what_was_perhaps_meant(saksi: Run) -> None:
    found = saksi("serv")
    assert found.returncode == 2
    assert "serve" in found.stderr
