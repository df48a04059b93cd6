"""Which questions are asked in the tests, with parameters that this graph has answers for."""

from typing import Any

from answers import World


def cases(w: World) -> list[tuple[str, dict[str, Any]]]:
    """Every question at least once, with ids instead of names, and its defaults where it has some."""
    busy = sorted(w.of_actor, key=lambda own: (-len(w.of_actor[own]), own))
    one, two, far = busy[0], busy[1], busy[-1]
    partner = next((b["id"] for r, e in w.of_actor[one] for b, _ in w.of_event[e["id"]] if b["id"] != one), two)
    speaker = next((a["id"] for _, _, a in w.by["SAID_BY"]), one)
    named = next((e for e in w.label["Event"] if e["named"]), w.label["Event"][0])["id"]
    an_event = w.of_actor[one][0][1]["id"]
    place = w.label["Place"][0] if w.label["Place"] else {"id": "p", "country": "NO"}
    return [
        ("actors", {}),
        ("actors", {"kind": "state", "limit": 5}),
        ("affiliations", {}),
        ("affiliations", {"actor": one}),
        ("between", {"actor": one, "other": partner}),
        ("cluster_stories", {}),
        ("co_actors", {"actor": one}),
        ("contradictions", {}),
        ("contradictions", {"actor": one}),
        ("cooperation", {"actor": one, "other": partner}),
        ("denied", {}),
        ("denied", {"actor": two}),
        ("dyads_by_month", {}),
        ("dyads_by_month", {"since": "2022", "until": "2023-06"}),
        ("events_at", {"place": place["id"]}),
        ("events_in_country", {"country": str(place.get("country")).lower(), "since": "2021", "until": "2024-02"}),
        ("events_in_window", {"since": "2021-03", "until": "2021-05"}),
        ("events_of_type", {"type": "consult"}),
        ("evidence", {"actor": one, "event": an_event}),
        ("evidence", {"actor": one, "event": an_event, "role": "actor"}),
        ("first_last_seen", {}),
        ("first_last_seen", {"kind": "person", "limit": 3}),
        ("judged", {}),
        ("neighbourhood", {"actor": two}),
        ("new_since", {"since": "2023-01-01"}),
        ("new_since", {"since": "2020", "actor": one, "limit": 7}),
        ("overview", {}),
        ("participants", {"event": an_event}),
        ("path", {"from": one, "to": two}),
        ("path", {"from": one, "to": far, "limit": 5}),
        ("planned", {}),
        ("planned", {"actor": one}),
        ("planned_then_happened", {}),
        ("planned_then_happened", {"actor": one}),
        ("said", {"actor": speaker}),
        ("said", {"actor": speaker, "about": one}),
        ("single_source", {"limit": 40}),
        ("single_source", {"since": "2024"}),
        ("speakers", {}),
        ("sub_events", {"event": named}),
        ("suspicious", {}),
        ("timeline", {"actor": one}),
        ("timeline", {"actor": two, "since": "2022-03-01", "until": "2023"}),
        ("who_met_whom", {}),
        ("who_met_whom", {"actor": one, "since": "2021"}),
        ("widely_reported", {}),
    ]
