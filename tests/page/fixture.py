# ruff: noqa: E501, SIM905
"""Graphs in the form of the NetworkX store, built by hand: two invented affairs, a hostile one, a large one."""

# fmt: off
import random
import re
from collections import Counter, defaultdict
from typing import Any

import networkx as nx

from graphkit.page.content import Graph

ACTORS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "maren": ("Ilse Maren", "person", {"aliases": ["President Maren", "Maren"], "country": "NO", "wikidata": "Q101"}),
    "varga": ("Tomáš Varga", "person", {"aliases": ["Premier Varga"], "country": "CZ"}),
    "norvia": ("Norvia", "state", {"aliases": ["the Norvian government"]}),
    "tersa": ("Tersa Republic", "state", {"aliases": ["Tersa"]}),
    "league": ("Straits League", "organization", {"aliases": ["the League"]}),
    "envoy": ("Amara Okoye", "person", {"aliases": ["Okoye"]}),
    "fishers": ("Lindholm fishermen", "group", {}),
    "navy": ("Norvian Navy", "organization", {"country": "NO"}),
    "haldor": ("Haldor Shipping", "organization", {"aliases": ["Haldor"], "sector": "BUS"}),
    "brandt": ("Petra Brandt", "person", {"aliases": ["Brandt"]}),
    "judge": ("Samuel Osei", "person", {"aliases": ["Judge Osei"], "sector": "JUD"}),
    "court": ("Lindholm District Court", "organization", {"sector": "JUD"}),
    "prosecutor": ("Vera Lindqvist", "person", {"aliases": ["Lindqvist"]}),
    "crew": ("Crew of the Aurora", "group", {}),
    "union": ("Dockers' Union", "organization", {"aliases": ["the union"], "sector": "LAB"}),
    "bank": ("Bank of Tersa", "organization", {"sector": "BUS"}),
}

EVENTS: dict[str, tuple[str, str, str, str | None, dict[str, Any]]] = {
    "summit": (
        "Straits summit",
        "CONSULT",
        "2025-03-10/2025-03-11",
        "lindholm",
        {"named": True, "mode": "multilateral"},
    ),
    "meet": ("Ilse Maren meets Tomáš Varga", "CONSULT", "2025-03-10", "lindholm", {}),
    "agree": ("Norvia and Tersa agree on fishing quotas", "AGREE", "2025-03-11", "lindholm", {}),
    "protest": ("Lindholm fishermen protest against quotas", "PROTEST", "2025-03-12", "lindholm", {"mode": "demo"}),
    "seize": ("Norvian Navy seizes trawler", "COERCE", "2025-03-05", "straits", {"mode": "seize"}),
    "withdraw": ("Norvia withdraws patrol boats", "RETREAT", "2025-03-14", "straits", {"mode": "withdraw"}),
    "mediate": ("Amara Okoye mediates in the Straits", "CONSULT", "2025-03-08", None, {"mode": "third-party"}),
    "sanction": ("Tersa Republic sanctions Haldor Shipping", "SANCTION", "2025-03-06", None, {}),
    "visit": ("Ilse Maren visits Tersa Republic", "CONSULT", "2025-04-02", "tersa", {"mode": "visit"}),
    "sinking": ("Sinking of the Aurora", "OTHER", "2024-11-18", "straits", {"named": True}),
    "charge": ("Vera Lindqvist charges Petra Brandt", "ACCUSE", "2025-02-03", "lindholm", {"mode": "allege"}),
    "bribe": ("Haldor Shipping bribes inspectors", "OTHER", "2024-10", "lindholm", {}),
    "convict": (
        "Lindholm District Court convicts Petra Brandt",
        "SANCTION",
        "2025-03-20",
        "lindholm",
        {"mode": "convict"},
    ),
    "appeal": ("Petra Brandt appeals verdict", "REJECT", "2025-03-21", "lindholm", {}),
    "strike": ("Dockers' Union strikes at Lindholm port", "PROTEST", "2025-03-24", "lindholm", {"mode": "strike"}),
    "pay": ("Haldor Shipping compensates crew", "AID", "2025-03-28", None, {}),
    "resign": ("Petra Brandt resigns", "RETREAT", "2025-02-10", None, {"mode": "resign"}),
    "flee": ("Crew of the Aurora flees", "OTHER", "2025-03-06", "straits", {}),
    "blockade": ("Norvia blockades Tersa", "COERCE", "2025-03-18", "straits", {"mode": "restrict"}),
    "loan": ("Bank of Tersa lends money to Haldor Shipping", "AID", "2025-01", None, {}),
}

