"""First version: every clause is an event of its own."""

from graphkit.extraction.layers import *


def find_events(doc, clauses, actors, times, quotes):
    ms = []
    cs = {}
    for n, c in enumerate(clauses):
        ms.append(
            EventMention(
                head=c.trigger,
                start=c.trigger,
                end=c.trigger + 1,
                predicate=c.predicate,
                type="OTHER",
                clause=n,
                participants=(RolePhrase("actor", c.subject),)
                + ((RolePhrase("recipient", c.object),) if c.object else ()),
                rule=c.rule,
                confidence=c.confidence,
            )
        )
        cs.setdefault(c.trigger, []).append(n)
    return Events(tuple(ms), tuple(EventChain(tuple(x), "OTHER") for x in cs.values()))
