"""What the kernel says of processes: whose they are, how large, whether they still run."""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE_S = 60.0


def children(parent: int | None = None) -> list[int]:
    """Return the processes that a process has started, this one if none is named."""
    found: list[int] = []
    for task in Path(f"/proc/{parent or os.getpid()}/task").glob("*/children"):
        with suppress(OSError):
            found += [int(number) for number in task.read_text(encoding="ascii").split()]
    return found


def kill(numbers: list[int]) -> int:
    """Kill processes as a system without memory does; return how many there were."""
    for number in numbers:
        with suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)
    return len(numbers)


def memory_mb(number: int) -> float:
    """Return the memory that a process holds; nothing if it is gone."""
    with suppress(OSError, IndexError):
        pages = Path(f"/proc/{number}/statm").read_text(encoding="ascii").split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE") / 1e6
    return 0.0


def are_gone(numbers: list[int]) -> bool:
    """Tell whether all of them have ended."""
    return not any(_is_running(number) for number in numbers)


def _is_running(number: int) -> bool:
    with suppress(OSError):
        state = Path(f"/proc/{number}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return state[0] != "Z"
    return False


def wait_until(question: Callable[[], bool]) -> None:
    """Return as soon as the answer is True.

    Raises:
        TimeoutError: It takes too long.
    """
    end = time.monotonic() + PATIENCE_S
    while not question():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.02)