PLACES = {
    "lindholm": ("Lindholm", "NO", 59.1, 9.7),
    "straits": ("Norvian Straits", None, 58.0, 8.0),
    "tersa": ("Tersa City", "CZ", 50.0, 14.4),
}

STORIES = {
    "s1": ("Leaders gather in Lindholm", "Harbour Post", "2025-03-10"),
    "s2": ("Straits deal leaves fishermen fuming", "Tersa Daily", "2025-03-12"),
    "s3": ("Trawler row overshadows talks", "North Wire", "2025-03-07"),
    "s4": ("Former Haldor chief found guilty", "Harbour Post", "2025-03-20"),
    "s5": ("Aurora trial: what the court heard", "North Wire", "2025-03-21"),
    "s6": ("Port of Lindholm at a standstill", "Tersa Daily", "2025-03-24"),
    "s7": ("Patrol boats still there, Tersa says", "Tersa Daily", "2025-03-16"),
    "s8": ("Haldor chief charged", "Harbour Post", "2025-02-03"),
}

# story, event, type or None for the event's, predicate, said by, what is said of its reality, sentence.
# {actor:role|words} marks a participant, {!|words} the trigger.
MENTIONS: list[tuple[str, str, str | None, str, str | None, str, str]] = [
    (
        "s1",
        "meet",
        None,
        "meet",
        None,
        "",
        "{maren:actor|Ilse Maren} {!|met} {varga:actor|Tomáš Varga} in Lindholm on Monday.",
    ),
    (
        "s1",
        "summit",
        "ATTEND",
        "attend",
        None,
        "",
        "{envoy:actor|Amara Okoye} {!|attended} the Straits summit as an observer.",
    ),
    (
        "s1",
        "summit",
        None,
        "host",
        None,
        "",
        "{norvia:host|Norvia} is {!|hosting} the summit of the {league:actor|Straits League}.",
    ),
    (
        "s1",
        "summit",
        "STATEMENT",
        "address",
        None,
        "",
        "{varga:actor|Varga} {!|addressed} the summit on its first evening.",
    ),
    (
        "s1",
        "agree",
        None,
        "agree",
        "envoy",
        "planned",
        "{norvia:actor|Norvia} and {tersa:actor|Tersa} will {!|agree} on quotas before they leave, Okoye said.",
    ),
    (
        "s2",
        "agree",
        None,
        "agree",
        None,
        "",
        "{norvia:actor|Norvia} and {tersa:actor|the Tersa Republic} {!|agreed} on fishing quotas late on Tuesday.",
    ),
    (
        "s2",
        "protest",
        None,
        "protest",
        None,
        "",
        "{fishers:actor|Lindholm fishermen} {!|protested} against {norvia:recipient|the government} at the quay.",
    ),
    (
        "s2",
        "visit",
        None,
        "visit",
        "varga",
        "planned",
        "{maren:actor|Maren} will {!|visit} {tersa:recipient|Tersa} in April, Varga said.",
    ),
    (
        "s3",
        "seize",
        None,
        "seize",
        "varga",
        "",
        "“{navy:actor|The Norvian Navy} {!|seized} a trawler in our waters,” Varga said.",
    ),
    (
        "s3",
        "seize",
        None,
        "seize",
        "maren",
        "denied",
        "Maren denied that {navy:actor|the navy} had {!|seized} any vessel.",
    ),
    (
        "s3",
        "seize",
        None,
        "seize",
        None,
        "",
        "{navy:actor|The navy} {!|seized} the trawler and held {crew:victim|its crew} for a night.",
    ),
    (
        "s3",
        "mediate",
        None,
        "mediate",
        None,
        "",
        "{envoy:mediator|Amara Okoye} {!|mediated} between {norvia:recipient|Norvia} and {tersa:recipient|Tersa}.",
    ),
    (
        "s3",
        "sanction",
        None,
        "sanction",
        "bank",
        "possible",
        "{tersa:actor|Tersa} may have {!|sanctioned} {haldor:recipient|Haldor Shipping}, the bank said.",
    ),
    (
        "s4",
        "convict",
        None,
        "convict",
        None,
        "",
        "{court:actor|The Lindholm District Court} {!|convicted} {brandt:recipient|Petra Brandt} of bribery.",
    ),
    (
        "s4",
        "convict",
        None,
        "sentence",
        None,
        "",
        "{judge:actor|Judge Samuel Osei} {!|sentenced} {brandt:recipient|Brandt} to three years.",
    ),
    (
        "s4",
        "bribe",
        None,
        "bribe",
        "prosecutor",
        "",
        "{haldor:actor|Haldor Shipping} {!|bribed} port inspectors for years, Lindqvist told the court.",
    ),
    ("s4", "resign", None, "resign", None, "", "{brandt:actor|Brandt} {!|resigned} in February."),
    ("s5", "bribe", None, "bribe", "brandt", "denied", "{haldor:actor|Haldor} never {!|bribed} anybody, Brandt said."),
    (
        "s5",
        "sinking",
        None,
        "lose",
        None,
        "",
        "{haldor:actor|Haldor Shipping} {!|lost} the Aurora in a November storm.",
    ),
    ("s5", "sinking", None, "survive", None, "", "{crew:actor|All nine of the crew} {!|survived} the sinking."),
    (
        "s5",
        "appeal",
        None,
        "appeal",
        None,
        "",
        "{brandt:actor|Petra Brandt} {!|appealed} the verdict of {court:recipient|the court} on Friday.",
    ),
    (
        "s5",
        "pay",
        None,
        "compensate",
        "haldor",
        "planned",
        "{haldor:actor|Haldor} will {!|compensate} {crew:recipient|the crew} by the end of the month.",
    ),
    (
        "s6",
        "strike",
        None,
        "strike",
        None,
        "",
        "{union:actor|The Dockers' Union} went on {!|strike} against {haldor:recipient|Haldor Shipping}.",
    ),
    (
        "s6",
        "pay",
        None,
        "compensate",
        "union",
        "denied",
        "{haldor:actor|Haldor} has not {!|compensated} {crew:recipient|the crew}, the union said.",
    ),
    (
        "s6",
        "loan",
        None,
        "lend",
        None,
        "",
        "{bank:actor|The Bank of Tersa} {!|lent} {haldor:recipient|Haldor} forty million in January.",
    ),
    (
        "s7",
        "withdraw",
        None,
        "withdraw",
        "tersa",
        "denied",
        "{norvia:actor|Norvia} did not {!|withdraw} its patrol boats, Tersa said.",
    ),
    (
        "s7",
        "withdraw",
        None,
        "withdraw",
        "norvia",
        "",
        "{norvia:actor|Norvia} {!|withdrew} the boats on Friday, its government said.",
    ),
    ("s7", "agree", None, "endorse", None, "", "{league:actor|The Straits League} {!|endorsed} the agreement."),
    ("s3", "flee", None, "flee", "crew", "denied", "{crew:actor|The crew} did not {!|flee}, one of them said."),
    (
        "s7",
        "blockade",
        None,
        "blockade",
        "maren",
        "denied",
        "{norvia:actor|Norvia} will not {!|blockade} {tersa:recipient|Tersa}, President Maren said.",
    ),
    (
        "s8",
        "charge",
        None,
        "charge",
        None,
        "",
        "{prosecutor:actor|Prosecutor Vera Lindqvist} {!|charged} {brandt:recipient|Petra Brandt} with bribery.",
    ),
    (
        "s8",
        "loan",
        None,
        "lend",
        "prosecutor",
        "",
        "{bank:actor|The Bank of Tersa} {!|lent} money to {haldor:recipient|Haldor} knowingly, Lindqvist said.",
    ),
    (
        "s8",
        "charge",
        None,
        "accuse",
        None,
        "",
        "{prosecutor:actor|Lindqvist} {!|accused} {brandt:recipient|Brandt} of paying inspectors.",
    ),
]

