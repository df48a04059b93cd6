"""Who denies what: the claims that are acts of denial, and those that say what is denied.

"Taylor denied that he had received diamonds" holds both: the denying, which happened, and the receiving, which did not.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files

from graphkit.page.content import DENIED, NEGATED, Claim
from graphkit.page.picture import look

OBJECT = 5  # words behind a verb in which the head of its object stands


@cache
def _words() -> Mapping[str, frozenset[str]]:
    """Classes of ``graphkit/data/denials.tsv``."""
    lines = files("graphkit.data").joinpath("denials.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {name: frozenset(words.split()) for name, words in rows}


def with_denials(claims: list[Claim]) -> list[Claim]:
    """Claims with their `denier` and whether they are `denying`.

    What somebody denies in so many words is denied also where it lies in the future.
    """
    acts: dict[tuple[int | None, str], list[int | None]] = defaultdict(list)
    denying = {i: _doer(claim) for i, claim in enumerate(claims) if is_denying(claim)}
    for i, doer in denying.items():
        acts[_sentence(claims[i])].append(doer)
    found = []
    for i, claim in enumerate(claims):
        speaker = claim.said_by[0] if claim.said_by else None
        if i in denying:
            found.append(replace(claim, denier=denying[i], denying=True))
        elif claim.status in (DENIED, NEGATED) and claim.said_by and _is_outright(claim, speaker, acts):
            found.append(replace(claim, status=DENIED, denier=speaker, outright=True))
        else:
            found.append(replace(claim, denier=speaker) if claim.status == DENIED else claim)
    return found


def is_denying(claim: Claim) -> bool:
    """Whether a claim tells that somebody denies something that was said, rather than refuses somebody something."""
    facts, words = claim.facts, _words()
    predicate = str(facts.get("predicate") or "").replace(" ", "_")
    if claim.status != 0 or any(role == "recipient" for role, *_ in claim.parts):
        return False
    if predicate in words["dismissing"]:
        return _is_of_said(claim)
    return predicate in words["denying"]


def _is_of_said(claim: Claim) -> bool:
    """Whether the object, which begins right behind the verb, is something said: "rejected the latest accusations"."""
    if claim.trigger is None:
        return False
    nouns = _plain_words(_sentence(claim)[1][claim.trigger[1] :])[:OBJECT]
    return any(noun in _words()["said"] or noun.removesuffix("s") in _words()["said"] for noun in nouns)


def _doer(claim: Claim) -> int | None:
    return next((node for role, node, *_ in claim.parts if role in look()["toward_event"] and node is not None), None)


def _sentence(claim: Claim) -> tuple[int | None, str]:
    return claim.story, str(claim.facts.get("sentence") or "")


def _is_outright(claim: Claim, speaker: int | None, acts: Mapping[tuple[int | None, str], list[int | None]]) -> bool:
    """Whether the speaker is one of those who deny in the sentence; a denier who was not made out may be anybody.

    The verb alone must do where the sentence has no act of denial: the act may have been taken for a way of saying.
    """
    deniers = acts.get(_sentence(claim))
    if deniers is None:
        return claim.status == DENIED and not _words()["forms"].isdisjoint(_plain_words(_sentence(claim)[1]))
    return speaker in deniers or None in deniers


def _plain_words(text: str) -> list[str]:
    return [word.strip(".,;:’'\"“”()") for word in text.lower().split()]
