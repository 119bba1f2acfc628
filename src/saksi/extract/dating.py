"""What speaks for and against a time's being that of an event: the features of a logistic model that decides.

Its weights are learned by `training/dating.py` from annotated articles; they ship as extract/data/dating.json.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from saksi.extract.candidates import Candidate
from saksi.extract.frames import NOUNS
from saksi.extract.tree import Tree
from saksi.languages.loader import load
from saksi.languages.shape import RoleMarks, Speech
from saksi.languages.shape_places import SettingWords
from saksi.model.codes import SPOKEN, Status
from saksi.model.mention import Reading, TimeMention

OWN = "own"
"""The class of times that are the event's own."""
_GRAINS = {4: "year", 7: "month", 10: "day"}
_FAR = 10
_LIKELY = 0.5


@dataclass(frozen=True, slots=True)
class Dated:
    """What the times of one sentence are weighed by. times: its resolved ones; candidates: all of the sentence; said:
    the tokens of words of speech; day: of publication, ISO 8601; since: words that open a clause of what began;
    rank: words of what had no equal for a span of time."""

    tree: Tree
    times: Sequence[TimeMention]
    candidates: Sequence[Candidate]
    said: Sequence[int]
    day: str | None
    since: frozenset[str]
    rank: SettingWords


def dated_sentences(
    reading: Reading, trees: Sequence[Tree], candidates: Sequence[Candidate], language: str
) -> list[Dated]:
    """The sentences of an article with their candidates and their times but those of a source's report."""
    speech, setting = load(language, "speech", Speech), load(language, "setting", SettingWords)
    since = load(language, "roles", RoleMarks).since
    saying = {*speech.said, *speech.say, *speech.said_already}
    times: list[list[TimeMention]] = [[] for _ in trees]
    told: list[list[Candidate]] = [[] for _ in trees]
    for time in reading.times:
        tree = trees[time.sentence]
        if time.value and not _of_report(time, tree, setting.sources) and not _of_law(time, tree, setting.laws):
            times[time.sentence].append(time)
    for candidate in candidates:
        told[candidate.sentence].append(candidate)
    said = [[i for i, token in enumerate(tree.tokens) if token.text.lower() in saying] for tree in trees]
    day = reading.article.document.published
    return [Dated(*parts, day, since, setting) for parts in zip(trees, times, told, said, strict=True)]


def _of_report(time: TimeMention, tree: Tree, sources: Collection[str]) -> bool:
    """Whether a time is set off right behind the name of a source ("menurut The Guardian, Jumat (29/8), ..."), or the
    source opens the sentence ("Melansir Reuters pada Minggu, ...")."""
    token = tree.token_at(time.span)
    if token < 2:
        return False
    mark = token - (tree.tokens[token].text != "(")
    opened = tree.tokens[0].text.lower() in sources and _closes(time, tree) and tree.tokens[mark].upos == "ADP"
    if tree.tokens[mark].text not in (",", "(") and not opened:
        return False
    return _behind(tree, mark, sources, ("VERB", "ADP", "PUNCT"))


def _closes(time: TimeMention, tree: Tree) -> bool:
    """Whether a comma follows a time."""
    behind = next((token for token in tree.tokens if token.start >= time.span.end and token.text != ")"), None)
    return behind is not None and behind.text == ","


def _of_law(time: TimeMention, tree: Tree, laws: Collection[str]) -> bool:
    """Whether a time belongs to the name of a law: "Konvensi Wina tentang Hubungan Diplomatik tahun 1961"."""
    token = tree.token_at(time.span)
    return token > 0 and tree.tokens[token - 1].upos != "ADP" and _behind(tree, token, laws, ("VERB", "PUNCT"))


def _behind(tree: Tree, token: int, words: Collection[str], stops: Collection[str]) -> bool:
    """Whether one of the words stands before a token, with no word of a class that stops between."""
    for at in range(token - 1, max(token - 1 - _FAR, -1), -1):
        if tree.tokens[at].text.lower() in words:
            return True
        if tree.tokens[at].upos in stops and (not at or tree.tokens[at - 1].text.lower() not in words):
            return False
    return False


