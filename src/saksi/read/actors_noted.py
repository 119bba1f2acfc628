"""Notes in the memory of an article what its phrases have named."""

from saksi.model.actor import Actor
from saksi.model.codes import Sector
from saksi.read.actors_atoms import Line
from saksi.read.actors_draft import Draft
from saksi.read.actors_home import ARMED
from saksi.read.actors_topics import FIGHTING
from saksi.read.actors_words import Lexicon
from saksi.read.coreference import Memory
from saksi.world.persons import offices_of


class Notes:
    """Keeps one article's memory."""

    def __init__(self, memory: Memory, words: Lexicon) -> None:
        self._memory = memory
        self._words = words

    def phrase(self, draft: Draft, actors: tuple[Actor, ...], rule: str) -> None:
        """Notes the actors that a phrase means and the rule that found them."""
        if rule == "actor.printed":
            self._memory.body(actors[0])
            self._memory.again[draft.heads[0].word] = actors[0]
        for actor in actors:
            if actor.country and (draft.countries or draft.named):
                self._memory.state(actor.country)
            if actor.country and draft.countries:
                self._memory.heads.update((head.portfolio or head.word, actor.country) for head in draft.heads)
            if draft.person is not None and actor.name:
                self.leader(actor, draft.heads[0].office)
            if draft.person is None and (draft.plural or draft.heads[0].kind == "group"):
                self._memory.group(actor, bool(draft.countries or draft.located))
            elif actor.name is None and draft.countries and actor.country and actor.sector:
                self._memory.sectors[actor.sector] = actor.country
            state = draft.heads[0].word in self._words.words.reference.state
            if draft.person is None and (draft.countries or draft.bodies) and not state:
                self._memory.again[draft.heads[0].word] = actor
            if draft.tied:
                self._memory.unnamed[draft.heads[0].word.split()[0]] = actor
            if draft.single and not draft.closed:
                word = draft.heads[0].word
                self._memory.again.update({word: actor, word.split()[0]: actor})
        self._bodies(draft)

    def _bodies(self, draft: Draft) -> None:
        """Notes where a phrase says that somebody is, and the bodies that it names."""
        if draft.located and not draft.closed:
            self._memory.spot(draft.located)
        for body in draft.bodies:
            self._memory.body(body)
            told = [head.word for head in draft.heads if head.kind in ("group", "unit") and head.sector in ARMED]
            self._memory.again.update(dict.fromkeys(told, body))

    def side(self, sentence: Line, actor: Actor) -> None:
        """Notes a force that a sentence names."""
        if actor.sector in FIGHTING or actor.sector is Sector.PTY:
            self._memory.side(sentence.number, actor)

    def leader(self, actor: Actor, office: str) -> None:
        """Notes a person with the office that the text gives to him."""
        held = offices_of(actor.name) | {office}
        self._memory.leader(actor, not held.isdisjoint(self._words.titles.forms.leading))
