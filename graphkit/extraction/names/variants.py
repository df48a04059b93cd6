"""Which names of a story are the same person, organisation or state."""

from collections import defaultdict
from dataclasses import dataclass, field

from graphkit.extraction.columns import Columns
from graphkit.extraction.gazetteer import given_names, is_name_word, word_list
from graphkit.extraction.names.headlines import Name
from graphkit.extraction.names.likeness import bare_words, same_organization, same_person, split_suffix
from graphkit.extraction.names.walks import lasting_walk

_NAMESAKES = 40  # latest bearers of a word that a name is compared with
_NEAR = 2  # sentences within which the last full name owns a shared family name


@dataclass(slots=True)
class Cluster:
    """Names that are one actor: indices into the list of names; `words` the fullest form, folded and bare."""

    label: str
    words: tuple[str, ...]
    members: list[int] = field(default_factory=list)
    suffix: str = ""
    gender: str = ""
    relative: bool = False  # told as somebody's relative ("his wife, Yuki Sato"): the bare family name is not theirs


def cluster_names(columns: Columns, names: list[Name]) -> list[Cluster]:
    """The names grouped into actors; people, organisations and states do not mix, things are left out.

    Full names are placed first, so that a family name finds its person even where the headline has it first.
    """
    clusters: list[Cluster] = []
    by_key: dict[tuple[str, str], int] = {}
    by_word: dict[tuple[str, str], list[int]] = defaultdict(list)
    order = sorted(range(len(names)), key=lambda i: (-min(2, names[i].end - names[i].start), i))
    for i in order:
        name = names[i]
        family = _family(name)
        if family is None:
            continue
        words, suffix = split_suffix(bare_words(name.words(columns)))
        if not words:
            continue
        exact = (family, " ".join(words) + suffix) if name.known is None else (family, "=" + name.known.name)
        found = by_key.get(exact)
        if found is None or (family == "person" and len(words) == 1):
            found = _best(columns, names, clusters, by_word, i, family, words, suffix)
        if found is None:
            found = len(clusters)
            gender = _gender(columns, name, words, family)
            clusters.append(Cluster(family, words, suffix=suffix, gender=gender, relative=_relative(columns, name)))
        cluster = clusters[found]
        cluster.members.append(i)
        if len(words) > len(cluster.words):
            cluster.words = words
        cluster.suffix = cluster.suffix or suffix
        cluster.gender = cluster.gender or _gender(columns, name, words, family)
        by_key.setdefault(exact, found)
        for word in _keys(words, family):
            if found not in by_word[family, word][-_NAMESAKES:]:
                by_word[family, word].append(found)
    clusters = _misspelt(clusters)
    for cluster in clusters:
        cluster.members.sort()
    return clusters


def _misspelt(clusters: list[Cluster]) -> list[Cluster]:
    """Clusters without family names that stand once and differ by one inner letter from somebody named in full."""
    full: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        if cluster.label == "person" and len(cluster.words) > 1:
            for key in _gaps(cluster.words[-1]):
                full[key].append(cluster)
    out = []
    for cluster in clusters:
        word = cluster.words[0]
        single = cluster.label == "person" and len(cluster.words) == len(cluster.members) == 1
        found = {id(c): c for key in _gaps(word) for c in full.get(key, ()) if c.words[-1] != word} if single else {}
        if len(found) == 1:
            next(iter(found.values())).members += cluster.members
        else:
            out.append(cluster)
    return out


def _gaps(word: str) -> list[str]:
    """A word with each inner letter blanked once; nothing for short words, where a letter makes another name.

    A last letter "e" may be too many or missing ("Clark", "Clarke").
    """
    inner = [word[:i] + "?" + word[i + 1 :] for i in range(1, len(word) - 2)] if len(word) > 5 else []
    return [*inner, word.removesuffix("e") + "|"] if len(word) > 3 else inner


def _family(name: Name) -> str | None:
    """The kinds whose names are compared with each other."""
    if name.label in ("person", "organization", "group", "place"):
        return "person" if name.label == "person" else "organization"
    if name.label in ("state", "people"):
        return name.label
    return None


def _keys(words: tuple[str, ...], family: str) -> set[str]:
    """Under which words a cluster is looked up, so that each name meets only those that share one."""
    if family == "organization":
        content = [w for w in words if w not in {"of", "for", "and", "the", "in", "on", "&", "to"}]
        return {words[0], words[-1], "".join(w[0] for w in content), "".join(w[0] for w in words)}
    return set(words)


