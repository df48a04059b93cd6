"""Places of a story: which place a name means."""

import re
from collections.abc import Iterable
from dataclasses import replace

from numpy import bool_
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from graphkit.extraction.gazetteer import state_words, states
from graphkit.extraction.layers import Actors, Spot
from graphkit.extraction.listed import listed
from graphkit.extraction.place_names import areas, cities, folded
from graphkit.extraction.places.choice import GREAT, Name, outer_of, resolved

LABELS = frozenset({"GPE", "LOC", "FAC"})
LEADING = 7  # tokens from a place to the land it is said to lie in
LED_IN = 50_000  # people of a city that is believed to be meant behind "in" whatever the pipeline took it for
UNSURE = frozenset({"", "NORP", "PRODUCT"})
ARTICLE = re.compile(r"^(?:the|The)\s+")


class Spots(tuple[Spot, ...]):
    """The places of a story, with the place at each token.

    Attributes
    ----------
    at
        Token index → index of its place.
    """

    at: dict[int, int]

    def __new__(cls, spots: Iterable[Spot] = ()) -> "Spots":
        """Tuple of the spots."""
        made = super().__new__(cls, spots)
        made.at = {
            token: number
            for number, spot in enumerate(made)
            for start, end in spot.mentions
            for token in range(start, end)
        }
        return made


def find_places(doc: Doc, actors: Actors, *, country: str | None = None) -> Spots:
    """Places that a story names, each once, in the order of their first mention.

    A name that could mean several places and that neither the story nor the size of the places decides has no
    coordinates; so has one that the tables do not know.

    Parameters
    ----------
    doc
        The parsed story.
    actors
        Who is in the story: what is a person or an organisation there is no place.
    country
        ISO code of the country that the story is from, if known.
    """
    names = sorted(place_names(doc, actors) + unmarked_names(doc, actors), key=lambda name: name.start)
    named = {
        entry.country
        for name in names
        if doc[name.end - 1].dep_ != "compound"  # "US envoys" speak of no place
        for entry in areas().get(folded(name.text), ())[:1]
        if entry.country
    }
    grouped: dict[tuple[str, str], tuple[Spot, list[tuple[int, int]]]] = {}
    decided: dict[tuple[str, str | None], Spot] = {}
    outer: Spot | None = None  # what the city before the comma lies in
    for name in names:
        if outer is not None:
            decided[(name.text, name.inside)] = outer
            outer = None
        known = (name.text, name.inside)
        spot = decided.get(known) or (decided.get((name.text, None)) if name.inside is None else None)
        if spot is None:
            spot = decided[known] = resolved(name, named, country)
            decided.setdefault((name.text, None), spot)
        if name.inside and name.comma and spot.precision == "city":
            outer = outer_of(name.inside, spot)
        key = (str(spot.geonames_id or ""), folded(spot.name) if spot.geonames_id is None else "")
        grouped.setdefault(key, (spot, []))[1].append((name.start, name.end))
    return Spots(replace(spot, mentions=tuple(mentions)) for spot, mentions in grouped.values())


def place_names(doc: Doc, actors: Actors) -> list[Name]:
    """Names that the pipeline marked as places and that are no person and no organisation."""
    out: list[Name] = []
    entities = doc.ents
    for number, entity in enumerate(entities):
        start, end = entity.start, entity.end
        if entity.label_ not in LABELS and not _is_region(doc, start, end, entity.label_):
            continue
        if doc[end - 1].lower_ in ("'s", "’s", "'"):
            end -= 1
        if start < end and doc[start].lower_ == "the":
            start += 1
        label = entity.label_ if entity.label_ in LABELS else "GPE"
        if start >= end or _is_actor(actors, start, end, label):
            continue
        following = entities[number + 1] if number + 1 < len(entities) else None
        inside, comma = None, False
        if following is not None and following.label_ == "GPE" and following.start == end + 1 and doc[end].text == ",":
            inside, comma = following.text, True
        elif start > 1 and doc[start - 1].tag_ == "POS" and doc[start - 2].ent_type_ == "GPE":
            inside = doc[start - 2].text
        else:
            inside = _lies_in(doc, start, end)
        if end < len(doc) and doc[end].lower_ in listed("region_nouns") and doc[end - 1].head.i == end:
            end += 1
        out.append(Name(start, end, ARTICLE.sub("", doc[start:end].text.replace("\n", " ")), inside, comma))
    return out


