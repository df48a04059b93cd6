"""The command line from stories to a page: exit statuses, messages, continued runs, the same bytes."""

import hashlib
import json
import multiprocessing
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graphkit.cli.ask import ids_of
from graphkit.cli.main import graphkit
from graphkit.errors import GraphkitError
from graphkit.extraction.workers import outcomes
from graphkit.loaders import Table
from graphkit.model import Record, encode_lines, make_story
from graphkit.samples import sample_paths

HOLM = "Ann Holm met Jan Berg in Oslo on Monday. Berg said that the talks had failed."
VARGA = "Police in Riga arrested Eva Varga on Tuesday. Varga denied that she had stolen the files."
NORDEN = "Norden Steel sued the ministry on Friday, and the ministry rejected the claim."
FRENCH = (
    "Le ministre des Affaires étrangères a rencontré son homologue à Paris pour évoquer la situation économique. "
    "Les deux hommes ont signé un accord et se reverront au mois de septembre dans la capitale."
)


def run(*args: object) -> Result:
    """Run a command in this process, where the model is loaded once."""
    result = CliRunner().invoke(graphkit, [str(arg) for arg in args], standalone_mode=False)
    if isinstance(result.exception, GraphkitError):
        raise result.exception
    assert result.exception is None, result.output
    return result


def shell(*args: object, cwd: Path | None = None, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a command as a user does."""
    return subprocess.run(
        [sys.executable, "-m", "graphkit", *map(str, args)],
        cwd=cwd,
        env={**os.environ, **env},
        capture_output=True,
        text=True,
        timeout=300,
    )


def write_stories(path: Path, *texts: str) -> Path:
    lines = [json.dumps({"text": text, "published": "2024-03-08", "publisher": "The Mail"}) for text in texts]
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return path


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    return write_stories(tmp_path / "stories.jsonl", HOLM, VARGA)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder with stories, their records and their graph, made once; nobody writes into it."""
    folder = tmp_path_factory.mktemp("made")
    write_stories(folder / "stories.jsonl", HOLM, VARGA)
    assert run("extract", folder / "stories.jsonl", "--output", folder / "records.jsonl").return_value == 0
    assert run("load", folder / "records.jsonl", "--store", folder / "graph.kgl").return_value == 0
    return folder


@pytest.fixture
def records(made: Path, stories: Path, tmp_path: Path) -> Path:
    """Records that are there already, of the stories of this test."""
    path = tmp_path / "records.jsonl"
    path.write_text((made / "records.jsonl").read_text().replace(str(made), str(tmp_path)))
    return path


@pytest.fixture
def store(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made / "graph.kgl", tmp_path))


def exported(store: Path) -> bytes:
    path = store.parent / "exported.jsonl"
    run("export", "jsonl", "--store", store, "--output", path)
    return path.read_bytes()


# From stories to a page, step by step


@pytest.mark.model
def test_the_steps_one_by_one_give_what_build_gives(stories: Path, records: Path, tmp_path: Path) -> None:
    resolution, by_steps, at_once = (tmp_path / name for name in ("resolution.jsonl", "steps.kgl", "once.kgl"))
    run("resolve", records, "--output", resolution)
    run("load", records, "--resolution", resolution, "--store", by_steps)
    run("build", stories, "--store", at_once)
    assert exported(by_steps) == exported(at_once)


@pytest.mark.model
def test_a_question_is_answered_as_table_json_and_csv(store: Path) -> None:
    asked = ("query", "timeline", "--param", "actor=Ann Holm", "--store", store)
    rows = json.loads(run(*asked, "--format", "json").stdout)
    assert [(row["role"], row["predicate"]) for row in rows if row["type"] == "CONSULT"] == [("actor", "meet")]
    assert "meet" in run(*asked).stdout
    assert run(*asked, "--format", "csv").stdout.splitlines()[0] == ",".join(rows[0])


@pytest.mark.model
def test_a_file_of_cypher_is_a_question_too(store: Path, tmp_path: Path) -> None:
    question = tmp_path / "mine.cypher"
    question.write_text("MATCH (a:Actor) WHERE a.name = $name RETURN a.kind AS kind")
    asked = run("query", question, "--param", "name=Eva Varga", "--store", store, "--json")
    assert json.loads(asked.stdout) == [{"kind": "person"}]


