"""From mentions to threads: grammar first, then descriptions and pronouns in the order of the text."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from graphkit.extraction.actors import pronouns
from graphkit.extraction.actors.cataphora import named_next
from graphkit.extraction.actors.decks import name_decks
from graphkit.extraction.actors.discourse import Discourse
from graphkit.extraction.actors.links import RELATIVES, antecedent, link_grammar, told_of_pronoun
from graphkit.extraction.actors.mentions import Found
from graphkit.extraction.actors.nominal_links import link_nominal
from graphkit.extraction.actors.pairs import both_of, is_pair
from graphkit.extraction.actors.voices import Voices, read_voices
from graphkit.extraction.columns import Columns
from graphkit.extraction.gazetteer import nouns, word_list
from graphkit.extraction.layers import Phrase, Quote


@dataclass(slots=True)
class Outcome:
    """What the pronouns and plurals without a thread of their own stand for, by head token."""

    several: dict[int, tuple[int, ...]] = field(default_factory=dict)
    names: dict[int, Phrase] = field(default_factory=dict)
    open: set[int] = field(default_factory=set)


def resolve(discourse: Discourse, quotes: Sequence[Quote]) -> Outcome:
    """Give every mention that can be placed a thread; the rest is in the outcome."""
    link_grammar(discourse)
    outcome = Outcome()
    voices = read_voices(quotes)
    for i, m in enumerate(discourse.mentions):
        thread = discourse.thread_of[i]
        if thread is not None:
            if m.form == "nominal" and m.definite:
                _rejoin(discourse, i, thread)
            continue
        if m.form == "pronoun":
            _pronoun(discourse, i, outcome, voices)
        elif m.form == "nominal" and is_pair(discourse.columns, m.head):
            _pair(discourse, i, outcome)
        elif m.form == "nominal":
            _nominal(discourse, i)
    name_decks(discourse)
    return outcome


def _pair(discourse: Discourse, i: int, outcome: Outcome) -> None:
    head = discourse.mentions[i].head
    both = both_of(discourse, head)
    if both:
        discourse.pairs[head] = outcome.several[head] = both
    elif discourse.mentions[i].number == "singular":  # "the couple", of whom nothing has been told
        earlier = link_nominal(discourse, i)
        if earlier is None:
            discourse.open_thread(i)
        else:
            discourse.join(i, earlier)


def _nominal(discourse: Discourse, i: int) -> None:
    m, bare = discourse.mentions[i], _bare_role(discourse, i)
    thread = told_of_pronoun(discourse, i)
    if thread is None and not bare:
        thread = link_nominal(discourse, i)
    if thread is None and (_only_taken_up(m) or bare):
        return  # "as host": a post, unless it is clear whose; "the country": unless it is clear which
    if thread is None:
        thread = named_next(discourse, i)
    if thread is None:
        discourse.open_thread(i)
    elif discourse.thread_of[i] is None:
        discourse.join(i, thread)


def _only_taken_up(m: Found) -> bool:
    """Whether a noun is nobody of its own: "the country", "the city"."""
    return m.form == "nominal" and (m.sort == "state" or m.noun in word_list("only_taken_up"))


def _bare_role(discourse: Discourse, i: int) -> bool:
    """Whether a role stands without article or number where somebody is given or holds it."""
    m, columns = discourse.mentions[i], discourse.columns
    bare = m.start == m.head and m.number == "singular" and m.sort == "person"
    return bare and (
        columns.dep[m.head] == "oprd" or (columns.dep[m.head] == "pobj" and columns.lower[columns.head[m.head]] == "as")
    )


def _rejoin(discourse: Discourse, i: int, thread: int) -> None:
    """Let a thread that grammar made of descriptions alone take up an earlier one."""
    t = discourse.threads[thread]
    if t.cluster is not None or min(t.members) != i:
        return
    earlier = link_nominal(discourse, i)
    if earlier is not None and earlier != thread:
        discourse.merge(earlier, thread)


def _pronoun(discourse: Discourse, i: int, outcome: Outcome, voices: Voices) -> None:
    token = discourse.mentions[i].head
    word = discourse.columns.lower[token]
    choice = pronouns.NOTHING
    head = voices.speaker(discourse.columns, token)
    if head is not None and head > token and (word in pronouns.SPEAKER or word in pronouns.HE):
        _first(discourse, head, outcome, voices)
    went_on = voices.continued(discourse, token) if word in pronouns.HE else None
    if went_on is not None and discourse.threads[went_on].gender in ("", pronouns.HE[word]):
        choice = pronouns.Choice(went_on)
    elif word in pronouns.HE:
        choice = pronouns.person_pronoun(discourse, token, others=voices.others(discourse, token))
    elif word in pronouns.IT:
        choice = pronouns.thing_pronoun(discourse, token)
    elif word in pronouns.THEY:
        choice = pronouns.plural_pronoun(discourse, token)
        if choice != pronouns.NOTHING and _of_the_speaker(discourse, token, choice, voices):
            choice = pronouns.NOTHING  # who speaks is "we", and does not tell who "they" are
    elif word in RELATIVES and discourse.columns.tag[token] in ("WP", "WDT", "WP$"):
        _relative(discourse, i)
        return
    elif word in pronouns.SPEAKER or word in pronouns.WE:
        choice = _own(discourse, head, word)
    if choice.thread is not None:
        discourse.join(i, choice.thread)
        gender = pronouns.HE.get(word)
        _identified(discourse, token, choice.thread)
        if gender and not discourse.threads[choice.thread].gender:
            discourse.threads[choice.thread].gender = gender
    elif choice.several:
        outcome.several[token] = discourse.pairs[token] = choice.several
    elif choice.phrase is not None:
        outcome.names[token] = choice.phrase
    else:
        outcome.open.add(token)


def _of_the_speaker(discourse: Discourse, token: int, choice: pronouns.Choice, voices: Voices) -> bool:
    """Whether they, in somebody's own words, would be who speaks, or somebody whom only the outlet has told of."""
    if choice.thread is None:
        return False
    if choice.thread in voices.others(discourse, token):
        return True
    quoted = voices.quoted(discourse.columns, token)
    head = voices.speaker(discourse.columns, token)
    later = None if head is None or head < token else discourse.at_head.get(head)
    if quoted and later is not None and discourse.mentions[later].noun in discourse.threads[choice.thread].nouns:
        return True  # who speaks is told only behind: "They had no rope," police said
    speaker = None if head is None else discourse.thread_at(head)
    if speaker is None or discourse.threads[speaker].sort != "person":
        return False
    subject = discourse.columns.dep[token] == "nsubj"
    members = discourse.threads[choice.thread].members
    return quoted and subject and not any(voices.quoted(discourse.columns, discourse.heads[i]) for i in members)


