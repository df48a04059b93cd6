"""Main verbs, their subjects and objects that the parser took for something else."""

from graphkit.extraction.clauses.words import all_event_nouns, verbs


def mend_auxiliary(deps: list[str], heads: list[int], children: list[list[int]]) -> None:
    """A subject hung on the auxiliary: "Two hikers are missing"."""
    for c, dep in enumerate(deps):
        aux = heads[c]
        if dep not in ("nsubj", "nsubjpass") or deps[aux] not in ("aux", "auxpass"):
            continue
        verb = heads[aux]
        if not any(deps[k] in ("nsubj", "nsubjpass") for k in children[verb]):
            heads[c] = verb
            children[aux] = [k for k in children[aux] if k != c]
            children[verb] = sorted([*children[verb], c])


def mend_role(columns: list[list[str]], heads: list[int], children: list[list[int]]) -> None:
    """A role taken for the subject of the main verb: "News that Holm may name Berg as her envoy has caused a stir"."""
    words, _, tags, deps, _ = columns
    for v, dep in enumerate(deps):
        inner, noun = heads[v], heads[heads[v]]
        if dep != "advcl" or deps[noun] != "ROOT" or noun == inner or not tags[noun].startswith("NN") or inner > v:
            continue
        marker = next((c for c in children[v] if deps[c] == "mark" and words[c] == "as"), None)
        role = next((c for c in children[v] if deps[c] == "nsubj" and c < v), None)
        if marker is None or role is None or marker > role:
            continue
        heads[marker], deps[marker], heads[role], deps[role] = inner, "prep", marker, "pobj"
        heads[v], deps[v], heads[noun], deps[noun] = v, "ROOT", v, "nsubj"
        children[inner] = sorted([*(c for c in children[inner] if c != v), marker])
        children[marker] = sorted([*children[marker], role])
        children[v] = sorted([noun, *(c for c in children[v] if c not in (marker, role))])


def mend_receiver(columns: list[list[str]], heads: list[int], children: list[list[int]]) -> None:
    """Whom an offer is made to, taken for the object or for what the offer is: "made Berg an offer"."""
    words, lemmas, tags, deps, _ = columns
    for i, tag in enumerate(tags):
        if tag not in ("NN", "NNS") or deps[i] not in ("ccomp", "appos", "dobj") or lemmas[i] not in all_event_nouns():
            continue
        above, start = heads[i], min((*children[i], i))
        verb = heads[above] if deps[i] == "appos" else above
        if lemmas[verb] not in ("make", "pay", "give", "do", "hand", "send", "issue") or not tags[verb].startswith(
            "VB"
        ):
            continue
        label, beside = ("nsubj", children[i]) if deps[i] == "ccomp" else ("dobj", children[verb])
        receiver = next((c for c in beside if verb < c < i and deps[c] == label and tags[c][:2] in ("NN", "PR")), None)
        if receiver is None or (start and words[start - 1] == ",") or (deps[i] == "appos" and receiver != above):
            continue
        children[above] = [c for c in children[above] if c != i]
        children[i] = [c for c in children[i] if c != receiver]
        heads[i], deps[i], heads[receiver], deps[receiver] = verb, "dobj", verb, "dative"
        children[verb] = sorted({*children[verb], receiver, i})


def mend_inverted_auxiliary(tags: list[str], deps: list[str], heads: list[int], children: list[list[int]]) -> None:
    """The verb of "Never had the club lost", taken for what "had" governs."""
    for v, dep in enumerate(deps):
        above = heads[v]
        if dep != "ccomp" or tags[v] != "VBN" or tags[above] not in ("VBD", "VBZ", "VBP") or above > v:
            continue
        subject = next((c for c in children[v] if above < c < v and deps[c] == "nsubj"), None)
        first = next((c for c in children[above] if c < above and deps[c] == "neg"), None)
        if subject is None or first is None or any(deps[c] in ("nsubj", "dobj", "aux") for c in children[above]):
            continue
        moved = [c for c in children[above] if c != v]
        for c in moved:
            heads[c] = v
        top = heads[above]
        heads[v], deps[v] = (v if top == above else top), deps[above]
        heads[above], deps[above], children[above] = v, "aux", []
        children[v] = sorted([*moved, above, *children[v]])
        if heads[v] != v:
            children[top] = sorted([*(c for c in children[top] if c != above), v])


