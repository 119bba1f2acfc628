"""Events: from candidates through roles, status and setting to the acts that an article tells of."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from saksi.extract.answers import with_answers
from saksi.extract.befallen import borne_out
from saksi.extract.blamed import blames_nobody
from saksi.extract.candidates import Candidate, find_candidates
from saksi.extract.cast import Cast
from saksi.extract.charged import only_charges
from saksi.extract.codes import contexts, modes
from saksi.extract.dating import dated_sentences
from saksi.extract.demands import demanding
from saksi.extract.draft import Draft
from saksi.extract.fillers import SUBJECT, Filler, Roles, sides
from saksi.extract.frames import NOUNS, Build
from saksi.extract.holding import describes_place
from saksi.extract.hosts import with_host, with_struck_states, without_planned
from saksi.extract.judged import is_answered, without_judges
from saksi.extract.launches import as_test
from saksi.extract.logistic import Logistic, shipped
from saksi.extract.merge import merge
from saksi.extract.naming import calls_no_names
from saksi.extract.occasions import with_days
from saksi.extract.ordered import with_orders
from saksi.extract.owned_up import with_owners
from saksi.extract.plainly import told_plainly
from saksi.extract.protests import against_governments
from saksi.extract.quotations import find_quotations
from saksi.extract.results import with_results
from saksi.extract.roles import cast_roles
from saksi.extract.scenes import scenes
from saksi.extract.setting import planned_for, when
from saksi.extract.status import governed_by_unreal, judge_dated
from saksi.extract.telling import is_only_named, is_topic, telling
from saksi.extract.tree import Tree
from saksi.extract.untold import is_untold
from saksi.extract.urged import is_idle, urged_verb
from saksi.extract.weighing import features
from saksi.extract.zones import Grammar, grammar
from saksi.languages.loader import load
from saksi.languages.shape import StatusWords
from saksi.model.claim import Event, Words
from saksi.model.codes import SPOKEN, EventType, Status
from saksi.model.mention import Reading
from saksi.model.span import Evidence, Span

_ASKING = frozenset({EventType.REQUEST, EventType.REJECT, EventType.THREATEN, EventType.AGREE})
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "obj"})
_CLAUSES = frozenset({"advcl", "acl"})
_RELATIVE = 3
"""Words before a verb among which the one stands that opens its relative clause."""
_SCARE = 25
"""Characters of a quotation that only sets a word off ("dinetralkan")."""


def find_events(reading: Reading, language: str) -> tuple[Event, ...]:
    """The events of an article in the order of the text, without claimants."""
    return choose_events(draft_events(reading, language), reading, language, shipped("events"))


def choose_events(drafts: Sequence[Draft], reading: Reading, language: str, model: Logistic) -> tuple[Event, ...]:
    """The drafts that the model takes for events, of several at the same words the likeliest; those of one act made
    one, numbered in the order of the text."""
    rules = grammar(language)
    scored = [(model.odds(features(draft, drafts))["event"], draft) for draft in drafts]
    weighed = [(demanding(odds, model.threshold, draft, rules), draft) for odds, draft in with_orders(scored, rules)]
    likely = [(odds, draft) for odds, draft in weighed if odds >= model.threshold]
    likely += [(model.threshold, draft) for draft in borne_out(weighed, model.threshold, rules)]
    likely += [(model.threshold, draft) for draft in told_plainly(weighed, model.threshold)]
    likely.sort(key=lambda one: (one[1].candidate.sentence, one[1].candidate.first))
    chosen = [(o, d) for o, d in likely if not any(more > o and _same_words(other, d) for more, other in likely)]
    spoken = [draft for _, draft in chosen if draft.candidate.type in _ASKING]
    chosen = [(o, d) for o, d in chosen if not any(_is_asked(d, other, rules) for other in spoken)]
    chosen = [(o, d) for o, d in chosen if not any(_is_purpose(d, other, rules) for _, other in chosen)]
    chosen = [(o, d) for o, d in chosen if not any(_is_agreed(d, other, rules) for _, other in chosen)]
    chosen = [(o, d) for o, d in chosen if not any(_announces(d, other) for _, other in chosen)]
    chosen = [(o, d) for o, d in chosen if not any(_is_held(d, other, rules) for _, other in chosen)]
    status = load(language, "status", StatusWords)
    told = with_results([with_host(without_planned(draft, status)) for _, draft in chosen], drafts, rules)
    told = with_answers(with_owners(told, reading, rules), drafts, rules)
    told = with_days(told, reading, language)
    kept = [
        (odds, without_judges(_without_fallen(draft, told, rules), told, rules))
        for number, ((odds, _), draft) in enumerate(zip(chosen, told, strict=True))
        if not is_answered(draft, told, rules) and not is_only_named(draft, told[:number], rules)
    ]
    acts = against_governments([(draft, as_event(draft, reading, language, odds)) for odds, draft in kept], rules)
    events = with_struck_states(merge(telling(draft, event, rules) for draft, event in acts))
    ordered = sorted(events, key=lambda event: event.evidence[0].start)
    return tuple(replace(event, id=f"e{number}") for number, event in enumerate(ordered, 1))


def _same_words(one: Draft, other: Draft) -> bool:
    return one.candidate.span.overlaps(other.candidate.span)


def _is_asked(draft: Draft, speech: Draft, rules: Grammar) -> bool:
    """Whether a verb tells what an act of speech demands, refuses or threatens ("menolak menemui X" is no meeting), or
    a noun what is promised ("menjanjikan bantuan"). A deed denied stays, negated, and an agreement sought, which is a
    step towards it."""
    own, verb, tree = draft.candidate, speech.candidate, draft.tree
    stays = draft.verdict.status is Status.NEGATED or own.type is EventType.AGREE
    if own.sentence == verb.sentence and own.build in NOUNS and _is_threatened(own, verb, tree):
        return True
    if own.sentence != verb.sentence or stays:
        return False
    at, beside = own.token, tree.tokens[own.token].deprel == "conj"
    promised = verb.type is EventType.AGREE and verb.entry is not None
    if _announces(speech, draft):
        return False
    if (own.build in NOUNS) != promised:
        return False
    shared = beside and own.type is EventType.SUPPORT and bool(tree.below(tree.tokens[at].head, "nsubj"))
    if own.type in SPOKEN and own.first and tree.tokens[own.first - 1].upos == "CCONJ" and not shared:
        return False  # "menolak mediasi dan menuntut X ...", whatever the tree makes of it
    if beside and (own.type not in SPOKEN or shared):
        at = tree.tokens[at].head  # "ingin Jerman mencabut sanksi dan mendukung Suriah"
    noun = tree.tokens[at].head
    said = tree.tokens[at].deprel in _CLAUSES and tree.case(at) in rules.marks.contents
    if verb.type is EventType.REJECT and said and tree.tokens[noun].text.lower() in rules.marks.planned:
        at = noun  # "menolak rencana PBB untuk mengirim pasukan"
    if verb.type is EventType.THREATEN and verb.last < own.first:
        between = {token.text.lower() for token in tree.tokens[verb.last + 1 : own.first]}
        if between and between <= rules.marks.intending:
            return True  # "mengancam akan menyerang", whatever the tree makes of it
    asks = tree.tokens[at].deprel in _COMPLEMENTS and verb.first <= tree.tokens[at].head <= verb.last
    return asks or (own.token != verb.token and urged_verb(verb, tree, rules) == own.token)


def _is_threatened(own: Candidate, verb: Candidate, tree: Tree) -> bool:
    """Whether a noun is the object of what a verb threatens to do: "mengancam akan mengaktifkan kembali sanksi"."""
    place = tree.tokens[own.token]
    if verb.type is not EventType.THREATEN or place.deprel != "obj" or place.head <= verb.first:
        return False
    if place.head <= verb.last:
        return True  # "mengancam menunda kesepakatan"
    clause = tree.tokens[place.head]
    return clause.deprel in _COMPLEMENTS and verb.first <= clause.head <= verb.last


def _is_purpose(draft: Draft, deed: Draft, rules: Grammar) -> bool:
    """Whether a verb tells what a deed is for, and is none of its own: "menembakkan gas air mata untuk mengusir X"."""
    own, other, tree = draft.candidate, deed.candidate, draft.tree
    spoken = other.type in SPOKEN or other.type is EventType.AGREE
    if own.sentence != other.sentence or own.build in NOUNS or own.mutual or spoken:
        return False
    place = tree.tokens[own.token]
    below = place.deprel in {*_CLAUSES, "nmod"} and other.first <= place.head <= other.last
    return below and tree.case(own.token) in rules.marks.purpose


def _is_agreed(draft: Draft, deal: Draft, rules: Grammar) -> bool:
    """Whether a noun names what a verb behind it says was agreed ("gencatan senjata yang disepakati X dan Y"), or talks
    only what somebody offers to mediate in ("bersedia memfasilitasi perundingan")."""
    own, other, tokens = draft.candidate, deal.candidate, draft.tree.tokens
    if own.sentence != other.sentence:
        return False
    if own.type is EventType.CONSULT and other.type is EventType.AGREE:
        verb = own.token if own.build not in NOUNS else tokens[own.token].head
        return tokens[verb].text.lower() in rules.mediating and tokens[verb].head == other.token
    if own.build not in NOUNS or own.type is not EventType.RETREAT:
        return False
    place = draft.tree.tokens[other.token]
    return other.type is EventType.AGREE and place.deprel == "acl" and own.first <= place.head <= own.last


def _announces(draft: Draft, deed: Draft) -> bool:
    """Whether a verb that only the ear takes for a promise announces a deed: "mengumumkan pengiriman 200 tentara"."""
    own, noun = draft.candidate, deed.candidate
    place = deed.tree.tokens[noun.token]
    promised = own.type is EventType.AGREE and own.entry is None and noun.type is EventType.MOBILIZE
    return promised and own.sentence == noun.sentence and place.deprel == "obj" and place.head == own.token


def _is_held(draft: Draft, talks: Draft, rules: Grammar) -> bool:
    """Whether a clause only says that talks are held that a noun before it names ("perundingan yang sedianya digelar di
    X dibatalkan"), or what its verb is for that tells of them with all their sides ("terbang ke X untuk berunding
    dengan Y")."""
    own, other, tree = draft.candidate, talks.candidate, draft.tree
    if own.sentence != other.sentence or {own.type, other.type} != {EventType.CONSULT} or own.build in NOUNS:
        return False
    opening = range(max(other.last + 1, own.first - _RELATIVE), own.first)
    if other.build in NOUNS and any(tree.tokens[i].text.lower() in rules.marks.relative for i in opening):
        return True
    place = tree.tokens[own.token]
    if not other.first <= place.head <= other.last:
        return False
    purpose = place.deprel in {"advcl", "xcomp"} and tree.case(own.token) in rules.marks.purpose
    return purpose and {*sides(draft.roles)[0]} <= {*sides(talks.roles)[0]}


def _without_fallen(draft: Draft, others: Sequence[Draft], rules: Grammar) -> Draft:
    """The draft without its sides where its sentence tells of a clash: who falls in one is no side of it."""
    own = draft.candidate
    clashes = (d for d in others if d.candidate.mutual and len(d.roles.actors) > 1 and not is_topic(d, rules))
    near = [d for d in clashes if (d.candidate.sentence, d.candidate.type) == (own.sentence, own.type)]
    doers = set(sides(draft.roles)[0])
    did = own.build is Build.ACTIVE and any(set(one.how.split()) >= SUBJECT for one in draft.roles.actors)
    part = not did and any(doers <= set(sides(d.roles)[0]) or _fell_in(draft, d) for d in near)
    return replace(draft, roles=Roles()) if part and not own.mutual else draft


def _fell_in(draft: Draft, clash: Draft) -> bool:
    """Whether a verb tells who fell in the clash that it governs: "tewas dalam bentrokan"."""
    return draft.tree.tokens[clash.candidate.token].head == draft.candidate.token < clash.candidate.first


def draft_events(reading: Reading, language: str) -> list[Draft]:
    """All that may be an event in an article, with everything found out about it."""
    rules, roles, dating = grammar(language), shipped("roles"), shipped("dating")
    cast = Cast(reading.actors, reading.parse.utterances)
    trees = [Tree(sentence) for sentence in reading.parse.sentences]
    quotations = [one.span for one in find_quotations(reading.article.document.text) if one.closed]
    quoted = [span for span in quotations if span.end - span.start > _SCARE]
    candidates = find_candidates(reading.parse.triggers, trees, language)
    candidates = [c for c in candidates if not is_idle(c, trees[c.sentence], cast, rules)]
    candidates = [c for c in candidates if not only_charges(c, trees[c.sentence], rules)]
    candidates = [c for c in candidates if not blames_nobody(c, trees[c.sentence], cast, rules)]
    candidates = [c for c in candidates if not calls_no_names(c, trees[c.sentence], rules)]
    candidates = [c for c in candidates if not describes_place(c, trees[c.sentence], rules)]
    timed = dated_sentences(reading, trees, candidates, language)
    day = reading.article.document.published
    places = scenes(candidates, trees, reading.places, language)
    drafts = []
    for candidate, place in zip(candidates, places, strict=True):
        tree = trees[candidate.sentence]
        likely = when(candidate, timed[candidate.sentence], dating)
        verdict, time = judge_dated(candidate, tree, likely, day, language)
        if verdict.status is Status.FUTURE:
            time = planned_for(candidate, timed[candidate.sentence], time)
        drafts.append(
            Draft(
                candidate,
                tree,
                cast_roles(candidate, trees, cast, rules, roles),
                verdict,
                time,
                place,
                governed_by_unreal(candidate, tree, language),
                any(span.covers(candidate.span) for span in quoted),
                len(trees),
            )
        )
    drafts = [as_test(draft, rules) for draft in drafts]
    return [draft for draft in drafts if not is_untold(draft, rules, language)]


def as_event(draft: Draft, reading: Reading, language: str, score: float) -> Event:
    """The event that a draft tells of; its evidence is the whole sentence, its words are exact."""
    candidate, tree, text = draft.candidate, draft.tree, reading.article.document.text
    sentence = tree.sentence
    actors, recipients = sides(draft.roles)
    return Event(
        id="",
        type=candidate.type,
        evidence=(Evidence.of(text, Span(sentence.start, sentence.end)),),
        status=draft.verdict.status,
        rule=candidate.rule,
        modes=modes(candidate, tree, language),
        contexts=contexts(tree, language),
        actors=actors,
        recipients=recipients,
        date=draft.time.value if draft.time else None,
        place=draft.place.place if draft.place else None,
        words=_words(draft, text),
        score=round(score, 3),
    )


def _words(draft: Draft, text: str) -> Words:
    words: Words = {"trigger": (Evidence.of(text, draft.candidate.span),)}
    for role, fillers in (("actors", draft.roles.actors), ("recipients", draft.roles.recipients)):
        if fillers:
            words[role] = tuple(_evidence(text, fillers))
    if draft.time:
        words["date"] = (Evidence.of(text, draft.time.span),)
    if draft.place:
        words["place"] = (Evidence.of(text, draft.place.span),)
    if draft.verdict.token is not None:
        cue = draft.tree.tokens[draft.verdict.token]
        words["status"] = (Evidence(cue.start, cue.end, text[cue.start : cue.end]),)
    return words


def _evidence(text: str, fillers: Iterable[Filler]) -> Iterable[Evidence]:
    return (Evidence.of(text, filler.mention.span) for filler in fillers)
