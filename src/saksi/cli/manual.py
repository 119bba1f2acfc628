"""docs/commands.md, written from the commands themselves: `python -m saksi.cli.manual docs/commands.md`."""

import sys
from pathlib import Path
from typing import Any

import typer

from saksi.cli.app import app

_HEAD = """# Commands

Written by `make docs` from the commands themselves; `saksi COMMAND --help` says the same. Where a command takes
`--store`, it is the file of an SQLite store or the address of a PostgreSQL one.

Exit status: 0 done; 1 something could not be read, each with its place, the problem and the remedy; 2 the command could
not run; 130 interrupted.
"""


def manual() -> str:
    """The page as Markdown."""
    commands: dict[str, Any] = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    return "\n".join([_HEAD, *(_section(name, command) for name, command in commands.items())])


def _section(name: str, command: Any) -> str:
    arguments = [each for each in command.params if not each.opts[0].startswith("-")]
    options = [each for each in command.params if each.opts[0].startswith("-")]
    names = " ".join(each.metavar or f"{each.name.upper()}{'...' if each.nargs == -1 else ''}" for each in arguments)
    rows = [f"| `{each.metavar or each.name.upper()}` | {each.help or ''} |" for each in arguments]
    rows += [f"| {', '.join(f'`{opt}`' for opt in each.opts)} | {each.help or ''} |" for each in options]
    about = " ".join((command.help or "").split())
    return "\n".join([f"## saksi {name} {names}".rstrip(), "", about, "", "| | |", "|---|---|", *rows, ""])


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(manual(), encoding="utf-8")
