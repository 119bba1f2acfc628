"""Actors and places: their names, offices through time, what they did and said."""

from dataclasses import replace

from sqlalchemy import Connection, func, or_, select

from saksi.keep.filters import Filter
from saksi.keep.gather_rows import decisions_touching, label
from saksi.keep.narrow import actors_near, places_near
from saksi.keep.orders import ACTORS, beyond, cursor
from saksi.keep.rows import batches
from saksi.keep.search import actors_called
from saksi.keep.shown import Page
from saksi.keep.shown_lists import ActorRow, ActorView, OfficeRow, PlaceRow
from saksi.keep.tables import actor, alias, facet, facet_actor, incident, judgement, office
from saksi.keep.view_base import Base
from saksi.languages.forms import fold
from saksi.model.codes import Sector
from saksi.world.countries import countries, country_code

_COLUMNS = (actor.c.id, actor.c.name, actor.c.country, actor.c.sector, actor.c.organisation, actor.c.claims)
_PLACE = (facet.c.place_key, facet.c.place, facet.c.country, facet.c.lat, facet.c.lon)


class ActorsView(Base):
    """The part of the view that shows actors and places."""

    def actors(
        self, text: str | None = None, after: str | None = None, size: int = 50, wanted: Filter | None = None
    ) -> Page[ActorRow]:
        """Actors, those named by most claims first.

        text: the beginning of any of their names, or the name of their country;
        wanted: what must hold for an incident that they take part in.
        """
        query = select(*_COLUMNS).where(actor.c.merged_into.is_(None), actor.c.claims > 0, *beyond(ACTORS, after))
        if text:
            begins = select(alias.c.actor).where(alias.c.fold.startswith(fold(text), autoescape=True))
            roots = select(func.coalesce(actor.c.merged_into, actor.c.id)).where(actor.c.id.in_(begins))
            code = country_code(text)
            called = actor.c.id.in_(roots)
            query = query.where(or_(called, actor.c.country == code) if code else called)
        with self.store.reading() as connection:
            query = query.where(*actors_near(connection, wanted or Filter()))
            rows = connection.execute(query.order_by(*(part.desc() for part in ACTORS)).limit(size + 1)).all()
        shown = tuple(ActorRow(*row) for row in rows[:size])
        return Page(shown, cursor(shown[-1].claims, shown[-1].id) if len(rows) > size else None)

    def actor(self, actor_id: str) -> ActorView | None:
        """An actor by id or any of its names, a state by its country's; None where the store does not know it."""
        with self.store.reading() as connection:
            key = root_of(connection, actor_id)
            if key is None:
                called = actors_called(connection, actor_id) or _state(connection, actor_id)
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
            about = decisions_touching(connection, every, judgement.c.about == "actor")
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

    def party(self, name: str) -> str:
        """What contacts call a party: a country's code, else the id of the actor of that name; the name where there is
        neither."""
        if code := country_code(name):
            return code
        found = self.actor(name)
        return found.row.id if found else name

    def countries(self) -> frozenset[str]:
        """The codes of countries that the store knows anything of."""
        return self.once("countries", self._countries)

    def _countries(self) -> frozenset[str]:
        with self.store.reading() as connection:
            found = {code for column in (actor.c.country, incident.c.country)
                     for code in connection.scalars(select(column).distinct())}  # fmt: skip
        return frozenset(found & countries().keys())

    def places(
        self, text: str | None = None, after: str | None = None, size: int = 200, wanted: Filter | None = None
    ) -> Page[PlaceRow]:
        """Places, those with most claims first; text: the beginning of a name; wanted: incidents that lie there."""
        told = (facet.c.place_key, func.count().label("claims"), func.max(facet.c.n).label("one"))
        query = select(*told).where(facet.c.place_key.is_not(None)).group_by(facet.c.place_key)
        if text:
            query = query.where(facet.c.place_key.startswith(fold(text), autoescape=True))
        with self.store.reading() as connection:
            met = places_near(connection, wanted or Filter())
            grouped = query.where(*met).subquery()
            order = (grouped.c.claims, grouped.c.place_key)
            rows = connection.execute(
                select(grouped).where(*beyond(order, after)).order_by(*(part.desc() for part in order)).limit(size + 1)
            ).all()
            named: dict[str, PlaceRow] = {}
            for batch in batches(row.one for row in rows[:size]):
                for found in connection.execute(select(*_PLACE).where(facet.c.n.in_(batch))):
                    named[found.place_key] = PlaceRow(*found, claims=0)
        shown = tuple(replace(named[row.place_key], claims=row.claims) for row in rows[:size])
        return Page(shown, cursor(shown[-1].claims, shown[-1].key) if len(rows) > size else None)

    def place(self, name: str) -> PlaceRow | None:
        """The place of that name, else the one with most claims whose name begins so; None where there is none."""
        told = select(func.count(), func.max(facet.c.n)).where(facet.c.place_key == fold(name))
        with self.store.reading() as connection:
            claims, one = connection.execute(told).one()
            found = connection.execute(select(*_PLACE).where(facet.c.n == one)).first() if claims else None
        return PlaceRow(*found, claims=claims) if found else next(iter(self.places(name, size=1).items), None)


def root_of(connection: Connection, key: str) -> str | None:
    """The id that stands for an actor after merges; None where the store does not know it."""
    row = connection.execute(select(actor.c.id, actor.c.merged_into).where(actor.c.id == key)).first()
    return (row.merged_into or row.id) if row else None


def _state(connection: Connection, name: str) -> list[str]:
    """The actor that is a country's government, by the country's name: it bears none of its own."""
    code = country_code(name)
    if code is None:
        return []
    bare = (actor.c.name.is_(None), actor.c.organisation.is_(None), actor.c.merged_into.is_(None))
    query = select(actor.c.id).where(actor.c.country == code, actor.c.sector == Sector.GOV, *bare)
    return list(connection.scalars(query.limit(1)))


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