@pytest.mark.model
def test_the_page_holds_the_graph_in_one_file(store: Path, tmp_path: Path) -> None:
    page = tmp_path / "graph.html"
    told = run("export", "html", "--store", store, "--output", page, "--no-compress").stdout
    assert told.startswith(f"{page}: ")
    assert "Ann Holm" in page.read_text(encoding="utf-8")


@pytest.mark.model
def test_info_tells_what_is_in_a_store(store: Path) -> None:
    assert json.loads(run("info", "--store", store, "--json").stdout)["counts"]["nodes"]["Story"] == 2
    assert "from 2 stories" in run("info", "--store", store).stdout


def test_info_of_a_store_that_is_not_there_says_so_and_gives_the_versions(tmp_path: Path) -> None:
    told = json.loads(run("info", "--store", tmp_path / "none.kgl", "--json").stdout)
    assert told["counts"] is None
    assert "none.kgl" in told["problem"]
    assert told["versions"]["graphkit-news"]


@pytest.mark.model
def test_building_twice_changes_nothing(stories: Path, tmp_path: Path) -> None:
    store = tmp_path / "graph.kgl"
    assert "2 new" in run("build", stories, "--store", store).stdout
    once = exported(store)
    assert "nothing changed, 2 there already" in run("build", stories, "--store", store).stdout
    assert exported(store) == once


@pytest.mark.model
def test_retracting_a_story_gives_the_graph_of_the_others(stories: Path, records: Path, tmp_path: Path) -> None:
    both, one = tmp_path / "both.kgl", tmp_path / "one.kgl"
    run("build", stories, "--store", both)
    run("build", write_stories(tmp_path / "one.jsonl", HOLM), "--store", one)
    varga = json.loads(records.read_bytes().splitlines()[1])["story"]["id"]
    assert "1 removed" in run("retract", varga, "--store", both).stdout
    assert [line for line in exported(both).splitlines() if b"Varga" in line] == []
    # the stores differ in the file a story was read from, and in nothing else
    assert exported(both).replace(b"stories.jsonl", b"one.jsonl") == exported(one)


@pytest.mark.model
def test_aliases_of_a_load_and_of_a_build_make_one_of_two_and_are_kept(
    stories: Path, records: Path, tmp_path: Path
) -> None:
    aliases = tmp_path / "aliases.tsv"
    aliases.write_text("Ann Holm\tEva Varga\n", encoding="utf-8")
    loaded, built = tmp_path / "loaded.kgl", tmp_path / "built.kgl"
    run("load", records, "--store", loaded, "--aliases", aliases)
    run("load", records, "--store", loaded)
    run("build", stories, "--store", built, "--aliases", aliases)
    people = [line for line in exported(loaded).splitlines() if b'"node":"Actor"' in line and b"Varga" in line]
    assert [b"Ann Holm" in line for line in people] == [True]
    assert exported(loaded) == exported(built)


@pytest.mark.model
def test_explain_shows_a_sentence_and_its_triples(tmp_path: Path) -> None:
    told = json.loads(run("explain", "Ann Holm met Jan Berg in Oslo.", "--json").stdout)
    assert told
    assert "meet" in run("explain", "Ann Holm met Jan Berg in Oslo.", "--no-tree").stdout


@pytest.mark.model
def test_the_demo_tells_five_triples_and_three_answers_with_names(tmp_path: Path) -> None:
    told = json.loads(run("demo", "--folder", tmp_path / "demo", "--json").stdout)
    assert len(told["triples"]) == 5
    assert all(triple["sentence"] and triple["subject"] != triple["object"] for triple in told["triples"])
    assert [len(rows) > 0 for rows in told["answers"].values()] == [True] * 3
    assert not any(column.endswith("_id") for rows in told["answers"].values() for row in rows for column in row)
    assert {row["standing"] for row in told["answers"]["planned"]} == {"planned"}
    assert all(" – " in row["event"] and " → " in row["event"] for row in told["answers"]["timeline"])
    assert (tmp_path / "demo" / "graph.html").stat().st_size > 100_000


# Exit statuses and messages


@pytest.mark.model
def test_a_broken_line_is_named_and_the_rest_is_done(stories: Path, tmp_path: Path) -> None:
    lines = stories.read_text().splitlines()
    stories.write_text("\n".join([lines[0], '{"text": "cut', lines[1]]) + "\n")
    done = run("extract", stories, "--output", tmp_path / "records.jsonl")
    assert done.return_value == 1
    assert "stories.jsonl, line 2: broken JSON" in done.stderr
    assert "3 read, 2 extracted, 0 skipped, 1 failed" in done.stderr
    assert len((tmp_path / "records.jsonl").read_bytes().splitlines()) == 2