LINKS: list[tuple[str, str, str, dict[str, Any]]] = [
    ("maren", "norvia", "AFFILIATED_WITH", {"position": "president", "since": "2021", "until": None}),
    ("varga", "tersa", "AFFILIATED_WITH", {"position": "prime minister"}),
    ("brandt", "haldor", "AFFILIATED_WITH", {"position": "chief executive", "until": "2025-02-10"}),
    ("navy", "norvia", "AFFILIATED_WITH", {"position": "navy"}),
    ("judge", "court", "AFFILIATED_WITH", {"position": "judge"}),
    ("meet", "summit", "PART_OF", {}),
    ("agree", "summit", "PART_OF", {}),
    ("union", "fishers", "JUDGED", {"verdict": "unsure", "score": 0.5}),
]

TELLING = {
    "": ("positive", "certain", "past"),
    "planned": ("positive", "certain", "future"),
    "possible": ("positive", "possible", "past"),
    "denied": ("negative", "certain", "past"),
}
MARK = re.compile(r"\{([^|}]*)\|([^}]*)\}")


def ident(kind: str, name: str) -> str:
    """A readable id of the fixture."""
    return f"{kind[0].lower()}:{name}"


def news_graph() -> Graph:
    """Two invented affairs: a summit with a quarrel about a trawler, and a court case."""
    graph: Graph = nx.MultiDiGraph()
    for key, (name, kind, more) in ACTORS.items():
        graph.add_node(ident("Actor", key), node_label="Actor", id=ident("Actor", key), name=name, kind=kind, **more)
    for key, (name, country, lat, lon) in PLACES.items():
        place = {"name": name, "country": country, "lat": lat, "lon": lon}
        graph.add_node(ident("Place", key), node_label="Place", id=ident("Place", key), **place)
    for key, (name, event_type, when, where, more) in EVENTS.items():
        first, _, last = when.partition("/")
        precision = {4: "year", 7: "month"}.get(len(first), "interval" if last else "day")
        dates: dict[str, Any] = {"date_from": first, "date_to": last or first, "date_precision": precision, "date_source": "clause"}
        node = ident("Event", key)
        graph.add_node(node, node_label="Event", id=node, name=name, event_type=event_type, **dates, **more)
        if where:
            graph.add_edge(node, ident("Place", where), key="AT", edge_type="AT")
    for key, (headline, publisher, published) in STORIES.items():
        node = ident("Story", key)
        url = f"https://news.example/{key}"
        graph.add_node(
            node, node_label="Story", id=node, name=headline, publisher=publisher, published=published, url=url
        )
    for number, mention in enumerate(MENTIONS):
        _add_mention(graph, number, *mention)
    for source, target, kind, link in LINKS:
        side = "Event" if source in EVENTS else "Actor"
        graph.add_edge(ident(side, source), ident(side, target), key=f"{kind}:{source}", edge_type=kind, **link)
    derive(graph)
    return graph


