"""Who is in a story: people, organisations, states and groups, each with all its mentions."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from graphkit.extraction.actors import pronouns
from graphkit.extraction.actors.acting import acts, municipality, town_acts
from graphkit.extraction.actors.coreference import resolve
from graphkit.extraction.actors.describe import Describer
from graphkit.extraction.actors.discourse import Discourse, Thread
from graphkit.extraction.actors.heads import heads_of
from graphkit.extraction.actors.lands import find_lands
from graphkit.extraction.actors.links import RELATIVES
from graphkit.extraction.actors.mentions import Found, base_start, title_start
from graphkit.extraction.actors.nominals import find_nominals
from graphkit.extraction.actors.pairs import is_pair, pair_mention
from graphkit.extraction.actors.titles import learn_title
from graphkit.extraction.columns import Columns, read_columns
from graphkit.extraction.gazetteer import inhabitants, is_name_word, leaders, nouns, state_words, word_list
from graphkit.extraction.layers import Actors, Clause, Quote
from graphkit.extraction.names import find_names
from graphkit.extraction.names.addresses import address_tokens
from graphkit.extraction.names.headlines import Name, headlines
from graphkit.extraction.names.labels import settle
from graphkit.extraction.names.nonactors import without_actors
from graphkit.extraction.names.variants import Cluster, cluster_names


def find_actors(
    doc: Doc, quotes: Sequence[Quote] = (), clauses: Sequence[Clause] = (), *, country: str | None = None
) -> Actors:
    """Actors of a parsed story, and what its pronouns and descriptions stand for.

    Parameters
    ----------
    doc
        The parsed story, with entities.
    quotes
        Its quotations: "I" is who speaks there.
    clauses
        Its clauses; not needed for the time being.
    country
        ISO code of the country that the story is from, where known; not needed for the time being.
    """
    del clauses, country
    columns = read_columns(doc)
    names = without_actors(columns, settle(columns, find_names(columns)))
    clusters = cluster_names(columns, names)
    addresses = address_tokens(columns)
    everywhere = _mentions(columns, names, clusters)
    found = sorted((item for item in everywhere if item[0].head not in addresses), key=lambda item: item[0].head)
    discourse = Discourse(columns, [m for m, _ in found], headlines(columns))
    _open_named(discourse, [cluster for _, cluster in found], clusters, names)
    outcome = resolve(discourse, quotes)
    order = _shown(discourse)
    place = {thread: i for i, thread in enumerate(order)}
    describer = Describer(discourse, names, clusters, place)
    chains = tuple(describer.chain(thread) for thread in order)
    return Actors(
        chains=chains,
        by_head=heads_of(columns, chains),
        several={
            h: tuple(place[t] for t in ts if t in place)
            for h, ts in outcome.several.items()
            if any(t in place for t in ts)
        },
        names=outcome.names,
        open=frozenset(outcome.open),
    )


def _mentions(columns: Columns, names: list[Name], clusters: list[Cluster]) -> Iterator[tuple[Found, int | None]]:
    """All mentions, each with the cluster that its name belongs to."""
    owner = [-1] * len(columns)
    for number, name in enumerate(names):
        for i in range(name.start, name.end):
            owner[i] = number
    for number, cluster in enumerate(clusters):
        for i in cluster.members:
            found = _named(columns, names[i], cluster)
            if found is not None:
                yield found, number if found.form == "name" else None
    pairs = [i for i, tag in enumerate(columns.tag) if tag in ("NN", "NNS") and owner[i] < 0 and is_pair(columns, i)]
    for i in pairs:
        yield pair_mention(columns, i), None
    for nominal in find_nominals(columns, owner, headlines(columns)):
        if nominal.head not in pairs:
            yield nominal, None
    for land in find_lands(columns, owner):
        yield land, None
    for i, word in enumerate(columns.lower):
        if owner[i] >= 0 or (i and columns.text[i].istitle() and columns.tag[i - 1] in ("NNP", "NNPS")):
            continue  # "Fix It" is a name
        if (
            word in pronouns.ALL
            and columns.tag[i] in ("PRP", "PRP$", "DT")
            and (columns.tag[i] != "DT" or columns.dep[i] in ("nsubj", "nsubjpass", "dobj"))
        ):
            yield Found(i, i, i + 1, "pronoun", "", "", pronouns.HE.get(word, "")), None
        elif word in RELATIVES and columns.tag[i] in ("WP", "WDT", "WP$"):
            yield Found(i, i, i + 1, "pronoun", "", "", ""), None


def _named(columns: Columns, name: Name, cluster: Cluster) -> Found | None:
    """The mention that a name makes, None where it is no actor there."""
    head = name.end - 1
    for i in range(name.end - 1, name.start - 1, -1):
        if not name.start <= columns.head[i] < name.end:
            head = i
            break
    unnamed = cluster.label != "person" or len(cluster.words) == 1  # Renee Fleming is no Fleming
    if name.known is None and unnamed and columns.text[head] in inhabitants():
        person = _national(columns, head)
        if person is not None and person.sort == "person":
            return person
    if name.label == "place":
        head = municipality(columns, name)
        start = min(head, name.start)
        return (
            Found(head, start, name.end, "name", "organization", "singular", "n") if town_acts(columns, name) else None
        )
    if name.label == "state":
        return Found(head, name.start, name.end, "name", "state", "singular", "n") if acts(columns, name) else None
    if name.label == "people" and name.known is not None and _of_office(columns, head):
        return Found(head, name.start, name.end, "name", "state", "singular", "n")
    if name.label == "people":
        if columns.tag[head] in ("NNPS", "NNS") or (
            columns.pos[head] in ("NOUN", "PROPN")
            and columns.lower[head].endswith("s")
            and columns.dep[head] not in ("amod", "compound")
        ):
            return Found(head, name.start, name.end, "name", "group", "plural", "")
        return _national(columns, head)
    sort = "person" if cluster.label == "person" else "group" if name.label == "group" else "organization"
    return Found(
        head,
        name.start,
        name.end,
        "name",
        sort,
        "singular" if sort != "group" else "plural",
        cluster.gender if sort == "person" else "n",
    )


def _of_office(columns: Columns, head: int) -> bool:
    """Whether an adjective of nation stands before a title with a name ("Norwegian Prime Minister Kari Dahl")."""
    governor = columns.head[head]
    if columns.dep[head] not in ("amod", "compound", "nmod") or governor < head:
        return False
    office = any(columns.lower[k] in word_list("office") for k in range(head + 1, governor + 1))
    return office and columns.pos[governor] in ("NOUN", "PROPN")


def _national(columns: Columns, head: int) -> Found | None:
    """A person or people told by nation alone: "the Briton", "the Dutch"."""
    article = next(
        (columns.lower[k] for k in columns.kids[head] if k < head and columns.dep[k] in ("det", "nummod")), ""
    )
    if not article and columns.dep[head] in ("nsubj", "nsubjpass") and columns.left[head] == head:
        article = "a"  # headlines: "Briton dies in fall"
    if (
        not article
        or columns.dep[head] in ("amod", "compound", "nmod")
        or columns.pos[head] not in ("NOUN", "PROPN", "ADJ")
    ):
        return None
    many = article in ("the", "these", "those") and columns.lower[head].endswith(("ese", "ish", "ch", "ss"))
    number, sort = ("plural", "group") if many else ("singular", "person")
    definite = article in ("the", "this", "that")
    return Found(head, base_start(columns, head), head + 1, "nominal", sort, number, "", columns.lower[head], definite)


def _open_named(discourse: Discourse, cluster_of: list[int | None], clusters: list[Cluster], names: list[Name]) -> None:
    """A thread for each cluster of names that takes part."""
    threads: dict[object, int] = {}
    for i, number in enumerate(cluster_of):
        if number is None:
            continue
        known = names[clusters[number].members[0]].known
        key: object = number
        if known is not None and discourse.mentions[i].sort == "state":
            key = known.code
        if key in threads:
            discourse.join(i, threads[key])
            continue
        threads[key] = discourse.open_thread(i)
        thread = discourse.threads[threads[key]]
        thread.cluster = number
        if discourse.mentions[i].sort == "state" and known is not None:
            thread.code = known.code
            if known.code:
                discourse.by_code.setdefault(known.code, threads[key])
        thread.outlet = known is not None and known.kind == "outlet"
    for thread in discourse.threads:
        if thread.sort == "person" and thread.cluster is not None:
            office = leaders().get(" ".join(clusters[thread.cluster].words))
            if office is not None:
                thread.states.add(office[0])
                thread.nouns |= {"leader", office[1]}
        for i in thread.members:
            if thread.sort == "person":
                _learn_title(discourse, i, thread)
            elif thread.sort == "organization":
                _learn_body(discourse, i, thread)


def _learn_body(discourse: Discourse, i: int, thread: Thread) -> None:
    """What body a name is of by the noun right before it ("the trade union Verdi")."""
    at = discourse.mentions[i].start - 1
    noun = discourse.columns.lower[at] if at >= 0 and discourse.columns.tag[at] == "NN" else ""
    if nouns().get(noun, ("no",))[0] == "organization":
        thread.nouns.add(noun)


def _learn_title(discourse: Discourse, i: int, thread: Thread) -> None:
    """What the words before a name say of its bearer ("Norwegian minister")."""
    first = discourse.columns.lower[discourse.mentions[i].start]
    if is_name_word(first, "royal") and discourse.mentions[i].end - discourse.mentions[i].start > 1:
        thread.nouns.add(first)  # "King Harald" is the king
    for k in discourse.columns.kids[discourse.mentions[i].head]:
        known = state_words().get(discourse.columns.text[k]) if discourse.columns.dep[k] == "poss" else None
        if known is not None and known.code:
            thread.states.add(known.code)  # "Kenya's Ann Ruto"
    start = title_start(discourse.columns, discourse.mentions[i].start)
    if start is not None:
        learn_title(discourse, start, discourse.mentions[i].start, thread)


def _shown(discourse: Discourse) -> list[int]:
    """Threads that become chains, by their first mention."""
    alive = [t for t, thread in enumerate(discourse.threads) if thread.members]
    return sorted(alive, key=lambda t: min(discourse.threads[t].members))