@pytest.mark.model
def test_a_story_in_another_language_is_skipped_and_counted(tmp_path: Path) -> None:
    done = run(
        "extract", write_stories(tmp_path / "in.jsonl", HOLM, FRENCH), "--output", tmp_path / "out.jsonl", "--json"
    )
    assert done.return_value == 0
    told = json.loads(done.stdout)
    assert (told["extracted"], len(told["skipped"]), told["failed"]) == (1, 1, [])


def test_ids_of_an_answer_are_single_or_in_lists_and_no_rows_are_told() -> None:
    columns = ("event", "event_id", "event_ids")
    assert ids_of(Table(columns, (("x", "e1", ["e2", "e1"]), ("y", None, ())), False)) == ["e1", "e2"]
    with pytest.raises(GraphkitError, match="no rows"):
        ids_of(Table(columns, (), False))
    with pytest.raises(GraphkitError, match="returns no ids"):
        ids_of(Table(("event",), (("x",),), False))


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("query", "timeline", "--store", "none.kgl"), "none.kgl"),
        (("query", "nothing-like-it", "--store", "none.kgl"), "none.kgl"),
        (("resolve", "none.jsonl", "--output", "r.jsonl"), "none.jsonl"),
        (("load", "none.jsonl", "--store", "g.kgl"), "none.jsonl"),
        (("extract", "none.txt", "--output", "no-folder/r.jsonl"), "no-folder"),
        (("export", "html", "--output", "g.html", "--param", "a=b"), "--query"),
        (("query", "timeline", "--param", "actor", "--store", "g.kgl"), "key=value"),
    ],
)
def test_what_cannot_be_done_is_one_line_without_a_traceback_and_status_2(
    args: tuple[str, ...], message: str, tmp_path: Path
) -> None:
    done = shell(*args, cwd=tmp_path)
    assert done.returncode == 2, done.stderr
    assert message in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr


@pytest.mark.model
def test_a_missing_file_alone_is_status_2_and_beside_a_story_status_1(stories: Path, tmp_path: Path) -> None:
    alone = shell("extract", "none.txt", "--output", "r.jsonl", cwd=tmp_path)
    assert alone.returncode == 2
    assert "none.txt" in alone.stderr
    assert "Traceback" not in alone.stderr
    beside = shell("extract", "none.txt", stories, "--output", "s.jsonl", cwd=tmp_path)
    assert beside.returncode == 1
    assert "3 read, 2 extracted, 0 skipped, 1 failed" in beside.stderr