def _best(
    columns: Columns, names: list[Name], clusters: list[Cluster], by_word: dict[tuple[str, str], list[int]],
    i: int, family: str, words: tuple[str, ...], suffix: str,
) -> int | None:  # fmt: skip
    """The cluster that a name belongs to, or None."""
    options = sorted({n for word in _keys(words, family) for n in by_word.get((family, word), ())[-_NAMESAKES:]})
    gender = _honorific(columns, names[i])
    if family == "person":
        fits = [
            n for n in options
            if same_person(clusters[n].words, words)
            and (clusters[n].suffix == suffix or (not suffix and len(words) == 1))
            and not (gender and clusters[n].gender and clusters[n].gender != gender)
        ]  # fmt: skip
        if len(words) == 1:
            fits = _same_walk(columns, names, clusters, fits, i)
        if len(words) == 1 and words[0] not in given_names():
            fits = _own_name(names, clusters, fits, i)
    elif family == "organization":
        fits = [n for n in options if same_organization(clusters[n].words, words)]
    else:
        fits = [n for n in options if clusters[n].words == words]
    if family == "person" and not fits and len(words) == 1:
        fits = [
            n
            for n in options
            if clusters[n].words[0] == words[0]
            and len(clusters[n].words) > 1
            and gender in ("", clusters[n].gender)
            and _named_before(names, clusters[n], i)
        ]
        return fits[0] if len(fits) == 1 else None  # "Ann" alone, where there is one Ann
    if len(fits) < 2:
        return fits[0] if fits else None
    if len(words) > 1:
        return None if family == "person" else fits[0]
    return _owner(columns, names, clusters, fits, i)


def _relative(columns: Columns, name: Name) -> bool:
    """Whether a name follows what its bearer is to somebody: "his wife, Yuki Sato"."""
    at = name.start - 1
    if at > 0 and columns.text[at] == ",":
        at -= 1
    kin = at >= 0 and name.label == "person" and columns.lower[at] in word_list("kin_noun")
    return kin and any(columns.dep[k] == "poss" for k in columns.kids[at])


def _same_walk(columns: Columns, names: list[Name], clusters: list[Cluster], fits: list[int], i: int) -> list[int]:
    """The bearers of a family name whose title does not bar this one: "Bishop Per Lund" is no "Judge Lund"."""
    own = lasting_walk(columns, names[i].start)
    if not own:
        return fits
    told = {n: {lasting_walk(columns, names[k].start) for k in clusters[n].members[:_NAMESAKES]} - {""} for n in fits}
    return [n for n in fits if not told[n] or own in told[n]]


def _own_name(names: list[Name], clusters: list[Cluster], fits: list[int], i: int) -> list[int]:
    """The bearers of a family name without relatives of others, nor relatives who are told of only later."""
    own = [n for n in fits if not clusters[n].relative]
    return own or [n for n in fits if names[clusters[n].members[0]].start < names[i].start]


def _owner(columns: Columns, names: list[Name], clusters: list[Cluster], fits: list[int], i: int) -> int:
    """Whose family name it is where several share it: the last one named in full nearby, else the one named most."""
    sent = columns.sent[names[i].start]
    best, when = None, -1
    for n in fits:
        for m in clusters[n].members:
            full = names[m].end - names[m].start > 1
            if (
                full
                and names[m].start <= names[i].start
                and sent - columns.sent[names[m].start] <= _NEAR
                and names[m].start > when
            ):
                best, when = n, names[m].start
    if best is not None:
        return best
    return max(fits, key=lambda n: (_named_before(names, clusters[n], i), len(clusters[n].members), -n))


def _named_before(names: list[Name], cluster: Cluster, i: int) -> bool:
    return any(names[m].start < names[i].start for m in cluster.members[:_NAMESAKES])


def _honorific(columns: Columns, name: Name) -> str:
    """Gender that a title right before the name tells."""
    if not name.start:
        return ""
    word = columns.lower[name.start - 1]
    return "m" if is_name_word(word, "mr") else "f" if is_name_word(word, "ms") else ""


def _gender(columns: Columns, name: Name, words: tuple[str, ...], family: str) -> str:
    """Gender by honorific or given name."""
    if family != "person":
        return ""
    told = _honorific(columns, name)
    if told:
        return told
    if len(words) > 1 or (words[0] in given_names() and not is_name_word(words[0], "surname")):
        found = given_names().get(words[0], "")
        return "" if found == "u" else found
    return ""
