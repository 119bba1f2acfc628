"""`saksi serve`: the reading room in the browser; `saksi account` and `saksi token`: who may enter it."""

from typing import Annotated

import typer

from saksi.cli.store_option import STORE, By, StoreUrl, opened, someone
from saksi.keep.people import SCOPES, People
from saksi.model.errors import InputError
from saksi.show.web.settings import LOOPBACK, PAGES_MIB, RoomSettings

account = typer.Typer(
    help="Accounts of the reading room: add, close, list.", no_args_is_help=True, add_completion=False,
    pretty_exceptions_enable=False, rich_markup_mode=None,
)  # fmt: skip


def serve(
    store: StoreUrl = STORE,
    host: Annotated[str, typer.Option(help="Address to answer on; any but loopback needs accounts.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to answer on.")] = 8642,
    by: By = "",
    secure: Annotated[bool, typer.Option(help="Cookies over HTTPS only, behind a proxy that speaks it.")] = False,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that answer.")] = 1,
    pages: Annotated[int, typer.Option(min=0, max=4096, help="MiB that each keeps of pages it has made.")] = PAGES_MIB,
) -> None:
    """Open the reading room: the record in the browser, and an API beside it."""
    kept = opened(store)
    loopback = host in LOOPBACK
    if not loopback and not People(kept).any():
        raise InputError(
            f"--host {host}", "would let anybody in", "make an account first: saksi account add NAME --role admin"
        )
    kept.close()
    settings = RoomSettings(store, someone(by or None), loopback, secure, pages_mib=pages)
    shown = f"[{host}]" if ":" in host else host
    typer.echo(f"saksi: the reading room is open at http://{shown}:{port}/  (Ctrl+C closes it)")
    _run(settings, host, port, workers)


def _run(settings: RoomSettings, host: str, port: int, workers: int) -> None:
    """Answers until it is interrupted. Several processes get the settings by the environment."""
    import uvicorn

    from saksi.show.web import served

    quiet = {"log_level": "warning", "server_header": False, "proxy_headers": False, "date_header": True}
    if workers == 1:
        from saksi.show.web.app import create_app

        uvicorn.run(create_app(settings), host=host, port=port, **quiet)  # type: ignore[arg-type]
        return
    served.remember(settings)
    quiet["timeout_worker_healthcheck"] = 60  # on a busy machine a process may be late to say that it lives
    uvicorn.run("saksi.show.web.served:app", factory=True, host=host, port=port, workers=workers, **quiet)  # type: ignore[arg-type]


@account.command("add")
def add(
    name: Annotated[str, typer.Argument(help="Name that stands on the acts.")],
    role: Annotated[str, typer.Option(help="reader, reviewer or admin.")] = "reader",
    store: StoreUrl = STORE,
    password: Annotated[
        str, typer.Option(prompt=True, hide_input=True, envvar="SAKSI_PASSWORD", help="Asked for where not given.")
    ] = "",
) -> None:
    """Add an account, or give an old one another role and password."""
    People(opened(store)).add(name, role, password)
    typer.echo(f"saksi: {name} may sign in as {role}")


@account.command("close")
def close(name: Annotated[str, typer.Argument(help="Name of the account.")], store: StoreUrl = STORE) -> None:
    """End an account with its sessions and tokens; its acts stay on record."""
    People(opened(store)).close(name)
    typer.echo(f"saksi: {name} is closed")


@account.command("list")
def listed(store: StoreUrl = STORE) -> None:
    """List the accounts."""
    for name, role, closed in People(opened(store)).accounts():
        typer.echo(f"{name}\t{role}\t{'closed ' + closed if closed else 'open'}")


def token(
    name: Annotated[str, typer.Argument(help="Account that the token acts for.")],
    scope: Annotated[list[str] | None, typer.Option(help="read, review, write; several may be given.")] = None,
    store: StoreUrl = STORE,
) -> None:
    """Make a token for programs; it is shown once."""
    scopes = tuple(scope or ("read",))
    if unknown := set(scopes) - set(SCOPES["admin"]):
        raise InputError(f"--scope {sorted(unknown)[0]}", "is not a scope", "give read, review or write")
    typer.echo(People(opened(store)).grant(name, scopes))
