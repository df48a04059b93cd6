"""One writer at a time for a file, on every system, let go by the system when the process dies."""

import os
import sys
from pathlib import Path
from typing import IO

from graphkit.errors import StoreLocked, StoreUnavailable

if sys.platform == "win32":
    import msvcrt

    def _seize(file: IO[str]) -> None:
        file.seek(1 << 20)  # a byte beyond the text: Windows would not let others read a locked one
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _seize(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FileLock:
    """Lock beside a file (``graph.jsonl.lock``) which names the process that holds it.

    Raises
    ------
    StoreLocked
        Another process, or another store of this one, holds it.
    StoreUnavailable
        The folder does not exist or cannot be written to.
    """

    def __init__(self, path: Path) -> None:
        lock = path.with_name(path.name + ".lock")
        try:
            self._file = lock.open("a+", encoding="utf-8")
        except OSError as error:
            raise StoreUnavailable(f"{path}: cannot be written to ({error.strerror})") from error
        try:
            _seize(self._file)
        except OSError as error:
            self._file.seek(0)
            holder = self._file.read().strip() or "unknown"
            self._file.close()
            raise StoreLocked(
                f"{path}: process {holder} is writing to it; wait until it has finished, or open it for reading only"
            ) from error
        self._file.seek(0)
        self._file.truncate()
        self._file.write(str(os.getpid()))
        self._file.flush()

    def release(self) -> None:
        """Let others write."""
        self._file.close()
