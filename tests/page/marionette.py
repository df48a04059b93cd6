"""The system's Firefox, driven by its own protocol (Marionette): JSON with its length before it, over a socket."""

import json
import socket
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

PREFERENCES = {
    "marionette.port": 0,  # any free one; the file MarionetteActivePort in the profile names it
    "network.dns.disabled": True,
    "network.proxy.type": 1,
    "network.proxy.socks": "127.0.0.1",
    "network.proxy.socks_port": 9,  # nobody answers there: whatever asks the network fails at once
    "ui.prefersReducedMotion": 1,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "browser.startup.page": 0,
}
WATCH = """
const { Services } = globalThis;
globalThis.graphkitAsked = [];
Services.obs.addObserver((channel) => {
  channel.QueryInterface(Ci.nsIHttpChannel);
  if (channel.loadInfo.browsingContext) globalThis.graphkitAsked.push(channel.URI.spec);
}, "http-on-modify-request");
Services.console.reset();
"""
HEARD = """
const told = Services.console.getMessageArray().filter((it) => it instanceof Ci.nsIScriptError);
return told.filter((it) => it.sourceName.startsWith("file:") && !(it.flags & Ci.nsIScriptError.warningFlag))
  .map((it) => it.errorMessage);
"""


class Firefox:
    """A headless Firefox with an empty profile in `folder`, for a ``with`` block."""

    def __init__(self, program: str, folder: Path) -> None:
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in PREFERENCES.items()]
        (folder / "user.js").write_text("\n".join(lines), "utf-8")
        command = [program, "--headless", "--marionette", "-remote-allow-system-access", "--no-remote", "--profile"]
        self.process = subprocess.Popen([*command, str(folder)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.folder, self.number = folder, 0

    def __enter__(self) -> Self:
        port = self.folder / "MarionetteActivePort"
        end = time.monotonic() + 90
        while not (port.exists() and port.read_text().strip()):
            if self.process.poll() is not None or time.monotonic() > end:
                raise RuntimeError("Firefox did not open its port for Marionette within 90 seconds")
            time.sleep(0.2)
        self.socket = socket.create_connection(("127.0.0.1", int(port.read_text())), timeout=90)
        self.stream = self.socket.makefile("rb")
        self._receive()
        self.send("WebDriver:NewSession", {"capabilities": {"alwaysMatch": {"acceptInsecureCerts": False}}})
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stream.close()
        self.socket.close()
        self.process.terminate()
        self.process.wait(timeout=30)

    def send(self, command: str, parameters: dict[str, Any] | None = None) -> Any:
        """Answer to a command of the protocol; a refused one is an error."""
        self.number += 1
        message = json.dumps([0, self.number, command, parameters or {}]).encode()
        self.socket.sendall(b"%d:%b" % (len(message), message))
        _, _, error, result = self._receive()
        if error is not None:
            raise RuntimeError(f"{command}: {error['error']}: {error['message']}")
        return result.get("value") if isinstance(result, dict) and set(result) == {"value"} else result

    def _receive(self) -> Any:
        length = b""
        while (digit := self.stream.read(1)) != b":":
            if not digit:
                raise RuntimeError("Firefox closed the connection")
            length += digit
        return json.loads(self.stream.read(int(length)))

    def run(self, script: str, *values: Any, chrome: bool = False) -> Any:
        """What a script returns, in the page or in the browser itself."""
        self.send("Marionette:SetContext", {"value": "chrome" if chrome else "content"})
        # one sandbox of the browser for all scripts, so that a later one sees what an earlier one keeps
        where = {"sandbox": "system", "newSandbox": False} if chrome else {}
        return self.send("WebDriver:ExecuteScript", {"script": script, "args": values, **where})

    def wait(self, condition: str, *values: Any, seconds: float = 60) -> None:
        """Return when the condition holds in the page."""
        end = time.monotonic() + seconds
        while not self.run(f"return {condition}", *values):
            if time.monotonic() > end:
                raise TimeoutError(f"not within {seconds} seconds: {condition}")
            time.sleep(0.1)

    def open(self, path: Path, width: int = 1280, height: int = 800) -> None:
        """Open a page, listening, and wait until it is ready."""
        self.run(WATCH, chrome=True)
        self.send("Marionette:SetContext", {"value": "content"})
        self.send("WebDriver:SetWindowRect", {"width": width, "height": height})
        self.send("WebDriver:Navigate", {"url": path.as_uri()})
        self.wait("document.documentElement.dataset.ready === '1'")

    def heard(self) -> tuple[list[str], list[str]]:
        """Errors of pages since `open`, and what they asked the network for."""
        return self.run(HEARD, chrome=True), self.run("return globalThis.graphkitAsked", chrome=True)
