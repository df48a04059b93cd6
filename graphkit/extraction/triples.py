"""Clauses → triples: what each end stands for, and which fact is told twice."""

from collections.abc import Sequence

import msgspec

from graphkit import model
from graphkit.extraction.clauses.words import SAY_RULE, is_indefinite, is_vague, verbs
from graphkit.extraction.factuality import judge
from graphkit.extraction.found import Found, phrase_span
from graphkit.extraction.layers import Clause, Phrase, Timex, char_span, runs
from graphkit.model import End, Span


class Triples(Found):
    """Builds the triples of one story."""

    def triples(self) -> list[model.Triple]:
        """One triple a fact: the same ends under the same predicate are told once."""
        found: dict[tuple[object, ...], model.Triple] = {}
        for n, clause in enumerate(self.layers.clauses):
            i = self.by_clause.get(n)
            if clause.object is not None and all(
                is_indefinite(self.text(phrase_span(self.doc, p))) for p in (clause.subject, clause.object)
            ):
                continue  # "no one helped others"
            for subject in (self.spoken_for(clause, opened(end, clause.rule)) for end in self.ends(clause.subject)):
                for object_ in self.objects(clause):
                    if object_ is not None and not self.said_of_self(clause):
                        object_ = opened(object_, clause.rule.partition("/")[0])  # "took on one"
                    if object_ is not None and subject.id is not None and subject.id == object_.id:
                        if not self.said_of_self(clause):
                            continue
                        object_ = End(kind="thing", id=None, name=object_.text, text=object_.text, span=object_.span)
                    triple = self.triple(clause, i, subject, object_)
                    found.setdefault(fact_key(triple), triple)
        return list(found.values())

    def spoken_for(self, clause: Clause, subject: End) -> End:
        """The speaker for the "we" of "We propose a truce", which the speaker proposes; else the subject as it is."""
        verb = self.doc[clause.chain[0]]
        if subject.resolved or subject.text.lower() != "we" or verb.lemma_ not in verbs("performing"):
            return subject
        chain = self.speaker_chain(clause.trigger)
        if not chain:
            return subject
        named = next(i for i, own in enumerate(self.actor_ids) if own == chain[-1])
        return End(
            kind="actor",
            id=chain[-1],
            name=self.layers.actors.chains[named].name,
            text=subject.text,
            span=subject.span,
        )

    def said_of_self(self, clause: Clause) -> bool:
        """Whether the object tells what the subject is ("became the first woman to lead it") or is reflexive."""
        if clause.rule.startswith(("copula", "passive-naming")) or clause.predicate.endswith(" as"):
            return True
        return clause.object is not None and self.doc[clause.object.head].lower_.endswith(("self", "selves"))

    def objects(self, clause: Clause) -> Sequence[End | None]:
        """Ends of the object; none for plain speech, whose content is a claim of its own and stays an argument."""
        if clause.object is None or clause.rule == SAY_RULE:
            return [None]
        found = self.ends(clause.object)
        if self.said_of_self(clause) and len(found) == 1 and not self.doc[clause.object.head].tag_.startswith("NNP"):
            name = self.owned(clause.object)  # what somebody is, not who: "became the first woman to lead it"
            return [msgspec.structs.replace(found[0], name=name)]
        return found

    def ends(self, phrase: Phrase) -> list[End]:
        """Ends that a phrase gives: one, or one for each actor that a plural stands for."""
        span = phrase_span(self.doc, phrase)
        text = self.text(span)
        chains = self.chains_of(phrase.head)
        event = self.nominal.get(phrase.head)
        named = event is not None and self.chains[self.event_of[event]].named
        if chains and not named:
            return [
                End(kind="actor", id=self.actor_ids[c], name=self.layers.actors.chains[c].name, text=text, span=span)
                for c in chains
            ]
        if event is not None:
            chain = self.chains[self.event_of[event]]
            name = chain.name if chain.named and chain.name else self.owned(phrase)
            return [End(kind="event", id=self.event_ids[self.event_of[event]], name=name, text=text, span=span)]
        if phrase.head in self.layers.actors.names:
            return self.stands_for(self.layers.actors.names[phrase.head], text, span)
        told = self.doc[phrase.head]
        spoken = told.tag_ == "PRP" and not told.lower_.endswith(("self", "selves"))  # "I", "us": whoever speaks
        resolved = phrase.head not in self.layers.actors.open and not spoken and not self.relative(phrase)
        return [End(kind="thing", id=None, name=self.owned(phrase), text=text, span=span, resolved=resolved)]

    def relative(self, phrase: Phrase) -> bool:
        """Whether a phrase leans on a relative pronoun: "most of whom", "whose quiet charm" where the owner is open."""
        first, last = self.doc[phrase.start].tag_, self.doc[phrase.end - 1].tag_
        return last in ("WP", "WDT") or (first == "WP$" and not self.chains_of(phrase.start))

    def owned(self, phrase: Phrase) -> str:
        """Text of a phrase, a possessive pronoun at its head replaced by whom it stands for ("Ann Holm's plan")."""
        text = self.text(phrase_span(self.doc, phrase))
        first = self.doc[phrase.start]
        chains = self.chains_of(phrase.start) if first.tag_ in ("PRP$", "WP$") and phrase.start != phrase.head else ()
        if not chains:
            return text
        owner = " and ".join(self.layers.actors.chains[c].name for c in chains)
        return f"{owner}'{'' if owner.endswith('s') else 's'} {text[len(first) :].lstrip()}"

    def stands_for(self, phrase: Phrase, text: str, span: Span) -> list[End]:
        """End of a pronoun or short description that stands for another phrase of the story."""
        name = self.owned(phrase)
        event = self.nominal.get(phrase.head)
        if event is None:
            return [End(kind="thing", id=None, name=name, text=text, span=span)]
        chain = self.chains[self.event_of[event]]
        name = chain.name if chain.named and chain.name else name
        return [End(kind="event", id=self.event_ids[self.event_of[event]], name=name, text=text, span=span)]

    def only_meant(self, clause: Clause) -> bool:
        """Whether an act is a fact, not what it is about: a threat to leave, an offer to pay; not "chose to stay"."""
        inner = len(clause.chain) > 1 and judge(self.doc, clause.trigger).hypothetical
        return inner or clause.rule.endswith("/gerund")

    def triple(self, clause: Clause, i: int | None, subject: End, object_: End | None) -> model.Triple:
        """Triple of a clause between two of its ends; `i` is its event mention, None for a state."""
        layers = self.layers
        spans = tuple(char_span(self.doc, a, b) for a, b in runs(clause.relation))
        said = self.speaker_chain(clause.trigger)
        arguments = []
        for oblique in clause.obliques:
            marker, phrase = oblique.marker, oblique.phrase
            first = phrase.start if marker is None or marker > phrase.start else marker  # "in 1941", not "1941"
            span = char_span(self.doc, first, phrase.end)
            arguments.append(model.Argument(role=oblique.role, text=self.text(span), span=span))
        if clause.rule == SAY_RULE and clause.object is not None:
            span = phrase_span(self.doc, clause.object)
            arguments.insert(0, model.Argument(role="content", text=self.text(span), span=span))
        time = None if i is None else layers.dates[i][0]
        place = None if i is None else layers.places[i]
        hypothetical, negated = clause.hypothetical, clause.negated
        if i is not None:
            fact = layers.events.mentions[i].factuality
            negated = negated or fact.polarity == "negative"
            hypothetical = fact.hypothetical or (hypothetical and self.only_meant(clause))
        else:  # a state: "officials would not have allowed it"
            hypothetical = hypothetical or judge(self.doc, clause.trigger, clause.chain).hypothetical
        return model.Triple(
            subject=subject,
            relation=model.Relation(
                type="OTHER" if i is None else layers.events.mentions[i].type,
                predicate=clause.predicate,
                text=" ".join(self.text(span) for span in spans),
                spans=spans,
            ),
            object=object_,
            voice=clause.voice,
            arguments=tuple(arguments),
            mention=None if i is None else self.mention_ids[i],
            negated=negated,
            hypothetical=hypothetical,
            said_by=said[-1] if said else None,
            date=None if time is None else date_text(time),
            place=None if place is None else layers.spots[place].name,
        )