def mend_series(columns: list[list[str]], heads: list[int], children: list[list[int]]) -> None:
    """The second of three deeds, taken for an adverbial clause: "wrote, directed and produced the film"."""
    words, _, tags, deps, _ = columns
    for v, dep in enumerate(deps):
        first = heads[v]
        if dep != "advcl" or first != v - 2 or words[v - 1] != "," or not tags[v] == tags[first] == "VBD":
            continue
        labels = {deps[c] for c in children[v]}
        if "conj" in labels and not labels & {"nsubj", "mark", "aux", "advmod"}:
            deps[v] = "conj"


def mend_list(tags: list[str], deps: list[str], heads: list[int], children: list[list[int]]) -> None:
    """The first of several deeds taken for the content of the second: "hears them out, asks and leaves"."""
    for v, dep in enumerate(deps):
        if dep != "ROOT" or tags[v] not in ("VBZ", "VBD"):
            continue
        labels = {deps[c] for c in children[v]}
        first = next((c for c in children[v] if c < v and deps[c] == "ccomp" and tags[c] == tags[v]), None)
        if first is None or "dobj" not in labels or labels & {"nsubj", "nsubjpass", "expl", "aux"}:
            continue
        heads[first], deps[first], heads[v], deps[v] = first, "ROOT", first, "conj"
        children[v] = [c for c in children[v] if c != first]
        children[first] = sorted([*children[first], v])


def mend_headline(tags: list[str], deps: list[str], heads: list[int], children: list[list[int]]) -> None:
    """A finite verb labelled as the head of a compound: "Norwegian court frees skipper"."""
    for v, tag in enumerate(tags):
        if tag != "VBZ" or heads[v] != v or any(deps[c] in ("nsubj", "nsubjpass", "aux") for c in children[v]):
            continue
        if v == 0 or heads[v - 1] != v or deps[v - 1] not in ("compound", "nmod") or not tags[v - 1].startswith("NN"):
            continue
        subject = v - 1
        deps[subject] = "nsubj"
        moved = [c for c in children[v] if c < subject and deps[c] in ("det", "amod", "compound", "nmod", "poss")]
        for c in moved:
            heads[c] = subject
        told = next((c for c in children[v] if c > v and deps[c] == "appos" and tags[c].startswith("NN")), None)
        if told is not None and not any(deps[c] == "dobj" for c in children[v]):
            deps[told] = "dobj"
        children[v] = [c for c in children[v] if c not in moved]
        children[subject] = sorted([*children[subject], *moved])


def mend_behind(tags: list[str], deps: list[str], heads: list[int], children: list[list[int]]) -> None:
    """A subject behind its verb taken for an object: "On the hill lies a village"."""
    for v, tag in enumerate(tags):
        if tag not in ("VBZ", "VBD") or heads[v] != v or not children[v] or deps[children[v][0]] != "prep":
            continue
        labels = [deps[c] for c in children[v]]
        if children[v][0] > v or any(d in ("nsubj", "nsubjpass", "csubj", "expl", "aux") for d in labels):
            continue
        told = next((c for c in children[v] if c > v and deps[c] == "dobj"), None)
        if told is not None:
            deps[told] = "nsubj"


def mend_named_object(columns: list[list[str]], heads: list[int], children: list[list[int]]) -> None:
    """A name right behind its verb taken for an adverb or role: "worried Riga", "named Jan Berg as envoy"."""
    _, _, tags, deps, ents = columns
    for v, tag in enumerate(tags):
        if v + 1 >= len(tags) or tag not in ("VBZ", "VBD", "VBN"):
            continue
        if tag != "VBZ" and deps[v] == "acl" and deps[heads[v]] == "ROOT" and heads[v] == v - 1:
            _raise_participle(columns, heads, children, v)
            continue
        joined = deps[v] == "conj" and tags[heads[v]] in ("VBZ", "VBD")  # "resigned and named", the second a participle
        if tag == "VBN" and not joined:
            continue
        named = [c for c in children[v] if c > v and deps[c] in ("npadvmod", "oprd") and _is_name(tags, ents, c)]
        labels = {deps[c] for c in children[v]}
        beside = named and (ents[v + 1] == ents[named[0]] or named[0] == v + 1)
        if beside and (joined or "nsubj" in labels) and not labels & {"dobj", "ccomp", "attr", "nsubjpass", "auxpass"}:
            deps[named[0]] = "dobj"
            tags[v] = "VBD" if tag == "VBN" else tag


def _is_name(tags: list[str], ents: list[str], c: int) -> bool:
    return ents[c] in ("GPE", "PERSON", "ORG") or (tags[c] == "NNP" and not ents[c])