def _add_mention(
    graph: Graph, number: int, story: str, event: str, event_type: str | None, predicate: str, said: str | None,
    telling: str, text: str,
) -> None:  # fmt: skip
    node, base = f"m:{number:03}", 1000 + 200 * number
    sentence, ends, at = "", [], 0
    trigger = (0, "")
    for match in MARK.finditer(text):
        sentence += text[at : match.start()]
        at = match.end()
        start, words = len(sentence), match.group(2)
        sentence += words
        if match.group(1) == "!":
            trigger = (start, words)
        else:
            ends.append((*match.group(1).split(":"), start, words))
    sentence += text[at:]
    polarity, certainty, tense = TELLING[telling]
    graph.add_node(
        node, node_label="Mention", id=node, name=predicate, event_type=event_type or EVENTS[event][1], predicate=predicate,
        sentence=sentence, trigger=trigger[1], start=base + trigger[0], end=base + trigger[0] + len(trigger[1]),
        polarity=polarity, certainty=certainty, tense=tense, quoted="indirect" if said else "none", confidence=0.9,
        rule="clause", voice="active",
    )  # fmt: skip
    graph.add_edge(ident("Story", story), node, key="CONTAINS", edge_type="CONTAINS")
    graph.add_edge(node, ident("Event", event), key="OF", edge_type="OF")
    if said:
        graph.add_edge(node, ident("Actor", said), key="SAID_BY", edge_type="SAID_BY")
    for actor, role, start, words in ends:
        span = {"role": role, "text": words, "start": base + start, "end": base + start + len(words)}
        graph.add_edge(node, ident("Actor", actor), key=f"PARTICIPANT::{role}:{start}", edge_type="PARTICIPANT", **span)


