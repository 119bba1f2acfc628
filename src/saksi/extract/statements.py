"""Statements: who says what, in direct and indirect speech, and through which media it came."""

from dataclasses import replace
from itertools import pairwise

from saksi.extract.quotations import Quotation, find_quotations
from saksi.extract.statements_choice import choose
from saksi.extract.statements_cue import Cue
from saksi.extract.statements_cues import find_cues
from saksi.extract.statements_draft import SpokenDraft, statement_of
from saksi.extract.statements_line import Line
from saksi.extract.statements_media import passing
from saksi.extract.statements_speaker import Meant, Speakers
from saksi.extract.tree import Tree
from saksi.languages.loader import load
from saksi.languages.shape import Speech
from saksi.model.actor import Actor
from saksi.model.claim import Statement
from saksi.model.mention import ActorMention, Reading
from saksi.model.span import Span
from saksi.model.syntax import Sentence

_LONG = 4
"""Words from which on a quotation without a word of saying is taken for speech."""
_BRIEF = 24
"""Tokens up to which a sentence without a word of the speaker himself may belong to a quotation."""
_STOPS = frozenset(",.!?")
_OPENING = 2
"""Tokens of a sentence that opens with a quotation: its mark and its first word."""
_TURNED = 2
"""Sentences before a quotation that may tell of its speaker."""
_GAP = 4
"""Sentences without a word of saying that a quotation may go on for."""


def find_statements(reading: Reading) -> tuple[Statement, ...]:
    """The statements of an article in order of the text.

    The evidence is what was said; where the speaker comes first, it starts with his name and the word of saying.
    """
    drafts = _Finder(reading, load(reading.article.document.language or "id", "speech", Speech)).run()
    text = reading.article.document.text
    kept = [d for d in drafts if d.content]
    return tuple(statement_of(f"s{n}", draft, text) for n, draft in enumerate(kept, 1))


_Spoken = tuple[ActorMention | None, Actor | None, tuple[ActorMention, ...]]