def _own(discourse: Discourse, head: int | None, word: str) -> pronouns.Choice:
    """What "I" and "we" stand for where somebody speaks."""
    thread = None if head is None else discourse.thread_at(head)
    together = _together(discourse, head) if head is not None and word in pronouns.WE else ()
    if together:
        return pronouns.Choice(several=together)
    if thread is None or discourse.threads[thread].outlet:
        return pronouns.NOTHING  # the outlet quotes somebody else
    person = discourse.threads[thread].sort == "person"
    return pronouns.Choice(several=(thread,)) if person and word in pronouns.WE else pronouns.Choice(thread)


def _first(discourse: Discourse, head: int, outcome: Outcome, voices: Voices) -> None:
    """Place the pronoun behind a quotation before what is said in it ("My brother took it," he said)."""
    i = discourse.at_head.get(head)
    spoken = i is not None and discourse.mentions[i].form == "pronoun" and discourse.thread_of[i] is None
    if i is not None and spoken and discourse.columns.lower[head] in pronouns.HE and head not in outcome.open:
        _pronoun(discourse, i, outcome, voices)


def _together(discourse: Discourse, head: int) -> tuple[int, ...]:
    """Threads of several who speak together ("We are glad, Ann Holm and Ola Vik said"); nothing where it is one."""
    columns = discourse.columns
    heads = [head, *(k for k in columns.kids[head] if columns.dep[k] == "conj")]
    threads = tuple(dict.fromkeys(t for h in heads if (t := discourse.thread_at(h)) is not None))
    return threads if len(threads) == len(heads) > 1 else ()


def _identified(discourse: Discourse, token: int, thread: int) -> None:
    """Let the name in "identified him as Ann Holm" take over the description that he stands for."""
    columns, verb = discourse.columns, discourse.columns.head[token]
    if columns.dep[token] != "dobj" or columns.lemma[verb].lower() not in ("identify", "name"):
        return
    ends = [o for k in columns.kids[verb] if columns.lower[k] == "as" for o in columns.kids[k]]
    named = next((found for o in ends if (found := discourse.thread_at(o)) is not None), None)
    t = discourse.threads[thread]
    if named is None or named == thread or t.cluster is not None or t.sort != discourse.threads[named].sort:
        return
    discourse.merge(named, thread)


def _disagree(columns: Columns, token: int, head: int) -> bool:
    """Whether the verb behind "which" is in the singular and the noun it hangs on in the plural."""
    verb = columns.head[token]
    singular_verb = columns.dep[token] == "nsubj" and columns.tag[verb] == "VBZ"
    return singular_verb and columns.tag[head] in ("NNS", "NNPS") and head != token - 1


def _relative(discourse: Discourse, i: int) -> None:
    """Join a relative pronoun to the noun it hangs on, where that is an actor."""
    token = discourse.mentions[i].head
    head = antecedent(discourse, token)
    if head is not None and _disagree(discourse.columns, token, head):
        head = next((discourse.heads[j] for j in discourse.before(token, 0)), None)  # "members of X, which includes"
    thread = None if head is None else discourse.thread_at(head)
    if thread is None or head is None or _addressed(discourse.columns, token, head):
        return
    if not _misfits(discourse, token, head, thread):
        discourse.join(i, thread)


def _misfits(discourse: Discourse, token: int, head: int, thread: int) -> bool:
    """Whether a relative pronoun means more than its noun: "which" a whole clause, "X and Y, which have" both."""
    columns, t = discourse.columns, discourse.threads[thread]
    people = t.sort == "person" or (
        columns.tag[head] == "NNS" and nouns().get(columns.lemma[head], ("no",))[0] == "person"
    )
    if columns.lower[token] == "which" and people:
        return True
    plural_verb = columns.dep[token] == "nsubj" and columns.tag[columns.head[token]] == "VBP"
    return plural_verb and t.sort == "state" and (columns.dep[head] == "conj" or _listed(columns, head))


def _listed(columns: Columns, head: int) -> bool:
    return any(columns.dep[k] == "conj" for k in columns.kids[head])


def _addressed(columns: Columns, token: int, head: int) -> bool:
    """Whether "that" begins what somebody is told: "told the mayor that …"."""
    told = columns.lower[token] == "that" and columns.dep[head] in ("dobj", "dative") and head == token - 1
    return told and columns.lemma[columns.head[head]].lower() in word_list("telling_verb")