def derive(graph: Graph) -> None:
    """Add the actor–event edges that the mentions carry."""
    edges = [(source, target, facts) for source, target, facts in graph.edges(data=True)]
    story_of = {mention: story for story, mention, facts in edges if facts["edge_type"] == "CONTAINS"}
    event_of = {mention: event for mention, event, facts in edges if facts["edge_type"] == "OF"}
    groups: dict[tuple[str, str, str, str, str], list[str]] = defaultdict(list)
    for mention, actor, facts in edges:
        if facts["edge_type"] == "PARTICIPANT":
            it = graph.nodes[mention]
            groups[actor, event_of[mention], it["event_type"], it["predicate"], facts["role"]].append(mention)
    for (actor, event, event_type, predicate, role), mentions in sorted(groups.items()):
        told = [graph.nodes[m] for m in mentions]
        real = [f["polarity"] == "positive" and f["certainty"] != "possible" and f["tense"] != "future" for f in told]
        graph.add_edge(
            actor, event, key=f"{event_type}:{predicate}:{role}", edge_type=event_type, predicate=predicate, role=role,
            asserted=any(real), n_mentions=len(mentions), n_stories=len({story_of[m] for m in mentions}), confidence=0.9,
        )  # fmt: skip


EVIL = [
    "<script>window.__pwn=1</script>", "</script><script>window.__pwn=2</script>", "<img src=x onerror=window.__pwn=3>",
    "<!-- ", "]]>", "'\"`${window.__pwn=4}", "\u2028window.__pwn=5\u2029", "javascript:window.__pwn=6", "href", "{{ 7*7 }}",
    "=cmd|' /C calc'!A0", "\ud83d\ude00 😀", "a\x00b", "\ud800",
]  # fmt: skip


def hostile_graph() -> Graph:
    """Every text of every node and edge is an attack."""
    graph = news_graph()
    evil = iter(range(10**6))
    numbers_or_codes = {
        "node_label", "id", "edge_type", "kind", "polarity", "certainty", "tense", "quoted", "date_from", "date_to", "published", "role",
    }  # fmt: skip
    for _, facts in graph.nodes(data=True):
        for name, value in facts.items():
            if name in numbers_or_codes or value is None:
                continue
            bad = EVIL[next(evil) % len(EVIL)]
            if isinstance(value, str):
                facts[name] = "javascript:window.__pwn=7" if name == "url" else f"{bad} {value} {bad}"
            elif isinstance(value, list):
                facts[name] = [f"{bad} {item}" for item in value]
    for _, _, facts in graph.edges(data=True):
        for name in ("predicate", "position"):
            if facts.get(name):
                facts[name] = EVIL[next(evil) % len(EVIL)] + facts[name]
    return graph