class _Finder:
    """Goes through the sentences of one article and remembers who spoke last."""

    def __init__(self, reading: Reading, speech: Speech) -> None:
        self.reading = reading
        self.text = reading.article.document.text
        self.sentences = reading.parse.sentences
        self.speech = speech
        self.speakers = Speakers(reading, speech)
        self.quotations = [self._ended(q) for q in find_quotations(self.text)]
        self.taken: set[Span] = set()
        self.drafts: list[SpokenDraft] = []
        self.last: Actor | None = None
        self.single: Actor | None = None
        self.report: Actor | None = None
        self.open: list[int] = []
        """Sentences since the last cue that might be part of a quotation."""

    def run(self) -> list[SpokenDraft]:
        for number, sentence in enumerate(self.sentences):
            self._sentence(number, sentence)
        self._close(None)
        self._left_quotations()
        return sorted(self.drafts, key=lambda d: d.content[0] if d.content else Span(0, 1))

    def _sentence(self, number: int, sentence: Sentence) -> None:
        line = self._line(number, sentence)
        tree = Tree(sentence)
        drafts: list[SpokenDraft] = []
        found, media = passing(line, find_cues(line), self.speakers, tree)
        cues = choose(found, line.clauses())
        for cue in cues:
            draft = self._draft(line, cue, tree, drafts[-1] if drafts else None)
            if draft is not None and drafts and self._adds(line, cue, draft, drafts[-1]):
                drafts[-1].content += draft.content
            elif draft is not None:
                drafts.append(draft)
        passed = [who for first, who in media.items() if first not in {cue.first for cue in cues}]
        for draft in drafts:
            draft.via += tuple(who for who in passed if who not in (draft.who, *draft.via))
        if drafts:
            self._close(drafts[0])
            self.drafts += drafts
        elif cues:
            self.open.clear()
        elif not all(line.quoted):
            self.open.append(number)

    def _line(self, number: int, sentence: Sentence) -> Line:
        inside = [q.span for q in self.quotations if q.span.start < sentence.end and sentence.start < q.span.end]
        tokens = sentence.tokens
        quoted = (
            tuple(any(s.start <= t.start < s.end for s in inside) for t in tokens) if inside else (False,) * len(tokens)
        )
        return Line(number, tokens, tuple(t.text.lower() for t in tokens), quoted, self.speech)

    def _draft(self, line: Line, cue: Cue, tree: Tree, before: SpokenDraft | None) -> SpokenDraft | None:
        """The statement that a cue makes; before is the one that the same sentence made before it."""
        who, speaker, media = self._spoken(line, cue, tree, before)
        at = Span(line.tokens[cue.first].start, line.tokens[cue.last - 1].end)
        spans = [Span(line.tokens[a].start, line.tokens[b - 1].end) for a, b in cue.content if a < b]
        if not cue.follows and spans:
            spans[0] = Span(self._start(line, before, who, at, spans[0]), max(spans[0].end, at.end))
        draft = SpokenDraft(line.number, speaker, who, at, spans, line.lower[cue.first], cue.follows, media)
        if cue.back:
            self._take_back(draft, self.sentences[line.number])
        self._take_quotations(draft)
        draft.personal = cue.follows and self._personal(draft)
        if speaker is None and not draft.quoted:
            return None
        answered = before is not None and before.rule in self.speech.answering
        if not answered or draft.rule not in self.speech.owned:  # "X membantah klaim Y": the next "dia" is X
            self._remember(line, cue, who, speaker)
        return draft

    def _adds(self, line: Line, cue: Cue, draft: SpokenDraft, before: SpokenDraft) -> bool:
        """Whether a speaker only goes on with the same statement: "X mengatakan ... dan menambahkan bahwa ..."."""
        goes_on = cue.joined and line.word(line.adverbs_before(cue.first)) in self.speech.while_saying
        return goes_on and draft.rule in self.speech.adding and draft.speaker == before.speaker

    def _start(self, line: Line, before: SpokenDraft | None, who: ActorMention | None, cue: Span, told: Span) -> int:
        """Where a statement starts whose speaker comes first: with its sentence, or behind the cue before."""
        if before is None or before.cue is None:
            return line.tokens[0].start
        named = who.span.start if who is not None else cue.start
        return max(min(named, cue.start, told.start), before.cue.end)

    def _spoken(self, line: Line, cue: Cue, tree: Tree, before: SpokenDraft | None) -> _Spoken:
        """Who speaks: the mention that names him, the actor, and the media that the words came through."""
        others = self.speech.according | self.speech.owned  # words whose speaker is not the subject
        goes_on = cue.joined and before is not None and before.rule not in others
        if goes_on and before is not None and not self.speakers.apposed(line, cue.first):
            return before.who, before.speaker, self.speakers.media(line, cue, before.who)
        who = self.speakers.named(line, cue, tree)
        if who is None:
            return None, self._remembered(line, cue), self.speakers.media(line, cue, None)
        before_it = self._turned_to(line) or self.single
        if self.speakers.described(line, cue, who, before_it):
            return None, before_it, self.speakers.media(line, cue, None)
        if (cited := self.speakers.cited(line, who)) is not None:
            return cited, cited.actors[0], (who,)
        return who, who.actors[0], self.speakers.media(line, cue, who)

    def _remembered(self, line: Line, cue: Cue) -> Actor | None:
        """The speaker that a cue means without naming him."""
        meant = self.speakers.meant(line, cue)
        if meant is Meant.NOBODY:
            return None
        if meant is Meant.MEDIUM and (medium := self.speakers.medium(line.number)) is not None:
            return medium.actors[0]
        if meant is Meant.REPORT and self.report is not None:
            return self.report
        if meant is not Meant.ONE:
            return self.last
        return self._turned_to(line) or self.single or self.last

    def _turned_to(self, line: Line) -> Actor | None:
        """The person whom one of the sentences right before a quotation is about, if nobody speaks in them:
        'X mendesak ... "Kami siap," ujarnya.'"""
        opening = self._opening(line)
        if not (any(opening.quoted[:_OPENING]) or _speaks(line)):
            return None
        spoken = self.drafts[-1].sentence if self.drafts else -1
        before = range(opening.number - 1, max(spoken, opening.number - 1 - _TURNED, -1), -1)
        people = (self.speakers.person(self._line(number, self.sentences[number])) for number in before)
        return next(filter(None, people), None)

    def _opening(self, line: Line) -> Line:
        """The sentence in which the quotation began that a sentence opens in, else the sentence itself."""
        start = line.tokens[0].start
        quotation = next((q.span for q in self.quotations if q.span.start < start < q.span.end), None)
        number = line.number
        while quotation is not None and number > 0 and self.sentences[number].start > quotation.start:
            number -= 1
        return line if number == line.number else self._line(number, self.sentences[number])

    def _remember(self, line: Line, cue: Cue, who: ActorMention | None, speaker: Actor | None) -> None:
        self.last = speaker
        named = range(*cue.speaker) if cue.speaker and who is not None else range(0)
        if any(line.lower[n] in self.speech.report for n in named):
            self.report = speaker
        if who is None or who.sentence != line.number or not self.speakers.several(line, who):
            self.single = speaker

    def _ended(self, quotation: Quotation) -> Quotation:
        """A quotation that nobody closed ends at the word of saying that stands in it: "Kami siap, kata X."; or before
        a further sentence in which somebody else announces something."""
        if quotation.closed:
            return quotation
        said = self.speech.said | self.speech.said_already
        for sentence in self.sentences:
            if sentence.end <= quotation.span.start or sentence.start >= quotation.span.end:
                continue
            for before, token in pairwise(sentence.tokens):
                inside = quotation.span.start < before.start and token.end <= quotation.span.end
                if inside and before.text in _STOPS and token.text in said:
                    return Quotation(Span(quotation.span.start, before.end), True)
                told = token.text in self.speech.that and before.text in self.speech.say
                if told and quotation.span.start < sentence.start:
                    return Quotation(Span(quotation.span.start, sentence.start), True)
        return quotation

    def _take_back(self, draft: SpokenDraft, pointer: Sentence) -> None:
        """Gives a pointer ("Hal itu dikatakan X") what stands right before it, if nobody said it yet."""
        ending = [q.span for q in self.quotations if q.span.end <= pointer.start and q.span not in self.taken]
        if ending and not any(c.isalnum() for c in self.text[ending[-1].end : pointer.start]):
            draft.content.append(ending[-1])
        elif self.open and self.open[-1] == draft.sentence - 1:
            said = self.sentences[self.open.pop()]
            draft.content.append(Span(said.start, said.end))

    def _take_quotations(self, draft: SpokenDraft) -> None:
        """Widens what was said to the whole of the quotations that it touches."""
        told = sum(span.end - span.start for span in draft.content)
        for quotation in self._touching(draft.content):
            long = _words(quotation.span.within(self.text)) >= _LONG
            draft.quoted = draft.quoted or long or 2 * (quotation.span.end - quotation.span.start) > told
            draft.quoted = draft.quoted or self._right_behind(draft, quotation)
            self.taken.add(quotation.span)
            draft.content.append(quotation.span)

    def _right_behind(self, draft: SpokenDraft, quotation: Quotation) -> bool:
        """Whether a whole quotation follows the word of saying directly: 'X menjawab: "Kami siap."'."""
        if draft.cue is None or not draft.cue.end <= quotation.span.start:
            return False
        return not any(c.isalnum() for c in self.text[draft.cue.end : quotation.span.start])

    def _touching(self, spans: list[Span]) -> list[Quotation]:
        return [q for q in self.quotations if q.span not in self.taken and any(q.span.overlaps(s) for s in spans)]

    def _close(self, upcoming: SpokenDraft | None) -> None:
        """Gives the sentences since the last cue to the quotation that they go on with, if they sound like one."""
        gap, self.open = self.open[-_GAP:], []
        if not gap:
            return
        lines = [self._line(n, self.sentences[n]) for n in gap]
        personal = [
            any(w in self.speech.first_person and not q for w, q in zip(x.lower, x.quoted, strict=True)) for x in lines
        ]
        last = self.drafts[-1] if self.drafts else None
        if upcoming is not None and upcoming.follows and not upcoming.quoted:
            self._give(upcoming, gap, personal, lines, last)
        elif last is not None and last.follows and not last.quoted and personal[0]:
            count = next((n for n, one in enumerate(personal) if not one), len(gap))
            last.content += [Span(self.sentences[n].start, self.sentences[n].end) for n in gap[:count]]

    def _give(
        self, upcoming: SpokenDraft, gap: list[int], personal: list[bool], lines: list[Line], last: SpokenDraft | None
    ) -> None:
        first = next((n for n, one in enumerate(personal) if one), None)
        between = last is not None and last.speaker == upcoming.speaker and last.sentence == gap[0] - 1
        starts = lines[-1].lower[0] in self.speech.deictic if lines[-1].lower else False
        brief = all(len(one.lower) <= _BRIEF for one in lines)
        if between and brief and (first is not None or upcoming.personal):
            first = 0
        elif first is None and starts and (between or upcoming.personal) and len(lines[-1].lower) <= 16:
            first = len(gap) - 1
        if first is not None:
            upcoming.content += [Span(self.sentences[n].start, self.sentences[n].end) for n in gap[first:]]

    def _personal(self, draft: SpokenDraft) -> bool:
        words = " ".join(s.within(self.text).lower() for s in draft.content).split()
        return any(word.strip(",.") in self.speech.first_person for word in words)

    def _left_quotations(self) -> None:
        """Long quotations without a word of saying go on with the one before in their paragraph, or stand alone."""
        for quotation in self.quotations:
            if quotation.span in self.taken or _words(quotation.span.within(self.text)) < _LONG:
                continue
            before = [d for d in self.drafts if d.content and min(d.content) < quotation.span]
            if not before:
                continue
            last = max(before, key=lambda d: max(d.content))
            last_end = max(span.end for span in last.content)
            line_start = self.text.rfind("\n", 0, quotation.span.start) + 1
            if max(last.content).start >= line_start and last.follows:
                last.content.append(quotation.span)
            elif not any(c.isalnum() for c in self.text[max(line_start, last_end) : quotation.span.start]):
                self.drafts.append(
                    replace(last, who=None, cue=None, content=[quotation.span], rule="quotation", quoted=True, via=())
                )


def _speaks(line: Line) -> bool:
    """Whether the speaker himself speaks in a sentence."""
    return not line.speech.first_person.isdisjoint(line.lower)


def _words(text: str) -> int:
    return len(text.split())
