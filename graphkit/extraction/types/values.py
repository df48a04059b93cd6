"""Values of the evaluator: a kind of act with the trace of how it came about, and how operators change it."""

from dataclasses import dataclass, replace

COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
MATERIAL_CONFLICT = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
CONFLICT = MATERIAL_CONFLICT | {"THREATEN", "ACCUSE", "REJECT", "REQUEST"}
NEUTRAL = frozenset({"STATEMENT", "ATTEND", "OTHER"})


@dataclass(frozen=True, slots=True)
class Value:
    """Type, mode and how it came about; `word` is the noun or verb at the bottom."""

    type: str
    mode: str | None = None
    trace: tuple[str, ...] = ()
    word: str = ""


def of_kind(kind: str, word: str, why: str) -> Value | None:
    """Value of a ``TYPE/mode`` of the tables; None where they say that it is no event."""
    if kind == "-":
        return None
    type_, _, mode = kind.partition("/")
    if type_ == "happening":
        type_ = "OTHER"
    return Value(type_, mode or None, (f"{word}: {why} {kind}",), word)


def step(value: Value, type_: str, mode: str | None, why: str) -> Value:
    """The value changed by an operator, with one more line of trace."""
    return replace(value, type=type_, mode=mode, trace=(*value.trace, f"{why} → {type_}{'/' + mode if mode else ''}"))


def agree(value: Value, word: str) -> Value:
    """Promised cooperation is agreement, promised conflict a threat."""
    if value.type in MATERIAL_CONFLICT and word not in ("agree", "agreement"):
        return threaten(value, word)
    return step(value, "AGREE", None, f"agree-operator {word}")


def refuse(value: Value | None, word: str) -> Value:
    """What is refused is rejected; the mode says what was wanted."""
    base = value or Value("OTHER")
    return step(base, "REJECT", wanted(base, change=None), f"refuse-operator {word}")


def request(value: Value | None, word: str) -> Value:
    """What is asked for is requested; the mode says what is wanted."""
    base = value or Value("OTHER")
    return step(base, "REQUEST", wanted(base, change="change"), f"request-operator {word}")


def wanted(value: Value, *, change: str | None) -> str | None:
    """Mode of a request or refusal by what is asked for."""
    if value.type in ("AID", "COOPERATE", "SUPPORT"):
        return "assist"
    if value.type in ("CONSULT", "ATTEND"):
        return "meet"
    if value.type in ("CONCEDE", "RETREAT", "AGREE"):
        return "yield"
    return change


def threaten(value: Value | None, word: str) -> Value:
    """A threat with the mode that says of what."""
    base = value or Value("OTHER")
    mode = None
    if base.type == "ASSAULT" or base.type == "MOBILIZE":
        mode = "violence"
    elif base.type == "COERCE":
        mode = {"arrest": "arrest", "seize": "territory", "deport": "expel"}.get(base.mode or "", "restrict")
    elif base.type == "SANCTION":
        mode = {"expel": "expel", "convict": "arrest"}.get(base.mode or "", "relations")
    return step(base, "THREATEN", mode, f"threaten-operator {word}")


def end(value: Value, word: str) -> Value:
    """An end of conflict is a retreat or a concession, an end of cooperation a sanction."""
    why = f"end-operator {word}"
    if value.type in ("COERCE", "PROTEST", "ACCUSE", "REJECT", "THREATEN"):
        open_again = value.mode in ("curfew", "martial-law") or value.word in ("embargo", "blockade", "siege")
        return step(value, "RETREAT" if open_again or value.mode == "seize" else "CONCEDE", None, why)
    if value.type == "ASSAULT":
        return step(value, "RETREAT", "ceasefire", why)
    if value.type in ("MOBILIZE", "SANCTION"):
        return step(value, "RETREAT", None, why)
    if value.mode == "visit":
        return step(value, "OTHER", None, why)
    if value.type in COOPERATIVE:
        return step(value, "SANCTION", "discontinue", why)
    return step(value, value.type, value.mode, why)


def allow(value: Value, word: str) -> Value:
    """Leave to do something is a concession; leave for violence is that violence."""
    if value.type in ("ASSAULT", "COERCE", "MOBILIZE", "SANCTION"):
        return step(value, value.type, value.mode, f"allow-operator {word}")
    if value.type in ("AID", "AGREE", "SUPPORT", "COOPERATE"):
        return step(value, value.type, None, f"allow-operator {word}")
    if value.type == "RETREAT":
        return step(value, value.type, value.mode, f"allow-operator {word}")
    return step(value, "CONCEDE", None, f"allow-operator {word}")
