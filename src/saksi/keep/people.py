"""Accounts, sessions, tokens and the audit log. Secrets are kept as hashes only."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

from sqlalchemy import delete, func, insert, or_, select, update

from saksi.keep.faults import StoreError
from saksi.keep.store import Store, now
from saksi.keep.tables import setting
from saksi.keep.tables_people import account, audit, session, token

ROLES = ("reader", "reviewer", "admin")
SCOPES = {"reader": ("read",), "reviewer": ("read", "review"), "admin": ("read", "review", "write")}
_DAYS = 14
_TRIES, _MINUTES = 8, 15
_SHORTEST = 10


@dataclass(frozen=True, slots=True)
class Act:
    """One line of the audit log. at: UTC; thing: what it was done to; address: where it came from."""

    at: str
    who: str
    act: str
    thing: str
    address: str


class People:
    """The accounts of one store."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def any(self) -> bool:
        """Whether the store has an account that can sign in."""
        with self.store.reading() as connection:
            return connection.scalar(select(func.count()).where(account.c.closed_at.is_(None))) != 0

    def accounts(self) -> list[tuple[str, str, str | None]]:
        """Name, role and, where closed, when."""
        with self.store.reading() as connection:
            rows = connection.execute(select(account.c.name, account.c.role, account.c.closed_at).order_by("name"))
            return [(row.name, row.role, row.closed_at) for row in rows]

    def add(self, name: str, role: str, password: str) -> None:
        """A new account, or another role and password for an old one, whose sessions end. Raises StoreError."""
        if role not in ROLES:
            raise StoreError(f"{role}: not a role; give reader, reviewer or admin")
        if not name.strip() or name.startswith("saksi ") or len(name) > 60:
            raise StoreError(f"{name!r}: not a name; give one of 1 to 60 characters")
        if len(password) < _SHORTEST:
            raise StoreError(f"the password is too short; give one of {_SHORTEST} characters or more")
        from argon2 import PasswordHasher

        hashed = PasswordHasher().hash(password)
        with self.store.writing(record=False) as connection:
            connection.execute(delete(account).where(account.c.name == name))
            connection.execute(insert(account).values(name=name, role=role, hash=hashed, made_at=now()))
            connection.execute(delete(session).where(session.c.account == name))

    def close(self, name: str) -> None:
        """Ends an account with its sessions and tokens; its acts stay. Raises StoreError for an unknown one."""
        with self.store.writing(record=False) as connection:
            done = connection.execute(update(account).where(account.c.name == name).values(closed_at=now()))
            if not done.rowcount:
                raise StoreError(f"{name}: no such account")
            connection.execute(delete(session).where(session.c.account == name))
            connection.execute(update(token).where(token.c.account == name).values(withdrawn_at=now()))

    def sign_in(self, name: str, password: str, address: str) -> str | None:
        """A new session's secret; None where name or password are wrong. Raises StoreError after too many tries."""
        from argon2 import PasswordHasher
        from argon2.exceptions import InvalidHashError, VerificationError

        if self._tries(name, address) >= _TRIES:
            raise StoreError(f"too many tries; wait {_MINUTES} minutes")
        with self.store.reading() as connection:
            known = select(account.c.hash).where(account.c.name == name, account.c.closed_at.is_(None))
            hashed = connection.scalar(known)
        hasher = PasswordHasher()
        try:
            # An unknown name takes as long as a wrong password, so that names cannot be found by their time.
            hasher.verify(hashed or _nobody(), password)
            good = hashed is not None
        except (VerificationError, InvalidHashError):
            good = False
        self.note(name, "sign-in" if good else "sign-in refused", "", address)
        return self._begin(name) if good else None

    def _begin(self, name: str) -> str:
        secret = secrets.token_urlsafe(32)
        ends = (datetime.now(UTC) + timedelta(days=_DAYS)).strftime("%Y-%m-%dT%H:%M:%SZ")
        with self.store.writing(record=False) as connection:
            connection.execute(delete(session).where(session.c.ends_at < now()))
            connection.execute(insert(session).values(digest=_digest(secret), account=name, ends_at=ends))
        return secret

    def of_session(self, secret: str) -> tuple[str, str] | None:
        """Name and role of who holds a session; None where it is unknown or over."""
        query = select(account.c.name, account.c.role).join(session, session.c.account == account.c.name)
        held = (session.c.digest == _digest(secret), session.c.ends_at > now(), account.c.closed_at.is_(None))
        with self.store.reading() as connection:
            row = connection.execute(query.where(*held)).first()
        return (row.name, row.role) if row else None

    def sign_out(self, secret: str) -> None:
        """Ends a session."""
        with self.store.writing(record=False) as connection:
            connection.execute(delete(session).where(session.c.digest == _digest(secret)))

    def grant(self, name: str, scopes: tuple[str, ...]) -> str:
        """A new token for programs; it is shown once. Raises StoreError where the account may not do that."""
        with self.store.writing(record=False) as connection:
            role = connection.scalar(
                select(account.c.role).where(account.c.name == name, account.c.closed_at.is_(None))
            )
            if role is None:
                raise StoreError(f"{name}: no such account; make one with: saksi account add NAME --role ROLE")
            if beyond := set(scopes) - set(SCOPES[role]):
                raise StoreError(f"a {role} cannot give {', '.join(sorted(beyond))}; it has {', '.join(SCOPES[role])}")
            secret = "saksi_" + secrets.token_urlsafe(32)
            row = {"digest": _digest(secret), "account": name, "scopes": " ".join(scopes), "made_at": now()}
            connection.execute(insert(token).values(**row))
        return secret

    def of_token(self, secret: str) -> tuple[str, str, frozenset[str]] | None:
        """Name, role and scopes of a token; None where it is unknown or withdrawn."""
        query = select(account.c.name, account.c.role, token.c.scopes).join(token, token.c.account == account.c.name)
        held = (token.c.digest == _digest(secret), token.c.withdrawn_at.is_(None), account.c.closed_at.is_(None))
        with self.store.reading() as connection:
            row = connection.execute(query.where(*held)).first()
        return (row.name, row.role, frozenset(row.scopes.split())) if row else None

    def note(self, who: str, act: str, thing: str, address: str) -> None:
        """Writes a line of the audit log."""
        line = {"at": now(), "who": who[:60], "act": act, "thing": thing[:300], "address": address[:60]}
        with self.store.writing(record=False) as connection:
            connection.execute(insert(audit).values(**line))

    def log(self, size: int = 200) -> list[Act]:
        """The audit log, newest first."""
        query = select(audit.c.at, audit.c.who, audit.c.act, audit.c.thing, audit.c.address)
        with self.store.reading() as connection:
            return [Act(*row) for row in connection.execute(query.order_by(audit.c.id.desc()).limit(size))]

    def secret(self) -> bytes:
        """What seals forms, made once for each store."""
        with self.store.reading() as connection:
            known = connection.scalar(select(setting.c.value).where(setting.c.key == "seal"))
        if known is None:
            known = secrets.token_hex(32)
            with self.store.writing(record=False) as connection:
                there = connection.scalar(select(setting.c.value).where(setting.c.key == "seal"))
                if there is None:
                    connection.execute(insert(setting).values(key="seal", value=known))
                known = there or known
        return known.encode()

    def _tries(self, name: str, address: str) -> int:
        since = (datetime.now(UTC) - timedelta(minutes=_MINUTES)).strftime("%Y-%m-%dT%H:%M:%SZ")
        refused = (audit.c.act == "sign-in refused", audit.c.at > since)
        with self.store.reading() as connection:
            query = select(func.count()).where(*refused, or_(audit.c.who == name[:60], audit.c.address == address))
            return int(connection.scalar(query) or 0)


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


@cache
def _nobody() -> str:
    """The hash of a password that nobody knows; made once, since hashing is slow on purpose."""
    from argon2 import PasswordHasher

    return PasswordHasher().hash(secrets.token_hex(16))