def _raise_participle(columns: list[list[str]], heads: list[int], children: list[list[int]], v: int) -> None:
    """The verb of "The firm named Jan Berg its director", taken for a participle of the firm."""
    words, _, tags, deps, ents = columns
    noun = heads[v]
    role = any(words[c] == "as" for c in (*children[v], *children[noun]) if c > v)
    label = ("npadvmod", "oprd") if role else ("npadvmod",)
    named = [c for c in children[v] if c > v and deps[c] in label and ents[c] in ("GPE", "PERSON", "ORG")]
    if named and ents[v + 1] == ents[named[0]]:
        deps[named[0]] = "dobj"
    elif not _went(columns, children, noun, v):
        return
    deps[v], deps[noun], tags[v] = "ROOT", "nsubj", "VBD"
    heads[v], heads[noun] = v, v
    rest = [c for c in children[noun] if c > v]
    for c in rest:
        heads[c] = v
    children[noun] = [c for c in children[noun] if c < v]
    children[v] = sorted([noun, *children[v], *rest])


def _went(columns: list[list[str]], children: list[list[int]], noun: int, v: int) -> bool:
    """Whether a verb that takes no object is all that a whole sentence tells: "The burglar left without a word."."""
    words, lemmas, tags, deps, _ = columns
    moves = lemmas[v] in verbs("alone") | verbs("leaving") and tags[v + 1] in ("IN", "RB", "TO", "RP")
    whole = any(deps[c] == "det" for c in children[noun]) and words[children[noun][-1]] == "."
    return moves and whole and not any(words[c] == "by" for c in children[v])


def mend_swallowed(tags: list[str], deps: list[str], heads: list[int], children: list[list[int]]) -> None:
    """The only verb taken for an adjective of its object: "the raid on the club angered fans"."""
    for v, tag in enumerate(tags):
        if tag != "VBD" or deps[v] != "amod" or v == 0 or heads[v - 1] != v or deps[v - 1] != "npadvmod":
            continue
        goal, object_ = v - 1, heads[v]
        marker, noun = heads[object_], heads[heads[object_]]
        if deps[object_] != "pobj" or object_ < v or deps[noun] != "ROOT" or not tags[noun].startswith("NN"):
            continue
        moved = [c for c in children[object_] if c < goal]
        for c in moved:
            heads[c] = goal
        heads[v], heads[noun], heads[goal], heads[object_] = v, v, marker, v
        deps[v], deps[noun], deps[goal], deps[object_] = "ROOT", "nsubj", "pobj", "dobj"
        children[goal] = sorted([*moved, *children[goal]])
        children[object_] = [c for c in children[object_] if c not in moved and c != v]
        children[marker] = sorted([goal if c == object_ else c for c in children[marker]])
        children[v] = sorted([noun, *(c for c in children[v] if c != goal), object_])


def mend_counted(
    words: list[str], tags: list[str], deps: list[str], heads: list[int], children: list[list[int]]
) -> None:
    """Where or when something was done, hung on a bare number: "Gunmen kill nine in an attack"."""
    for i, dep in enumerate(deps):
        number, verb = heads[i], heads[heads[i]]
        if dep != "prep" or tags[number] != "CD" or deps[number] != "dobj" or words[i] in ("of", "among", "per", "out"):
            continue
        heads[i] = verb
        children[number] = [c for c in children[number] if c != i]
        children[verb] = sorted([*children[verb], i])


def mend_risk(tags: list[str], deps: list[str], heads: list[int], children: list[list[int]]) -> None:
    """A plain verb taken for the head noun of a compound before a participle: "these leaks risk undermining it"."""
    for v, tag in enumerate(tags):
        if tag != "VBG" or deps[v] not in ("ROOT", "ccomp") or any(deps[c] == "aux" for c in children[v]):
            continue
        s = v - 1
        if s < 1 or heads[s] != v or deps[s] != "nsubj" or tags[s] != "NN":
            continue
        noun = s - 1
        if heads[noun] != s or tags[noun] not in ("NNS", "NNPS") or deps[noun] not in ("compound", "nmod"):
            continue
        moved = [c for c in children[s] if c != noun]
        for c in moved:
            heads[c] = noun
        heads[noun] = v
        children[noun] = sorted([*children[noun], *moved])
        children[s] = []
        children[v] = sorted([*children[v], noun])
        tags[s], deps[s], deps[noun] = "MD", "aux", "nsubj"
