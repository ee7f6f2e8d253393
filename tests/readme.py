"""Run the code blocks of the README in a folder of their own, and compare or rewrite their output.

`python -m tests.readme` puts what the commands answer today into the README, and draws its picture
anew. A person reads the difference before it is committed.

A block with a file name behind its language (```` ```text notice.txt ````) is saved under that
name. Of a `console` block each line that begins with `$ graphkit` is run, and what follows is its
output; `$ make demo` stands for the command that the Makefile runs, without the installing. A
`python` block is run, and a `text` block right behind it is its output.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"
PICTURE = README.parent / "docs" / "images" / "graph.png"
PICTURE_WIDTH, PICTURE_HEIGHT = 1280, 800
DRAWN = "html[data-ready='true']"
FENCED = re.compile(r"^```(?P<info>[^\n`]*)\n(?P<text>.*?)^```$", flags=re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (?P<command>graphkit (?:'[^']*'|[^'\n])*)\n", flags=re.MULTILINE)
"""A command goes on over line breaks inside single quotes."""
SECONDS = re.compile(r"\bin \d+\.\d s\b")
MAKE_DEMO = "$ make demo\n"
SHOWN_COLUMNS = "120"
"""Width of the terminal in which the README's commands are run, in characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A fenced block: its language, the file name behind it, and its text."""

    language: str
    file_name: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a command or program of the README wrote, and what stands there: README[start:end]."""

    source: str
    written: str
    start: int
    end: int


def blocks_of(readme: str) -> tuple[Block, ...]:
    """Return the fenced blocks of a Markdown text, in order."""
    found = []
    for match in FENCED.finditer(readme):
        language, _, file_name = match["info"].strip().partition(" ")
        start, end = match.span("text")
        block = Block(
            language=language, file_name=file_name, text=match["text"], start=start, end=end
        )
        found.append(block)
    return tuple(found)


def run_in(folder: Path, command: list[str] | str) -> str:
    """Return what a command writes to its standard output; an error ends the run."""
    done = subprocess.run(  # noqa: S603 - the commands are those of our own README
        command if isinstance(command, list) else ["/bin/sh", "-c", command],
        cwd=folder,
        env=_environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"{command!r} ended with {done.returncode}: {done.stderr.strip()}")
    return _trimmed(done.stdout)


def _environment() -> dict[str, str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    plain = {"COLUMNS": SHOWN_COLUMNS, "NO_COLOR": "1", "PYTHONUTF8": "1", "TERM": "dumb"}
    return {"HOME": os.environ.get("HOME", "/"), "PATH": path, **plain}


def without_times(output: str) -> str:
    """Return output in which it does not matter how long something took."""
    return SECONDS.sub("in some time", output)


def _trimmed(output: str) -> str:
    """Drop white space at the ends of lines, which Markdown files do not keep."""
    return "".join(f"{line.rstrip()}\n" for line in output.splitlines())


def answers_of(readme: str, folder: Path) -> tuple[Answer, ...]:
    """Run all blocks in order, in `folder`, and return what they wrote."""
    answers: list[Answer] = []
    blocks = blocks_of(readme)
    for place, block in enumerate(blocks):
        if block.file_name:
            (folder / block.file_name).write_text(block.text, encoding="utf-8")
        elif MAKE_DEMO in block.text:
            run_in(folder, "graphkit demo --out demo")
        elif block.language == "console":
            answers.extend(_console_answers(block, folder))
        elif block.language == "python":
            shown = blocks[place + 1]
            written = run_in(folder, [sys.executable, "-c", block.text])
            answers.append(
                Answer(source=block.text, written=written, start=shown.start, end=shown.end)
            )
    return tuple(answers)


def _console_answers(block: Block, folder: Path) -> list[Answer]:
    commands = list(COMMAND.finditer(block.text))
    ends = [*(match.start() for match in commands), len(block.text)][1:]
    return [
        Answer(
            source=match["command"],
            written=run_in(folder, match["command"]),
            start=block.start + match.end(),
            end=block.start + end,
        )
        for match, end in zip(commands, ends, strict=True)
    ]


def rewritten(readme: str, folder: Path) -> str:
    """Return the README with today's answers in it."""
    for answer in reversed(answers_of(readme, folder)):
        readme = readme[: answer.start] + answer.written + readme[answer.end :]
    return readme


def draw_picture(page: Path, out: Path) -> None:
    """Save what a headless Chromium shows of the page, once it is drawn."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        tab = browser.new_page(viewport={"width": PICTURE_WIDTH, "height": PICTURE_HEIGHT})
        tab.goto(page.as_uri())
        tab.wait_for_selector(DRAWN, state="attached")
        tab.screenshot(path=out)
        browser.close()


def main() -> None:
    """Rewrite the README and its picture."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        README.write_text(rewritten(README.read_text(encoding="utf-8"), folder), encoding="utf-8")
        draw_picture(folder / "demo" / "graph.html", PICTURE)


if __name__ == "__main__":
    main()
