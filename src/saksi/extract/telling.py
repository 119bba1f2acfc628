"""How one sentence tells of an act: its words, what they point back to, what they say besides."""

from collections.abc import Sequence
from dataclasses import dataclass

from saksi.extract.draft import Draft
from saksi.extract.fillers import Filler
from saksi.extract.frames import NOUNS, Build
from saksi.extract.results import tells_result
from saksi.extract.zones import Grammar
from saksi.model.claim import Event
from saksi.model.codes import MUTUAL, SPOKEN, EventType, Status
from saksi.model.span import Span

REPEATED = SPOKEN - {EventType.CONCEDE}
"""Acts of speech that who speaks again in another sentence does again."""
_POINTER = 3
"""How many words behind a noun may point back: "serangan besar Rusia ini"."""
_OPENING = 4
"""Words within which a sentence says that it tells of another day."""
_FULL = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})


@dataclass(frozen=True, slots=True)
class Telling:
    """An event as told in one sentence. sentence: its index; first, last: the tokens of its trigger; lexemes: what
    names the act; subject: the token of the trigger's subject, if any; another: told as one more of its kind, or of
    another day; pointing: a noun that points back ("serangan ini"); result: what the act told before it in the sentence
    does to those whom it hits ("menyerang X, menewaskan Y"); fallen: what befell somebody ("tewas"); blow: the token
    before what one side did to another that ties it to those who fell in it ("tewas setelah X menyerang"), if any;
    begun: what something else has gone on since, or answers ("serangan terbesar sejak invasi", "balasan atas
    serangan"); lone: what sides do together, of one side only; content: the words that say what somebody asks for or
    says; more: those whom it hit are others than were counted before ("70 orang lainnya"); target: what a verb hit was
    told before ("mengebom sekolah itu"); victims: whom it hit are those told before ("korban ditembak"); taking: a verb
    of taking a place ("merebut desa X"); clash: what sides do to each other; mentioned: a noun that is the object of a
    verb that condemns or answers it ("mengutuk penangkapan X"); topic: a noun that is only written or talked about
    ("laporan tentang konflik"); later: an act some days before another ("sehari setelah serangan X")."""

    event: Event
    sentence: int
    first: int
    last: int
    lexemes: frozenset[str]
    subject: int | None = None
    another: bool = False
    pointing: bool = False
    result: bool = False
    fallen: bool = False
    blow: int | None = None
    begun: bool = False
    lone: bool = False
    content: frozenset[str] = frozenset()
    more: bool = False
    target: bool = False
    victims: bool = False
    taking: bool = False
    clash: bool = False
    mentioned: bool = False
    topic: bool = False
    later: bool = False


def telling(draft: Draft, event: Event, rules: Grammar) -> Telling:
    """The event that a draft tells of, with the words that name it."""
    own, tree = draft.candidate, draft.tree
    lexeme = own.entry.lexeme if own.entry else ""
    named = [tree.tokens[i].text for i in (own.token, *range(own.first, own.last + 1))]
    word = next((word for word in named if word.lower() not in rules.light), named[0])  # "melakukan kontak"
    words = {rules.plain(word), lexeme}
    around = [*range(own.first, own.last + 1), *tree.below(own.token, "obl")]
    one_more = any(tree.tokens[i].text.lower() in rules.marks.another for at in around for i in tree.children[at])
    pointing, topic = points_back(draft, rules), is_topic(draft, rules)
    return Telling(
        event,
        own.sentence,
        own.first,
        own.last,
        frozenset(words - {""}),
        tree.subject(own.token, rules.marks.relative),
        another=(one_more or _is_of_another_day(draft, rules)) and not pointing,
        pointing=pointing,
        result=tells_result(draft, rules),
        fallen=not own.mutual and lexeme in rules.marks.befallen,
        blow=None if own.mutual else _blow_before(draft, rules),
        lone=_is_lone(draft, event, rules),
        content=_content(draft, rules) if event.type in REPEATED else frozenset(),
        mentioned=topic or (own.build in NOUNS and _is_spoken_of(draft, rules)),
        more=any(_last_word(draft, filler) in rules.marks.further for filler in draft.roles.recipients),
        target=_hits_again(draft, rules),
        victims=_hit_victims(draft, rules),
        topic=topic,
        later=_is_days_before(draft, rules),
        taking=lexeme in rules.marks.taking,
        clash=own.clash,
        begun=reacts(draft, rules)
        or any(tree.case(word) in rules.marks.since for word in (own.token, *tree.ancestors(own.token))),
    )


def _last_word(draft: Draft, filler: Filler) -> str:
    """The last word of a mention in the draft's own sentence, in lower case."""
    words = [t.text.lower() for t in draft.tree.tokens if filler.mention.span.covers(Span(t.start, t.end))]
    return words[-1] if words else ""


def _is_of_another_day(draft: Draft, rules: Grammar) -> bool:
    """Whether a sentence begins with a day before or after the one told of: "sehari sebelumnya"."""
    words = [token.text.lower() for token in draft.tree.tokens[:_OPENING]]
    shifted = (i for i, word in enumerate(words) if i and word in rules.marks.shifted)
    return any(words[i - 1] in rules.marks.spans for i in shifted)


def _is_spoken_of(draft: Draft, rules: Grammar) -> bool:
    """Whether a noun is the object of a verb that condemns or answers it."""
    place = draft.tree.tokens[draft.candidate.token]
    return place.deprel == "obj" and draft.tree.tokens[place.head].text.lower() in rules.marks.condemning


