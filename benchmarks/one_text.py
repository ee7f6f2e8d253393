"""Read one text of so many characters: python -m benchmarks.one_text 100000.

Prints the CPU seconds and the megabytes that it takes; `benchmarks.bench_reading` runs it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.bench_reading import cpu_s, document_of, samples
from graphkit.nlp import extract, load_language

KILOBYTES_IN_MB = 1000


def memory_mb() -> float:
    """Return the most memory that this process has held so far."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    peak = next(line for line in lines if line.startswith("VmHWM:"))
    return int(peak.split()[1]) / KILOBYTES_IN_MB


def main() -> None:
    """Measure one text."""
    length = int(sys.argv[1])
    joined = "\n\n".join(samples())
    text = (joined * (length // len(joined) + 1))[:length]
    nlp = load_language()
    list(extract(nlp, (document_of(joined[:2000], "warm.txt"),)))
    before = memory_mb()
    seconds = cpu_s(lambda: list(extract(nlp, (document_of(text, "one.txt"),))))
    sys.stdout.write(f"{seconds} {memory_mb() - before}\n")


if __name__ == "__main__":
    main()