def _lies_in(doc: Doc, start: int, end: int) -> str | None:
    """Name of the land that the words around a place put it in: "the Greek town of X", "X, a town in western Kenya"."""
    if start > 2 and doc[start - 1].lower_ == "of" and doc[start - 2].lemma_ in listed("place_nouns"):
        known = state_words().get(doc[start - 3].text)
        if known is not None and known.code is not None and known.sense == "adjective":
            return states()[known.code].name
    stated = False
    for i in range(end, min(len(doc), end + LEADING)):
        word = doc[i].lower_
        if doc[i].ent_type_ == "GPE":
            return doc[i].text if stated and doc[i].ent_iob == 3 and folded(doc[i].text) in areas() else None
        stated = stated or word == "in" or word in listed("compass")
        if not (word in (",", "in", "a", "an") or word in listed("compass") or doc[i].lemma_ in listed("place_nouns")):
            return None
    return None


def unmarked_names(doc: Doc, actors: Actors) -> list[Name]:
    """Names after "in" or "near" that the pipeline took for something else, where the tables know a big place."""
    columns = doc.to_array(["TAG", "DEP"])
    proper = columns[:, 0] == doc.vocab.strings["NNP"]
    wanted = proper & (columns[:, 1] == doc.vocab.strings["pobj"])
    out = _before_sites(doc, proper & (columns[:, 1] == doc.vocab.strings["compound"]))
    for index in map(int, wanted.nonzero()[0]):
        token = doc[index]
        start = index
        while start and doc[start - 1].dep_ == "compound" and doc[start - 1].head.i == index:
            start -= 1
        moved = token.ent_type_ == "PERSON" and start == index and _is_entered(token)
        called = _is_called(token)  # "the town of X" is a place whatever the pipeline took X for
        led_in = token.ent_type_ in UNSURE and token.head.lower_ in listed("leads_to_place")
        if token.ent_type_ in LABELS or not (called or moved or (led_in and not _is_actor(actors, start, index + 1))):
            continue
        text = doc[start : index + 1].text
        key = folded(text)
        if called or key in areas() or max((city.population for city in cities(key)), default=0) >= LED_IN:
            out.append(Name(start, index + 1, text, _lies_in(doc, start, index + 1)))
    return out


def _is_region(doc: Doc, start: int, end: int, label: str) -> bool:
    """Whether a supposed body is a land of the tables that something is in: "in Emilia-Romagna"."""
    if label != "ORG" or not start or doc[start - 1].lower_ not in ("in", "across", "throughout"):
        return False
    return folded(doc[start:end].text) in areas()


def _before_sites(doc: Doc, wanted: NDArray[bool_]) -> list[Name]:
    """Big cities before what stands in them, taken for a body: "at Lyon market"."""
    out: list[Name] = []
    for index in map(int, wanted.nonzero()[0]):
        token = doc[index]
        site = token.head
        if token.ent_type_ not in ("", "ORG") or site.i != index + 1 or site.text not in listed("sites"):
            continue
        if site.dep_ != "pobj" or site.head.lower_ not in ("at", "in", "near", "outside"):
            continue
        if any(city.own and city.population >= GREAT for city in cities(folded(token.text))):
            out.append(Name(index, index + 1, token.text))
    return out


def _is_entered(name: Token) -> bool:
    """Whether somebody is in, comes to or leaves what was taken for a person of one name: "withdrew from Kherson"."""
    word, verb = name.head.lower_, name.head.head
    if word in ("in", "near", "outside", "around") and name.head.dep_ == "prep":
        return True
    return word in ("from", "to", "into") and verb.lemma_ in listed("arrivals") | listed("origins")


def _is_called(name: Token) -> bool:
    """Whether the words before say what kind of place the name is: "the town of X"."""
    of = name.head
    if of.lower_ != "of" or of.head.lemma_ not in listed("place_nouns"):
        return False
    return any(child.lower_ in ("the", "a", "an") for child in of.head.children)


def _is_actor(actors: Actors, start: int, end: int, label: str = "") -> bool:
    """Whether the story's actors say that the words name a person or an organisation.

    A city or a land that acts (GPE) is both, an organisation and a place.
    """
    others = ("person",) if label == "GPE" else ("person", "organization")
    return any(
        actors.chains[chain].kind in others
        for token in range(start, end)
        if (chain := actors.by_head.get(token)) is not None
    )