def _content(draft: Draft, rules: Grammar) -> frozenset[str]:
    """The plain forms of the full words behind an act of speech and below it up to a comma, less those of its sides."""
    own, tree = draft.candidate, draft.tree
    sides = [filler.mention.span for filler in (*draft.roles.actors, *draft.roles.recipients)]
    size = len(tree.tokens)
    end = next((i for i in range(own.last + 1, size) if tree.tokens[i].text == ","), size)
    inside = (tree.tokens[i] for i in tree.subtree(own.token) if own.last < i < end)
    below = (token for token in inside if token.upos in _FULL)
    told = (t for t in below if not any(span.start <= t.start < span.end for span in sides))
    return frozenset(rules.plain(token.text) for token in told)


def _hits_again(draft: Draft, rules: Grammar) -> bool:
    """Whether the object of a verb points back, and it is not hit once more ("kembali menyerang kota itu")."""
    own, tree = draft.candidate, draft.tree
    beside = (token.text.lower() for token in tree.tokens[max(0, own.first - _POINTER) : own.last + _POINTER])
    told = own.build is Build.ACTIVE and own.type is EventType.ASSAULT and rules.marks.anew.isdisjoint(beside)
    below = (word for i in tree.below(own.token, "obj") for word in tree.subtree(i))
    return told and any(tree.tokens[word].text.lower() in rules.marks.again for word in below)


def _hit_victims(draft: Draft, rules: Grammar) -> bool:
    """Whether a verb without a doer tells of nobody but "(para) korban", who are those told of before."""
    spans = [filler.mention.span for filler in draft.roles.recipients]
    named = {t.text.lower() for t in draft.tree.tokens if any(span.covers(Span(t.start, t.end)) for span in spans)}
    return (
        draft.candidate.build not in NOUNS and not draft.roles.actors and bool(named) and named <= rules.marks.victims
    )


def _is_lone(draft: Draft, event: Event, rules: Grammar) -> bool:
    """Whether talks have one side only, of which but the state is known, no partner, and not when they were held and
    where or are to be; or one side only judges what a noun points back to: "menyebut pertemuan itu produktif"."""
    held = event.date is not None and (event.place is not None or event.status is Status.FUTURE)
    if event.type not in MUTUAL or len(event.actors) != 1 or event.recipients or held:
        return False
    if points_back(draft, rules):
        return True
    named = event.actors[0].name is not None or event.actors[0].sector == "IGO"
    if event.type is not EventType.CONSULT or "visit" in event.modes or named:
        return False
    return not any(draft.tree.case(i) in rules.marks.partner for i in draft.tree.subtree(draft.candidate.token))


def _blow_before(draft: Draft, rules: Grammar) -> int | None:
    words = [token.text.lower() for token in draft.tree.tokens[: draft.candidate.first]]
    return max((i for i, word in enumerate(words) if word in rules.marks.blows), default=None)


def points_back(draft: Draft, rules: Grammar) -> bool:
    """Whether a noun means an act told before: "serangan itu", "melakukan serangan itu"."""
    own = draft.candidate
    behind = (token.text.lower() for token in draft.tree.tokens[own.last + 1 : own.last + 1 + _POINTER])
    noun = own.build in NOUNS or (own.first < own.last and draft.tree.tokens[own.last].upos == "NOUN")
    return noun and not rules.marks.again.isdisjoint(behind)


def reacts(draft: Draft, rules: Grammar) -> bool:
    """Whether an act is what somebody answers: "menanggapi serangan itu", "sebagai balasan atas serangan"."""
    own, tree = draft.candidate, draft.tree
    place = tree.tokens[own.token]
    words = [at for at in (own.first - 2, own.first - 1, place.head) if at >= 0]
    return own.build in NOUNS and any(tree.tokens[at].text.lower() in rules.marks.reacting for at in words)


def is_only_named(draft: Draft, earlier: Sequence[Draft], rules: Grammar) -> bool:
    """Whether a noun only points back to an act of its type told before, and its sentence says nothing new of it:
    "menyebut serangan itu pelanggaran"."""
    own = draft.candidate
    here = any(f.mention.sentence == own.sentence for f in (*draft.roles.actors, *draft.roles.recipients))
    bare = own.build in NOUNS and not (here or draft.time or draft.place) and points_back(draft, rules)
    return bare and any(one.candidate.type is own.type for one in earlier)


def _is_days_before(draft: Draft, rules: Grammar) -> bool:
    """Whether an act is told of as some time before what its sentence tells: "sehari setelah serangan X"."""
    words = [token.text.lower() for token in draft.tree.tokens]
    opening = next((i for i in range(draft.candidate.first - 1, 0, -1) if words[i] in rules.marks.apart), 0)
    between = draft.tree.tokens[opening + 1 : draft.candidate.first]
    return (
        opening > 0
        and words[opening - 1] in rules.marks.spans
        and not any(one.upos in ("VERB", "PUNCT") for one in between)
    )


def is_topic(draft: Draft, rules: Grammar) -> bool:
    """Whether a noun is only what is told or written about: "laporan tentang konflik antara A dan B"."""
    own = draft.candidate
    return own.build in NOUNS and draft.tree.case(own.token) in rules.marks.topics
