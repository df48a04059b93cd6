"""Single rules: names, offices, copies, dates."""

import pytest

from graphkit.model import Actor, ActorMention, Record, make_story
from graphkit.resolution import resolve
from graphkit.resolution.duplicates import likeness, sketch
from graphkit.resolution.linking import average_link
from graphkit.resolution.names import compare_people, organization, person
from graphkit.resolution.offices import holder


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("Vladimir Zelensky", "Volodymyr Zelenskyy", "same"),
        ("Bob Hargrove", "Robert Hargrove", "same"),
        ("J. Hargrove", "John Hargrove", "compatible"),
        ("George Bush", "George W. Bush", "compatible"),
        ("George W. Bush", "George H. W. Bush", "different"),
        ("John Adams Jr.", "John Adams", "different"),
        ("Hillary Clinton", "Bill Clinton", "different"),
        ("Peter Brandt", "Pavel Brandt", "different"),
    ],
)
def test_names_of_people(a: str, b: str, verdict: str) -> None:
    assert compare_people(person(a), person(b)) == verdict
    assert compare_people(person(b), person(a)) == verdict


def test_legal_forms_do_not_count() -> None:
    assert organization("Harlow Shipping, Inc.") == organization("Harlow Shipping Co.") == "harlow shipping"


def test_an_office_is_held_as_of_the_day_of_the_story() -> None:
    assert holder("US president", "2019-03-01") == "Donald Trump"
    assert holder("US president", "2023-03-01") == "Joe Biden"
    assert holder("president of the company", "2023-03-01") is None


def described(name: str, published: str, form: str = "nominal") -> Record:
    text = f"{name} spoke."
    story = make_story(text, published=published)
    mention = ActorMention(span=(0, len(name)), head=(name.rindex(" ") + 1, len(name)), form=form)  # type: ignore[arg-type]
    return Record(version="0", story=story, actors=(Actor(id="a1", name=name, kind="person", mentions=(mention,)),))


def test_the_president_is_who_it_was_then() -> None:
    records = [
        described("The US president", "2019-03-01"),
        described("The US president", "2023-03-01"),
        described("Donald Trump", "2024-03-01", "name"),
    ]
    owner = {line.members: line.name for line in resolve(records) if line.kind == "actor"}
    assert sorted(len(members) for members in owner) == [1, 2]


def test_user_aliases_make_one_actor_of_two_names() -> None:
    records = [described("Nora Field", "2024-03-01", "name"), described("Nora Acker", "2024-04-01", "name")]
    assert len(resolve(records)) == 2
    assert len(resolve(records, aliases=[["Nora Acker", "Nora Field"]])) == 1


def test_a_name_that_is_alone_is_not_joined_to_two_bearers() -> None:
    records = [
        described("Donald Trump", "2024-03-01", "name"),
        described("Donald Trump Jr.", "2024-03-01", "name"),
    ]
    assert len([line for line in resolve(records) if line.kind == "actor"]) == 2


def test_copies_of_a_text_are_one_cluster() -> None:
    words = [f"word{n}" for n in range(120)]
    text, cut = " ".join(words), " ".join([*words[:100], "and", "so", "on"])
    other = " ".join(reversed(words))
    records = [
        Record(version="0", story=make_story(t, publisher=p)) for t, p in ((text, "A"), (cut, "B"), (other, "C"))
    ]
    clusters = [line for line in resolve(records) if line.kind == "story"]
    assert [{story for story, _ in line.members} for line in clusters] == [{r.story.id for r in records[:2]}]
    assert likeness(sketch(text), sketch(other)) < 0.1


def test_average_link_keeps_apart_what_is_judged_apart() -> None:
    scores = {(0, 1): 0.9, (1, 2): 0.9, (0, 2): 0.9}
    assert average_link(scores, cut=0.5) == {0: 0, 1: 0, 2: 0}
    assert len(set(average_link(scores, cut=0.5, apart=[(0, 2)]).values())) == 2


@pytest.mark.parametrize(
    ("prefix", "publisher", "rule"),
    [
        ("", "A", "update by the same outlet"),
        ("Correction: ", "A", "correction by the same outlet"),
        ("", "B", None),  # another outlet's story of some of the same words is no copy
    ],
)
def test_an_outlet_writes_its_story_on(prefix: str, publisher: str, rule: str | None) -> None:
    words = [f"word{n}" for n in range(100)]
    later = prefix + " ".join([*words[:80], *(f"new{n}" for n in range(60))])
    told = [
        Record(version="0", story=make_story(" ".join(words), publisher="A", published="2024-03-01")),
        Record(version="0", story=make_story(later, publisher=publisher, published="2024-03-02")),
    ]
    assert [why.rule for line in resolve(told) if line.kind == "story" for why in line.why] == ([rule] if rule else [])