def opened(subject: End, rule: str) -> End:
    """An end, unresolved where it stands for nothing known: "the former", "countries" of "countries that …"."""
    bare = rule.endswith("/relative") and subject.text.islower() and subject.text.isalpha()
    vague = subject.kind == "thing" and subject.name == subject.text and (bare or is_vague(subject.text))
    return msgspec.structs.replace(subject, resolved=False) if vague else subject


def fact_key(triple: model.Triple) -> tuple[object, ...]:
    """What makes two triples tell one fact: the ends, the predicate and the denial; "A's talks with B" has no order."""
    ends = [triple.subject.id or triple.subject.name, triple.object and (triple.object.id or triple.object.name)]
    if triple.relation.predicate.endswith((" with", " between")):
        ends.sort(key=str)
    return (*ends, triple.relation.predicate, triple.negated, triple.voice)


def date_text(time: Timex) -> str | None:
    """ISO day, month or year of a time, or an interval ``A/B``; None where it has no days."""
    if time.from_ is None or time.to is None:
        return None
    if time.from_ == time.to:
        return time.from_
    if "/" in time.value:  # "from 1989 to 1996"
        return time.value
    for precision, digits in (("month", 7), ("year", 4)):
        if time.precision == precision and time.from_[:digits] == time.to[:digits]:
            return time.from_[:digits]
    return f"{time.from_}/{time.to}"
