"""A real HTTP server that answers as a model would, or as none should."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass
class Answer:
    """What the server does once; the last answer of a list is given again and again.

    Attributes:
        pause_s: Seconds before each byte of `body`; the status line is sent at once.
    """

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    pause_s: float = 0.0
    is_silent: bool = False


@dataclass
class Stub:
    """A running server and what it was sent."""

    url: str
    requests: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)


def says(content: object) -> Answer:
    """Return a chat completion whose message is `content`: text, or an object as JSON."""
    words = content if isinstance(content, str) else json.dumps(content)
    message = {"role": "assistant", "content": words}
    return Answer(json.dumps({"choices": [{"index": 0, "message": message}]}).encode())


@contextmanager
def serving(*answers: Answer) -> Iterator[Stub]:
    """Yield a server on a port of this machine that gives these answers in turn."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    stub = Stub(url=f"http://127.0.0.1:{server.server_address[1]}/v1")
    cast("Any", server).stub, cast("Any", server).answers = stub, list(answers)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield stub
    finally:
        stub.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        server = cast("Any", self.server)
        body = self.rfile.read(int(self.headers["Content-Length"]))
        server.stub.requests.append({"path": self.path, **json.loads(body)})
        server.stub.headers.append(dict(self.headers))
        answer = server.answers.pop(0) if server.answers[1:] else server.answers[0]
        with suppress(OSError):  # the client may have gone
            self._give(answer, server.stub.closing)

    def _give(self, answer: Answer, closing: threading.Event) -> None:
        if answer.is_silent:
            closing.wait(10)
            return
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.end_headers()
        if not answer.pause_s:
            self.wfile.write(answer.body)
            return
        for byte in answer.body:
            if closing.wait(answer.pause_s):
                return
            self.wfile.write(bytes([byte]))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as http.server has it
        """Say nothing."""
