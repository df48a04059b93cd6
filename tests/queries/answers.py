"""Plain Python answers to the shipped questions over the NetworkX form of a graph: what the stores are held against."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable
from functools import cache
from typing import Any

import networkx as nx

from graphkit.loaders.schema import EVENT_TYPES

Row = tuple[Any, ...]
Answer = Callable[..., list[Row]]


class World:
    """The graph, with what the answers look up."""

    def __init__(self, graph: "nx.MultiDiGraph[str]") -> None:
        self.node: dict[str, dict[str, Any]] = {own: dict(data) for own, data in graph.nodes(data=True)}
        self.label: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for data in self.node.values():
            self.label[data["node_label"]].append(data)
        self.edges: list[tuple[dict[str, Any], dict[str, Any], dict[str, Any]]] = []
        self.by: dict[str, list[tuple[dict[str, Any], dict[str, Any], dict[str, Any]]]] = defaultdict(list)
        for src, dst, data in graph.edges(data=True):
            triple = self.node[src], dict(data), self.node[dst]
            (self.edges if data["edge_type"] in EVENT_TYPES else self.by[data["edge_type"]]).append(triple)
        self.of_event: dict[str, list[tuple[dict[str, Any], dict[str, Any]]]] = defaultdict(list)
        self.of_actor: dict[str, list[tuple[dict[str, Any], dict[str, Any]]]] = defaultdict(list)
        for a, r, e in self.edges:
            self.of_event[e["id"]].append((a, r))
            self.of_actor[a["id"]].append((r, e))
        self.story = {m["id"]: s for s, _, m in self.by["CONTAINS"]}
        self.event = {m["id"]: e for m, _, e in self.by["OF"]}
        self.mentions: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for m, _, e in self.by["OF"]:
            self.mentions[e["id"]].append(m)
        self.speakers: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for m, _, a in self.by["SAID_BY"]:
            self.speakers[m["id"]].append(a)
        self.participants: dict[str, list[tuple[dict[str, Any], dict[str, Any]]]] = defaultdict(list)
        for m, r, a in self.by["PARTICIPANT"]:
            self.participants[m["id"]].append((r, a))

    def takes_part(self, actor: str | None, event: dict[str, Any]) -> bool:
        return actor is None or any(a["id"] == actor for a, _ in self.of_event[event["id"]])

    def pairs(self, event: str) -> list[tuple[dict[str, Any], dict[str, Any], dict[str, Any], dict[str, Any]]]:
        """Two asserted edges of an event, of different actors, both ways round."""
        sure = [(a, r) for a, r in self.of_event[event] if r["asserted"]]
        return [(a, r, b, s) for a, r in sure for b, s in sure if a["id"] != b["id"]]


def day(value: str | None) -> str:
    return value or "9999"


def last(event: dict[str, Any]) -> str | None:
    return event.get("date_to") or event.get("date_from")


def within(event: dict[str, Any], since: str | None, until: str | None) -> bool:
    end, begin = last(event), event.get("date_from")
    if since is not None and (end is None or end < since):
        return False
    return until is None or (begin is not None and begin[: len(until)] <= until)


def low(values: Any) -> str | None:
    return min((v for v in values if v is not None), default=None)


def high(values: Any) -> str | None:
    return max((v for v in values if v is not None), default=None)


def timeline(w: World, actor: str, since: str | None, until: str | None, limit: int) -> list[Row]:
    found = [
        (e.get("date_from"), e["name"], r["edge_type"], r["role"], r["predicate"], r["n_stories"], e["id"])
        for r, e in w.of_actor[actor]
        if r["asserted"] and within(e, since, until)
    ]
    return sorted(found, key=lambda x: (day(x[0]), x[1], x[6], x[2], x[4], x[3]))[:limit]


def who_met_whom(w: World, actor: str | None, since: str | None, limit: int) -> list[Row]:
    met: dict[tuple[str, str], set[str]] = defaultdict(set)
    for event in w.label["Event"]:
        if since is not None and (last(event) is None or str(last(event)) < since):
            continue
        for a, r, b, s in w.pairs(event["id"]):
            wanted = a["id"] < b["id"] if actor is None else a["id"] == actor
            if wanted and r["edge_type"] == s["edge_type"] == "CONSULT":
                met[a["id"], b["id"]].add(event["id"])
    rows = []
    for (one, two), events in met.items():
        days = [w.node[e].get("date_from") for e in events]
        rows.append((w.node[one]["name"], w.node[two]["name"], len(events), low(days), high(days), one, two))
    return sorted(rows, key=lambda x: (-x[2], x[0], x[1], x[5], x[6]))[:limit]


def said(w: World, actor: str, about: str | None, limit: int) -> list[Row]:
    rows = []
    for m, _, a in w.by["SAID_BY"]:
        if a["id"] == actor and (about is None or any(p["id"] == about for _, p in w.participants[m["id"]])):
            s = w.story[m["id"]]
            told = s.get("published"), s.get("publisher"), m["quoted"], m["polarity"], w.event[m["id"]]["name"]
            rows.append((*told, m["sentence"], m["start"], m["end"], s["id"], m["id"]))
    return sorted(rows, key=lambda x: (day(x[0]), x[8], x[6], x[9]))[:limit]


def evidence(w: World, actor: str, event: str, role: str | None, limit: int) -> list[Row]:
    rows = set()
    for m in w.mentions[event]:
        s = w.story[m["id"]]
        for p, a in w.participants[m["id"]]:
            if a["id"] == actor and role in (None, p["role"]):
                for speaker in w.speakers[m["id"]] or [{"name": None}]:
                    told = m["polarity"], m["certainty"], m["tense"], speaker["name"], s.get("publisher")
                    where = m["sentence"], m["trigger"], m["start"], m["end"]
                    rows.add((p["role"], *where, *told, s.get("published"), s["name"], s.get("url"), m["id"], s["id"]))
    ordered = sorted(rows, key=lambda x: (day(x[10]), x[14], x[3], x[13], x[0]))
    return [row[:14] for row in ordered][:limit]


def planned(w: World, actor: str | None, limit: int) -> list[Row]:
    rows = []
    for e in w.label["Event"]:
        if e["n_planned"] > 0 and not e["asserted"] and w.takes_part(actor, e):
            days = [w.story[m["id"]].get("published") for m in w.mentions[e["id"]]]
            told = e.get("date_from"), e["name"], e["event_type"], e["n_planned"], e["n_stories"]
            rows.append((*told, low(days), high(days), e["id"]))
    return sorted(rows, key=lambda x: (day(x[0]), x[1], x[7]))[:limit]


def planned_then_happened(w: World, actor: str | None, limit: int) -> list[Row]:
    rows = []
    for e in w.label["Event"]:
        if e["n_planned"] > 0 and e["asserted"] and w.takes_part(actor, e):
            positive = [
                (m, w.story[m["id"]].get("published")) for m in w.mentions[e["id"]] if m["polarity"] == "positive"
            ]
            announced = low(d for m, d in positive if m["tense"] == "future")
            happened = low(d for m, d in positive if m["tense"] != "future" and m["certainty"] != "possible")
            rows.append((e.get("date_from"), e["name"], e["event_type"], announced, happened, e["id"]))
    return sorted(rows, key=lambda x: (day(x[0]), x[1], x[5]))[:limit]


def denied(w: World, actor: str | None, limit: int) -> list[Row]:
    rows = [
        (e.get("date_from"), e["name"], e["event_type"], e["n_denied"], e["asserted"], e["n_mentions"], e["id"])
        for e in w.label["Event"]
        if e["n_denied"] > 0 and w.takes_part(actor, e)
    ]
    return sorted(rows, key=lambda x: (-x[3], day(x[0]), x[1], x[6]))[:limit]


def _located(
    w: World, fits: Callable[[dict[str, Any]], bool], since: str | None, until: str | None, limit: int
) -> list[Row]:
    rows = [
        (e.get("date_from"), e["name"], e["event_type"], p["name"], e["n_stories"], e["id"])
        for e, _, p in w.by["AT"]
        if e["asserted"] and fits(p) and within(e, since, until)
    ]
    return sorted(rows, key=lambda x: (day(x[0]), x[1], x[5], x[3]))[:limit]


def events_at(w: World, place: str, since: str | None, until: str | None, limit: int) -> list[Row]:
    return _located(w, lambda p: p["id"] == place, since, until, limit)


def events_in_country(w: World, country: str, since: str | None, until: str | None, limit: int) -> list[Row]:
    return _located(w, lambda p: p.get("country") == country.upper(), since, until, limit)


def events_in_window(w: World, since: str, until: str, limit: int) -> list[Row]:
    rows = [
        (e.get("date_from"), e.get("date_to"), e["name"], e["event_type"], e["n_stories"], e["id"])
        for e in w.label["Event"]
        if e["asserted"] and within(e, since, until)
    ]
    return sorted(rows, key=lambda x: (x[0], x[2], x[5]))[:limit]


def events_of_type(w: World, type: str, mode: str | None, limit: int) -> list[Row]:  # noqa: A002
    rows = [
        (e.get("date_from"), e["name"], e.get("mode"), e["n_stories"], e["n_publishers"], e["id"])
        for e in w.label["Event"]
        if e["event_type"] == type.upper() and e["asserted"] and mode in (None, e.get("mode"))
    ]
    rows.sort(key=lambda x: (x[1], x[5]))
    return sorted(rows, key=lambda x: x[0] or "0000", reverse=True)[:limit]


def path(w: World, to: str, limit: int, **start: str) -> list[Row]:
    begin = start["from"]

    @cache  # a hub lies on very many chains
    def steps(actor: str) -> set[tuple[str, str]]:
        """Event and actor reached over asserted edges."""
        reached = set()
        for r, e in w.of_actor[actor]:
            if r["asserted"]:
                reached |= {(e["id"], b["id"]) for b, s in w.of_event[e["id"]] if s["asserted"] and b["id"] != actor}
        return reached

    far = {to: 0}  # how many steps from the other end
    for n in range(1, 4):
        for actor in [own for own, d in far.items() if d == n - 1]:
            far.update({b: n for _, b in steps(actor) if b not in far})
    if begin not in far:
        return []

    @cache
    def onward(actor: str) -> list[tuple[str, str]]:
        """Those of the steps that come nearer to the end."""
        return [(e, b) for e, b in steps(actor) if far.get(b) == far[actor] - 1]

    chains: list[list[str]] = [[begin]]
    for _ in range(far[begin]):
        chains = [[*c, e, b] for c in chains for e, b in onward(c[-1])]
    rows = []
    for chain in chains:
        actors, events = chain[::2], chain[1::2]
        names, told = [w.node[a]["name"] for a in actors], [w.node[e]["name"] for e in events]
        middle = [x for a in actors[1:-1] for x in (w.node[a]["name"], a)]
        key = [*middle, *(x for e in events for x in (w.node[e]["name"], e))]
        rows.append((key, (len(events), names, told, events)))
    return [row for _, row in sorted(rows)][:limit]


def between(w: World, actor: str, other: str, limit: int) -> list[Row]:
    rows = []
    for e in w.label["Event"]:
        for a, r, b, s in w.pairs(e["id"]):
            alike = r["edge_type"] == s["edge_type"] and r["predicate"] == s["predicate"] and r["role"] == "actor"
            if alike and {a["id"], b["id"]} == {actor, other} and (s["role"] != "actor" or a["id"] < b["id"]):
                told = a["name"], r["predicate"], r["edge_type"], b["name"], s["role"]
                rows.append((e.get("date_from"), *told, e["name"], e["id"]))
    return sorted(rows, key=lambda x: (day(x[0]), x[6], x[7], x[1], x[3], x[2], x[5]))[:limit]


def contradictions(w: World, actor: str | None, limit: int) -> list[Row]:
    rows = []
    for e in w.label["Event"]:
        if not e["n_denied"] or not e["asserted"] or not w.takes_part(actor, e):
            continue
        sure: dict[str, set[str]] = defaultdict(set)
        against: dict[str, set[str]] = defaultdict(set)
        for m in w.mentions[e["id"]]:
            s = w.story[m["id"]]
            for speaker in w.speakers[m["id"]] or [{}]:
                who = speaker.get("name") or s.get("publisher") or s["name"]
                if m["polarity"] == "negative":
                    against[who].add(m["id"])
                elif m["certainty"] != "possible" and m["tense"] != "future":
                    sure[who].add(m["id"])
        for who, ms in sure.items():
            for denier, ds in against.items():
                if who != denier:
                    m, d = w.node[min(ms)], w.node[min(ds)]
                    told = len(ms), len(ds), m["sentence"], d["sentence"], e["id"], m["id"], d["id"]
                    rows.append((e["name"], who, denier, *told))
    return sorted(rows, key=lambda x: (x[0], x[7], x[1], x[2]))[:limit]


def single_source(w: World, since: str | None, limit: int) -> list[Row]:
    rows = set()
    for m, _, e in w.by["OF"]:
        s = w.story[m["id"]]
        if e["asserted"] and e["n_publishers"] == 1 and (since is None or (s.get("published") or "") >= since):
            told = s.get("published"), s.get("publisher"), e["name"], e["event_type"], s["name"]
            rows.add((*told, e["id"], s["id"]))
    ordered = sorted(rows, key=lambda x: (x[2], x[5], x[6]))
    return sorted(ordered, key=lambda x: day(x[0]), reverse=True)[:limit]


def widely_reported(w: World, publishers: int, limit: int) -> list[Row]:
    rows = [
        (e.get("date_from"), e["name"], e["event_type"], e["n_publishers"], e["n_stories"], e["n_mentions"], e["id"])
        for e in w.label["Event"]
        if e["n_publishers"] >= publishers and e["asserted"]
    ]
    return sorted(rows, key=lambda x: (-x[3], -x[4], -x[5], x[1], x[6]))[:limit]


def co_actors(w: World, actor: str, limit: int) -> list[Row]:
    shared: dict[str, set[str]] = defaultdict(set)
    for r, e in w.of_actor[actor]:
        if r["asserted"]:
            for b, s in w.of_event[e["id"]]:
                if s["asserted"] and b["id"] != actor:
                    shared[b["id"]].add(e["id"])
    rows = []
    for own, events in shared.items():
        days = [w.node[e].get("date_from") for e in events]
        rows.append((w.node[own]["name"], w.node[own].get("kind"), len(events), low(days), high(days), own))
    return sorted(rows, key=lambda x: (-x[2], x[0], x[5]))[:limit]


def neighbourhood(w: World, actor: str, limit: int) -> list[Row]:
    rows = set()
    for r, e in w.of_actor[actor]:
        if r["asserted"]:
            others = [(b, s["role"]) for b, s in w.of_event[e["id"]] if s["asserted"] and b["id"] != actor]
            for b, role in others or [({}, None)]:
                told = e["name"], e["event_type"], e.get("date_from"), r["role"]
                rows.add((*told, b.get("name"), role, e["id"], b.get("id")))
    return sorted(rows, key=lambda x: (day(x[2]), x[0], x[6], x[3], x[4] or "", x[7] or "", x[5] or ""))[:limit]


def dyads_by_month(w: World, since: str | None, until: str | None, limit: int) -> list[Row]:
    found: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for e in w.label["Event"]:
        begin = e.get("date_from")
        if begin is None or (since and begin < since) or (until and begin[: len(until)] > until):
            continue
        for a, _, b, _ in w.pairs(e["id"]):
            if a["id"] < b["id"]:
                found[begin[:7], a["id"], b["id"]].add(e["id"])
    rows = [(m, w.node[a]["name"], w.node[b]["name"], len(es), a, b) for (m, a, b), es in found.items()]
    return sorted(rows, key=lambda x: (-x[3], x[0], x[1], x[2], x[4], x[5]))[:limit]


def cooperation(w: World, actor: str, other: str) -> list[Row]:
    months: dict[str, Counter[int]] = defaultdict(Counter)
    for e in w.label["Event"]:
        both = {(a["id"], b["id"]) for a, _, b, _ in w.pairs(e["id"])}
        if (actor, other) in both and e.get("date_from") and e["quad"]:
            months[e["date_from"][:7]][e["quad"]] += 1
    rows = []
    for month, quads in sorted(months.items()):
        balance = (quads[1] + 2.0 * quads[2] - quads[3] - 2.0 * quads[4]) / sum(quads.values())
        rows.append((month, quads[1], quads[2], quads[3], quads[4], balance))
    return rows


def first_last_seen(w: World, kind: str | None, limit: int) -> list[Row]:
    rows = []
    for a in w.label["Actor"]:
        sure = [(r, e) for r, e in w.of_actor[a["id"]] if r["asserted"]]
        if sure and kind in (None, a.get("kind")):
            first = low(r.get("first_seen") for r, _ in sure)
            seen = high(r.get("last_seen") for r, _ in sure)
            rows.append((a["name"], a.get("kind"), first, seen, len({e["id"] for _, e in sure}), a["id"]))
    return sorted(rows, key=lambda x: (-x[4], x[0], x[5]))[:limit]


def new_since(w: World, since: str, actor: str | None, limit: int) -> list[Row]:
    rows = []
    for a, r, e in w.edges:
        if (r.get("first_seen") or "") >= since and actor in (None, a["id"]):
            told = r["first_seen"], a["name"], r["edge_type"], r["predicate"], r["role"], e["name"], r["asserted"]
            rows.append((*told, e["id"], a["id"]))
    rows.sort(key=lambda x: (x[1], x[5], x[7], x[8], x[2], x[3], x[4]))
    return sorted(rows, key=lambda x: x[0], reverse=True)[:limit]


def affiliations(w: World, actor: str | None, limit: int) -> list[Row]:
    rows = [
        (a["name"], r["position"], b["name"], r.get("since"), r.get("until"), a["id"], b["id"])
        for a, r, b in w.by["AFFILIATED_WITH"]
        if actor in (None, a["id"], b["id"])
    ]
    return sorted(rows, key=lambda x: (x[0], day(x[3]), x[1], x[2], x[5], x[6]))[:limit]


def cluster_stories(w: World, cluster: str | None, limit: int) -> list[Row]:
    rows = [
        (s["cluster"], s.get("published"), s.get("publisher"), s["name"], s.get("url"), s["id"])
        for s in w.label["Story"]
        if "cluster" in s and cluster in (None, s["cluster"])
    ]
    return sorted(rows, key=lambda x: (x[0], day(x[1]), x[5]))[:limit]


def participants(w: World, event: str) -> list[Row]:
    rows = []
    for a, r in w.of_event[event]:
        told = (
            r["role"],
            r["edge_type"],
            r["predicate"],
            r["asserted"],
            r["n_mentions"],
            r["n_stories"],
            r["confidence"],
        )
        rows.append((a["name"], a.get("kind"), *told, a["id"]))
    return sorted(rows, key=lambda x: (x[0], x[9], x[2], x[3], x[4]))


def sub_events(w: World, event: str, limit: int) -> list[Row]:
    rows = [
        (e.get("date_from"), e["name"], e["event_type"], e["asserted"], e["n_stories"], e["id"])
        for e, _, whole in w.by["PART_OF"]
        if whole["id"] == event
    ]
    return sorted(rows, key=lambda x: (day(x[0]), x[1], x[5]))[:limit]


def suspicious(w: World, limit: int) -> list[Row]:
    def row(problem: str, a: dict[str, Any]) -> Row:
        return problem, a["name"], a.get("kind"), a.get("aliases"), a["id"]

    actors = w.label["Actor"]
    names = Counter(a["name"].lower() for a in actors)
    short = [row("initial", a) for a in actors if len(a["name"]) < 3 or re.fullmatch(r"[A-Z][.]? .*", a["name"])]
    twice = [row("name twice", a) for a in actors if names[a["name"].lower()] > 1]
    return sorted(short, key=lambda x: (x[1], x[4]))[:limit] + sorted(twice, key=lambda x: (x[1], x[2], x[4]))[:limit]


def speakers(w: World, limit: int) -> list[Row]:
    told: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for m, _, a in w.by["SAID_BY"]:
        told[a["id"]].append(m)
    rows = []
    for own, ms in told.items():
        stories = [w.story[m["id"]] for m in ms]
        days = [s.get("published") for s in stories]
        publishers = len({s["publisher"] for s in stories if s.get("publisher")})
        direct = sum(m["quoted"] == "direct" for m in ms)
        a = w.node[own]
        rows.append((a["name"], a.get("kind"), len(ms), direct, publishers, low(days), high(days), own))
    return sorted(rows, key=lambda x: (-x[2], x[0], x[7]))[:limit]


def overview(w: World) -> list[Row]:
    def first(label: str, name: str) -> str | None:
        return low(n.get(name) for n in w.label[label])

    spans = {
        "Event": (first("Event", "date_from"), high(e.get("date_to") for e in w.label["Event"])),
        "Story": (first("Story", "published"), high(s.get("published") for s in w.label["Story"])),
    }
    labels = ("Actor", "Event", "Mention", "Place", "Story")
    return [(label, len(w.label[label]), *spans.get(label, (None, None))) for label in labels]


def actors(w: World, kind: str | None, country: str | None, limit: int) -> list[Row]:
    stories: dict[str, set[str]] = defaultdict(set)
    for m, _, a in w.by["PARTICIPANT"]:
        stories[a["id"]].add(w.story[m["id"]]["id"])
    rows = []
    for a in w.label["Actor"]:
        if kind in (None, a.get("kind")) and (country is None or a.get("country") == country.upper()):
            events = len({e["id"] for _, e in w.of_actor[a["id"]]})
            told = a["name"], a.get("kind"), a.get("country"), events, len(stories[a["id"]])
            rows.append((*told, a.get("aliases"), a["id"]))
    return sorted(rows, key=lambda x: (-x[3], x[0], x[6]))[:limit]


def judged(w: World, verdict: str | None) -> list[Row]:
    rows = [
        (a["name"], b["name"], r["verdict"], r.get("by"), r.get("at"), a["id"], b["id"])
        for a, r, b in w.by["JUDGED"]
        if verdict in (None, r["verdict"])
    ]
    return sorted(rows, key=lambda x: (x[0], x[1], x[5], x[6]))


ANSWERS: dict[str, Answer] = {
    name: value
    for name, value in list(globals().items())
    if callable(value)
    and getattr(value, "__module__", None) == __name__
    and value.__annotations__.get("return") == list[Row]
}
ANSWERS = {name: answer for name, answer in ANSWERS.items() if not name.startswith("_")}