@pytest.mark.parametrize("args", [("--help",), ("--version",), ("query", "--list"), ("info", "--json")])
def test_what_asks_for_no_work_is_status_0(args: tuple[str, ...], tmp_path: Path) -> None:
    done = shell(*args, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_reader_that_closes_the_pipe_is_no_error(tmp_path: Path) -> None:
    done = subprocess.run(
        f"{sys.executable} -m graphkit query --list | head -1; echo ${{PIPESTATUS[0]}}",
        shell=True,
        executable="/bin/bash",
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert done.stdout.splitlines()[-1] == "0"
    assert "Traceback" not in done.stderr


# Runs that are continued


@pytest.mark.model
@pytest.mark.parametrize("cut", [0.0, 0.3, 0.7, 1.0])
def test_a_run_stopped_anywhere_gives_the_same_bytes_when_continued(
    stories: Path, records: Path, cut: float, tmp_path: Path
) -> None:
    whole = records.read_bytes()
    stopped = tmp_path / "stopped.jsonl"
    stopped.write_bytes(whole[: int(len(whole) * cut)])
    run("extract", stories, "--output", stopped)
    assert stopped.read_bytes() == whole


@pytest.mark.model
@pytest.mark.parametrize("change", ["version", "input"])
def test_a_run_of_another_version_or_input_is_refused_until_started_anew(
    stories: Path, records: Path, change: str, tmp_path: Path
) -> None:
    whole = records.read_bytes()
    if change == "version":
        line = json.loads(whole.splitlines()[0])
        records.write_text(json.dumps({**line, "version": "graphkit 0.0.1"}) + "\n")
    else:
        stories = write_stories(tmp_path / "others.jsonl", NORDEN)
    before = records.read_bytes()
    with pytest.raises(GraphkitError, match="--fresh"):
        run("extract", stories, "--output", records)
    assert records.read_bytes() == before
    run("extract", stories, "--output", records, "--fresh")
    assert (records.read_bytes() == whole) is (change == "version")


# The same bytes


@pytest.mark.model
def test_shuffled_input_gives_the_same_records(tmp_path: Path) -> None:
    texts = [HOLM, VARGA, NORDEN] + [f"{HOLM} That was meeting number {n}." for n in range(40)]
    shuffled = random.Random(1).sample(texts, len(texts))
    found = []
    for number, order in enumerate((texts, shuffled)):
        folder = tmp_path / str(number)
        folder.mkdir()
        output = folder / "records.jsonl"
        run("extract", write_stories(folder / "stories.jsonl", *order), "--output", output)
        # a record also names the file that its story was read from
        found.append(sorted(output.read_text().replace(str(folder), "").splitlines()))
    assert found[0] == found[1]


@pytest.mark.model
@pytest.mark.slow
def test_two_workers_and_three_hash_seeds_give_the_bytes_of_one(tmp_path: Path) -> None:
    runs = [("1", "0"), ("1", "1"), ("1", "31"), ("2", "0")]
    found = set()
    for workers, seed in runs:
        output = tmp_path / f"{workers}-{seed}.jsonl"
        done = shell("extract", *sample_paths(), "--workers", workers, "--output", output, PYTHONHASHSEED=seed)
        assert done.returncode == 0, done.stderr
        found.add(digest(output))
    assert len(found) == 1


@pytest.mark.model
@pytest.mark.slow
def test_three_hash_seeds_give_the_same_graph_and_page(records: Path, tmp_path: Path) -> None:
    found = set()
    for seed in ("0", "1", "31"):
        folder = tmp_path / seed
        folder.mkdir()
        for args in (
            ("load", records, "--store", "graph.jsonl"),
            ("export", "jsonl", "--store", "graph.jsonl", "-o", "canonical.jsonl"),
            ("export", "html", "--store", "graph.jsonl", "-o", "graph.html"),
        ):
            done = shell(*args, cwd=folder, PYTHONHASHSEED=seed)
            assert done.returncode == 0, done.stderr
        found.add((digest(folder / "canonical.jsonl"), digest(folder / "graph.html")))
    assert len(found) == 1


# Workers that die


@pytest.mark.model
@pytest.mark.slow
def test_a_killed_worker_loses_no_story() -> None:
    stories = [make_story(f"{HOLM} That was meeting number {n}. {VARGA * 5}") for n in range(150)]
    killed: list[int] = []

    def kill_one() -> None:
        """Wait until workers run, let them begin, and kill the first."""
        deadline = time.monotonic() + 60
        while not killed and time.monotonic() < deadline:
            time.sleep(0.2)
            for child in multiprocessing.active_children():
                time.sleep(2.0)
                assert child.pid is not None
                os.kill(child.pid, signal.SIGKILL)
                killed.append(child.pid)
                break

    killer = threading.Thread(target=kill_one)
    killer.start()
    found = list(outcomes(stories, workers=2))
    killer.join()
    assert len(killed) == 1
    expected = list(outcomes(stories, workers=1))
    assert all(isinstance(outcome, Record) for outcome in found)
    assert encode_lines(found) == encode_lines(expected)


def test_a_sentence_longer_than_a_file_name_is_explained() -> None:
    sentence = "Ann Holm met Jan Berg in Oslo, " + "and she praised him, " * 20 + "and he left."
    assert "meet" in run("explain", sentence, "--no-tree").stdout


def test_a_store_that_no_file_can_be_named_after_is_one_line_on_standard_error() -> None:
    told = shell("info", "--store", "a" * 400 + ".kgl")
    assert told.returncode == 2
    assert "File name too long" in told.stderr
    assert len(told.stderr.splitlines()) == 1


@pytest.mark.parametrize("command", ["build", "extract", "query", "export", "explain"])
def test_examples_in_help_stand_on_lines_of_their_own(command: str) -> None:
    lines = run(command, "--help").stdout.splitlines()
    examples = lines[lines.index("  Examples:") + 1 :]
    assert examples[0].strip().startswith(f"graphkit {command}")