def big_graph(actors: int = 8000, events: int = 12000, statements: int = 48858, seed: int = 1) -> Graph:
    """A seeded graph of the size of a year of news: hubs, bursts, as many sentences as statements."""
    rng = random.Random(seed)
    first = "Ana Ben Chloe Dmitri Elif Farid Greta Hiro Ines Jonas Kemal Lena Marko Nadia Omar Petra".split()
    last = "Adler Boras Castro Dvorak Eriksen Fontana Garcia Haddad Ivanov Jansen Kaya Lopez Moreau Novak Okafor Petrov".split()
    words = "river harbour budget treaty border factory pipeline village minister hospital bridge airport prison school".split()
    verbs = [
        ("meet", "CONSULT"),
        ("accuse", "ACCUSE"),
        ("attack", "ASSAULT"),
        ("support", "SUPPORT"),
        ("sanction", "SANCTION"),
        ("sue", "REJECT"),
    ]
    kinds = ["person", "person", "organization", "state", "group"]
    graph: Graph = nx.MultiDiGraph()
    for i in range(actors):
        name = f"{rng.choice(first)} {rng.choice(last)} {i}"
        graph.add_node(
            f"a{i:016x}",
            node_label="Actor",
            id=f"a{i:016x}",
            name=name,
            kind=rng.choice(kinds),
            aliases=[name.split()[1]],
        )
    for i in range(events):
        _, event_type = verbs[i % len(verbs)]
        month, day = rng.randint(1, 12), rng.randint(1, 28)
        date = f"2025-{month:02}-{day:02}"
        name = f"{rng.choice(words)} {verbs[i % len(verbs)][0]} {i}"
        dates = {"date_from": date, "date_to": date, "date_precision": "day"}
        graph.add_node(f"e{i:016x}", node_label="Event", id=f"e{i:016x}", name=name, event_type=event_type, **dates)
    stories = actors // 2
    for i in range(stories):
        facts = {
            "name": f"Story {i} of the {rng.choice(words)}",
            "publisher": f"Outlet {i % 40}",
            "url": f"https://news.example/{i}",
        }
        graph.add_node(
            f"s{i:016x}",
            node_label="Story",
            id=f"s{i:016x}",
            published=f"2025-{1 + i % 12:02}-{1 + i % 28:02}",
            **facts,
        )
    used: set[tuple[int, int, str]] = set()
    mention = 0
    while len(used) < statements:
        event = int(events * rng.random() ** 1.5)
        predicate, event_type = verbs[event % len(verbs)]
        ends = []
        for role in ("actor", "recipient"):
            actor = int(actors * rng.random() ** 3)
            ends.append((actor, role))
        told = Counter(((a, event, role) in used) for a, role in ends)
        if told[True] or len(used) + 2 > statements + 1:
            continue
        used.update((a, event, role) for a, role in ends)
        for _ in range(2):
            _big_mention(graph, rng, mention, event, predicate, event_type, ends, stories, words)
            mention += 1
    derive(graph)
    return graph


def _big_mention(
    graph: Graph, rng: random.Random, number: int, event: int, predicate: str, event_type: str,
    ends: list[tuple[int, str]], stories: int, words: list[str],
) -> None:  # fmt: skip
    names = [graph.nodes[f"a{actor:016x}"]["name"] for actor, _ in ends]
    tail = " ".join(rng.choice(words) for _ in range(9))
    sentence = f"{names[0]} {predicate} {names[1]} over the {tail} on that day, a source said."
    base, node = 50 * number, f"m{number:016x}"
    polarity = "negative" if rng.random() < 0.08 else "positive"
    tense = "future" if rng.random() < 0.1 else "past"
    start = base + len(names[0]) + 1
    graph.add_node(
        node, node_label="Mention", id=node, name=predicate, event_type=event_type, predicate=predicate, sentence=sentence,
        trigger=predicate, start=start, end=start + len(predicate), polarity=polarity, certainty="certain", tense=tense,
        quoted="none", confidence=round(rng.uniform(0.4, 1), 2), rule="clause",
    )  # fmt: skip
    graph.add_edge(f"s{rng.randrange(stories):016x}", node, key="CONTAINS", edge_type="CONTAINS")
    graph.add_edge(node, f"e{event:016x}", key="OF", edge_type="OF")
    if rng.random() < 0.4:
        graph.add_edge(node, f"a{rng.randrange(200):016x}", key="SAID_BY", edge_type="SAID_BY")
    at = 0
    for (actor, role), name in zip(ends, names, strict=True):
        found = sentence.index(name, at)
        at = found + len(name)
        span = {"role": role, "text": name, "start": base + found, "end": base + at}
        graph.add_edge(node, f"a{actor:016x}", key=f"PARTICIPANT::{role}:{found}", edge_type="PARTICIPANT", **span)