def weigh_times(candidate: Candidate, sentence: Dated) -> list[Mapping[str, float]]:
    """For each time of the sentence what is known of how it stands to the candidate, by name."""
    tree = sentence.tree
    tokens = [tree.token_at(time.span) for time in sentence.times]
    steps = [tree.distance(candidate.token, token) for token in tokens]
    gaps = [abs(token - candidate.token) for token in tokens]
    found: list[Mapping[str, float]] = []
    for index, (time, token) in enumerate(zip(sentence.times, tokens, strict=True)):
        features = {
            "bias": 1.0,
            "nearest": float(steps[index] == min(steps)),
            "nearest.gap": float(gaps[index] == min(gaps)),
            "alone": float(len(tokens) == 1),
            "first": float(index == 0),
            f"type.{candidate.type}": 1.0,
        }
        features |= _way(candidate, tree, token, steps[index])
        features |= _claimed(candidate, sentence, token, steps[index])
        features |= _meaning(candidate, tree, token, time.value or "", sentence.day)
        found.append({name: value for name, value in features.items() if value})
    return found


def _way(candidate: Candidate, tree: Tree, token: int, steps: int) -> dict[str, float]:
    """How far it is from the candidate to the time, and what lies between."""
    first, last = sorted((token, candidate.token))
    between = tree.tokens[first + 1 : last]
    noun, away = candidate.build in NOUNS, min(steps, _FAR) / _FAR
    return {
        "steps": away,
        "noun.steps": noun * away,
        f"steps.{steps}": float(steps <= 3),
        "gap": min(last - first, 3 * _FAR) / _FAR,
        "before": float(token < candidate.token),
        "noun.before": float(noun and token < candidate.token),
        "noun.after": float(noun and token > candidate.token),
        "noun": float(noun),
        "commas": min(sum(t.text == "," for t in between), 3) / 3,
        "verbs": min(sum(t.upos == "VERB" for t in between), 4) / 4,
        "opens": float(token <= 1),
        "closes": float(token >= len(tree.tokens) - 3),
    }


def _claimed(candidate: Candidate, sentence: Dated, token: int, steps: int) -> dict[str, float]:
    """Whether another act or a word of speech stands nearer to the time."""
    tree, spoken = sentence.tree, candidate.type in SPOKEN
    rivals = [c for c in sentence.candidates if c.token != candidate.token and c.heard >= _LIKELY]
    ways = [tree.distance(rival.token, token) for rival in rivals]
    speech = any(tree.distance(word, token) <= 1 for word in sentence.said if word != candidate.token)
    return {
        "closer": float(any(way < steps for way in ways)),
        "nearer": float(any(abs(rival.token - token) < abs(candidate.token - token) for rival in rivals)),
        "owned": float(any(way <= 1 for way in ways)),
        "speech": float(speech),
        "speech.spoken": float(speech and spoken),
        "speech.future": float(speech and _status(candidate) is Status.FUTURE),
    }


def _meaning(candidate: Candidate, tree: Tree, token: int, value: str, day: str | None) -> dict[str, float]:
    """How fine the time is, whether it lies ahead, and the preposition before it."""
    grain = "range" if "/" in value else _GRAINS.get(len(value), "other")
    status = _status(candidate)
    ahead = day is not None and value[: len(day)] > day[: len(value)]
    before = tree.tokens[token - 1] if token else None
    marked = before is not None and before.upos in ("ADP", "SCONJ")
    return {
        f"grain.{grain}": 1.0,
        f"grain.{grain}.spoken": float(candidate.type in SPOKEN),
        f"after.{before.text.lower() if before else ''}": float(marked),
        "ahead": float(ahead),
        f"ahead.{status}": float(ahead),
        "today": float(value == day),
        f"today.{status}": float(value == day),
    }


def _status(candidate: Candidate) -> Status:
    """The status that the model hears."""
    return max(candidate.status, key=lambda one: one[1])[0] if candidate.status else Status.ACTUAL
