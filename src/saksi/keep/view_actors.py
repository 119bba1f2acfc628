"""Actors and places: their names, offices through time, what they did and said."""

from sqlalchemy import Connection, func, or_, select

from saksi.keep.gather_rows import decisions, label
from saksi.keep.search import actors_called
from saksi.keep.shown import Page
from saksi.keep.shown_lists import ActorRow, ActorView, OfficeRow, PlaceRow
from saksi.keep.tables import actor, alias, facet, facet_actor, judgement, office
from saksi.keep.view_base import Base
from saksi.languages.forms import fold

_COLUMNS = (actor.c.id, actor.c.name, actor.c.country, actor.c.sector, actor.c.organisation, actor.c.claims)


class ActorsView(Base):
    """The part of the view that shows actors and places."""

    def actors(self, text: str | None = None, after: str | None = None, size: int = 50) -> Page[ActorRow]:
        """Actors, those named by most claims first; text: the beginning of any of their names."""
        query = select(*_COLUMNS).where(actor.c.merged_into.is_(None), actor.c.claims > 0)
        if text:
            begins = select(alias.c.actor).where(alias.c.fold.startswith(fold(text), autoescape=True))
            roots = select(func.coalesce(actor.c.merged_into, actor.c.id)).where(actor.c.id.in_(begins))
            query = query.where(actor.c.id.in_(roots))
        if after:
            times, _, key = after.partition("~")
            query = query.where(or_(actor.c.claims < int(times), (actor.c.claims == int(times)) & (actor.c.id > key)))
        with self.store.reading() as connection:
            rows = connection.execute(query.order_by(actor.c.claims.desc(), actor.c.id).limit(size + 1)).all()
        shown = tuple(ActorRow(*row) for row in rows[:size])
        return Page(shown, f"{shown[-1].claims}~{shown[-1].id}" if len(rows) > size else None)

    def actor(self, actor_id: str) -> ActorView | None:
        """An actor by id or any of its names; None where the store does not know it."""
        with self.store.reading() as connection:
            key = root_of(connection, actor_id)
            if key is None:
                called = actors_called(connection, actor_id)
                key = root_of(connection, called[0]) if called else None
            if key is None:
                return None
            row = connection.execute(select(*_COLUMNS).where(actor.c.id == key)).one()
            merged = list(connection.scalars(select(actor.c.id).where(actor.c.merged_into == key)))
            every = [key, *merged]
            names = connection.scalars(
                select(alias.c.name).where(alias.c.actor.in_(every), ~alias.c.fold.startswith("~")).distinct()
            )
            roles = connection.execute(
                select(facet_actor.c.role, func.count())
                .where(facet_actor.c.actor.in_(every))
                .group_by(facet_actor.c.role)
            )
            about = decisions(
                connection, judgement.c.about == "actor", or_(judgement.c.left.in_(every), judgement.c.right.in_(every))
            )
            return ActorView(
                ActorRow(*row),
                tuple(sorted(names)),
                tuple(_offices(connection, office.c.actor.in_(every))),
                tuple(merged),
                dict(roles.all()),
                tuple(about),
            )

    def offices(self, of: str | None = None, name: str | None = None) -> list[OfficeRow]:
        """Sightings of offices in time; of: ISO country or body; name: "foreign minister" and so on."""
        conditions = ([office.c.of == of] if of else []) + ([office.c.office == name] if name else [])
        with self.store.reading() as connection:
            return _offices(connection, *conditions)

    def holder(self, of: str, name: str, day: str) -> OfficeRow | None:
        """Who held an office on a day as the texts tell it: the sighting nearest in time, former holders left out."""
        from saksi.keep.filters import ordinal

        at = ordinal(day) or 0
        found = [row for row in self.offices(of, name) if not row.former and row.seen]
        return min(found, key=lambda row: (abs((ordinal(row.seen) or 0) - at), row.seen or ""), default=None)

    def suggest(self, text: str, size: int = 10) -> list[ActorRow]:
        """Actors whose names begin with what is typed."""
        return list(self.actors(text, size=size).items) if text.strip() else []

    def places(self, text: str | None = None, size: int = 200) -> list[PlaceRow]:
        """Places with their claims, those with most first."""
        first = [func.max(column) for column in (facet.c.place, facet.c.country, facet.c.lat, facet.c.lon)]
        query = select(facet.c.place_key, *first, func.count().label("times")).where(facet.c.place_key.is_not(None))
        if text:
            query = query.where(facet.c.place_key.startswith(fold(text), autoescape=True))
        with self.store.reading() as connection:
            rows = connection.execute(
                query.group_by(facet.c.place_key).order_by(func.count().desc(), facet.c.place_key).limit(size)
            )
            return [PlaceRow(row[0], *row[1:6]) for row in rows]


def root_of(connection: Connection, key: str) -> str | None:
    """The id that stands for an actor after merges; None where the store does not know it."""
    row = connection.execute(select(actor.c.id, actor.c.merged_into).where(actor.c.id == key)).first()
    return (row.merged_into or row.id) if row else None


def _offices(connection: Connection, *conditions: object) -> list[OfficeRow]:
    named = (actor.c.name, actor.c.country, actor.c.sector, actor.c.organisation)
    query = select(*(column for column in office.c if column.name != "id"), *named).join(
        actor, actor.c.id == office.c.actor
    )
    rows = connection.execute(query.where(*conditions).order_by(office.c.seen, office.c.id))  # type: ignore[arg-type]
    return [
        OfficeRow(
            row.actor,
            label(row.name, row.country, row.sector, row.organisation),
            row.office,
            row.of,
            row.seen,
            row.former,
            row.article,
            row.start,
            row.end,
            row.text,
        )
        for row in rows
    ]
