"""The graph's closed vocabulary: labels, relationship types, their ends and properties.

Labels and types are written into Cypher text, so only names of this module are ever used there.
"""

from collections.abc import Mapping
from typing import Literal

Label = Literal["Story", "Mention", "Event", "Actor", "Place"]

QUADS: Mapping[str, int] = {
    "AGREE": 1,
    "CONSULT": 1,
    "SUPPORT": 1,
    "CONCEDE": 1,
    "COOPERATE": 2,
    "AID": 2,
    "RETREAT": 2,
    "REQUEST": 3,
    "ACCUSE": 3,
    "REJECT": 3,
    "THREATEN": 3,
    "PROTEST": 4,
    "SANCTION": 4,
    "MOBILIZE": 4,
    "COERCE": 4,
    "ASSAULT": 4,
    "STATEMENT": 0,
    "ATTEND": 0,
    "OTHER": 0,
}
"""Event type -> quad class (PLOVER 0.8): 1 verbal, 2 material cooperation, 3 verbal, 4 material conflict; 0 neutral."""

EVENT_TYPES: tuple[str, ...] = tuple(QUADS)

NODE_PROPERTIES: Mapping[Label, tuple[str, ...]] = {
    "Story": ("id", "name", "url", "publisher", "published", "language", "cluster"),
    "Mention": (
        *("id", "name", "event_type", "mode", "context", "objects", "voice", "sentence", "start", "end", "trigger"),
        *("predicate", "polarity", "certainty", "tense", "quoted", "confidence", "rule", "version"),
    ),
    "Event": (
        *("id", "name", "event_type", "mode", "quad", "named", "date_from", "date_to", "date_precision"),
        *(
            "date_source",
            "asserted",
            "n_mentions",
            "n_stories",
            "n_publishers",
            "n_independent",
            "n_denied",
            "n_planned",
        ),
    ),
    "Actor": ("id", "name", "kind", "aliases", "country", "wikidata", "sector"),
    "Place": ("id", "name", "country", "lat", "lon", "precision", "geonames_id"),
}

LABELS: tuple[Label, ...] = tuple(NODE_PROPERTIES)

HIDDEN: Mapping[Label, tuple[str, ...]] = {"Story": ("record", "digest", "touches")}
"""What a store keeps for itself: the compressed record, its fingerprint, the actors, events and places it touches."""

LISTS = frozenset({"context", "objects", "aliases"})

META = "GraphkitStore"
"""Label of the one node that holds a store's revision and its judgements in Cypher stores."""

EDGE_PROPERTIES = (
    *("predicate", "role", "asserted", "n_mentions", "n_stories", "n_independent", "first_seen", "last_seen"),
    "confidence",
)
"""`n_independent` counts copies and updates of one text once."""

REL_PROPERTIES: Mapping[str, tuple[str, ...]] = {
    "CONTAINS": (),
    "OF": (),
    "SAID_BY": (),
    "PARTICIPANT": ("role", "text", "start", "end"),
    "AT": (),
    "PART_OF": (),
    "AFFILIATED_WITH": ("position", "since", "until"),
    "JUDGED": ("verdict", "score", "by", "at"),
    **dict.fromkeys(EVENT_TYPES, EDGE_PROPERTIES),
}

REL_ENDS: Mapping[str, tuple[tuple[Label, Label], ...]] = {
    "CONTAINS": (("Story", "Mention"),),
    "OF": (("Mention", "Event"),),
    "SAID_BY": (("Mention", "Actor"),),
    "PARTICIPANT": (("Mention", "Actor"),),
    "AT": (("Event", "Place"),),
    "PART_OF": (("Event", "Event"),),
    "AFFILIATED_WITH": (("Actor", "Actor"),),
    "JUDGED": (("Actor", "Actor"), ("Event", "Event")),
    **dict.fromkeys(EVENT_TYPES, (("Actor", "Event"),)),
}

OWNED_IN: Mapping[Label, tuple[str, ...]] = {"Event": EVENT_TYPES}
"""Relationship types that come into a node and are derived together with it."""

OWNED_OUT: Mapping[Label, tuple[str, ...]] = {"Event": ("AT", "PART_OF"), "Actor": ("AFFILIATED_WITH",)}
"""Relationship types that leave a node and are derived together with it."""
