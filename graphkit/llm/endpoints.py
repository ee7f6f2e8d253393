"""Talk to a server that answers `/v1/chat/completions` as OpenAI's does, on this machine or not.

The server is not trusted: an answer may be late, endless, or not what was asked for.
"""

from __future__ import annotations

import http.client
import json
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from graphkit.errors import ExtractorError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from email.message import Message
    from typing import IO

URL, MODEL, KEY = "GRAPHKIT_LLM_URL", "GRAPHKIT_LLM_MODEL", "GRAPHKIT_LLM_KEY"
"""Names in the environment; the key stands nowhere else, as others can read command lines."""
TIMEOUT_S = 120.0
"""For a whole answer; a small model on a processor needs a minute for a long text."""
TRIES = 3
FIRST_PAUSE_S = 1.0
"""Before the second try; it doubles with each."""
LONGEST_PAUSE_S = 30.0
"""What a server may ask for with Retry-After."""
MAX_ANSWER_BYTES = 500_000
"""A long answer has 50,000."""
CHUNK_BYTES = 65_536
BUSY = frozenset({408, 429, 500, 502, 503, 504})
"""Statuses that may be another one in a moment."""
SHOWN_ANSWER = 200
"""Characters of a refusal that say why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """Where a model answers.

    Attributes:
        url: Up to and with `/v1`, without the slash behind it.
        key: Sent as a bearer token; None where the server asks for none.
        timeout_s: Seconds for one answer.
        first_pause_s: Seconds before the second try.
    """

    url: str
    model: str
    key: str | None = field(default=None, repr=False)
    timeout_s: float = TIMEOUT_S
    first_pause_s: float = FIRST_PAUSE_S

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ExtractorError(
                f"{self.url!r} is no address of a model; write one such as http://localhost:8000/v1"
            )
        if self.key is not None and parts.scheme == "http" and not _is_local(parts.hostname):
            raise ExtractorError(
                f"the key would go to {parts.hostname} for anybody to read; use https, or unset "
                f"{KEY} if the server asks for none"
            )


def endpoint_from(model: str | None, environment: Mapping[str, str]) -> Endpoint:
    """Return where to ask.

    Args:
        model: "NAME", or "NAME@URL"; what it leaves out is taken from the environment.
        environment: May have GRAPHKIT_LLM_URL, GRAPHKIT_LLM_MODEL and GRAPHKIT_LLM_KEY.

    Raises:
        ExtractorError: URL or model are told nowhere, or the URL is none.
    """
    name, url = _split(model or "")
    url = url or environment.get(URL, "")
    name = name or environment.get(MODEL, "")
    if not url or not name:
        what, variable = ("address", URL) if not url else ("model", MODEL)
        raise ExtractorError(
            f"the extractor llm knows no {what}; set {variable}, or write "
            "llm:MODEL@http://localhost:8000/v1"
        )
    return Endpoint(url=url.rstrip("/"), model=name, key=environment.get(KEY) or None)


def ask(
    endpoint: Endpoint,
    body: Mapping[str, object],
    *,
    pause: Callable[[float], None] = time.sleep,
) -> str:
    """Post a request to `/chat/completions`, and return the words of the answer.

    Args:
        endpoint: Where.
        body: What to send, as JSON; the model is added.
        pause: Waits so many seconds before the next try.

    Raises:
        ExtractorError: Nobody answers, not in time, with a refusal, or with something else than
            a chat completion.
    """
    request = _request(endpoint, {"model": endpoint.model, **body})
    fault = _TryError("no try was made")
    for attempt in range(TRIES):
        if attempt:
            pause(min(fault.wait_s or endpoint.first_pause_s * 2 ** (attempt - 1), LONGEST_PAUSE_S))
        try:
            return _words(_posted(request, endpoint.timeout_s))
        except _TryError as error:
            fault = error
            if not error.may_pass:
                break
    raise ExtractorError(f"{endpoint.url}: {fault}") from fault


class _TryError(Exception):
    """Why a try failed, whether the next may not, and how long the server asks to wait."""

    def __init__(self, reason: str, *, may_pass: bool = False, wait_s: float = 0.0) -> None:
        super().__init__(reason)
        self.may_pass = may_pass
        self.wait_s = wait_s


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """A redirect would carry text and key to somewhere that the user has not named."""

    def redirect_request(
        self,
        req: urllib.request.Request,  # noqa: ARG002
        fp: IO[bytes],  # noqa: ARG002
        code: int,  # noqa: ARG002
        msg: str,  # noqa: ARG002
        headers: Message,  # noqa: ARG002
        newurl: str,  # noqa: ARG002
    ) -> None:
        """Follow none."""
        return


def _request(endpoint: Endpoint, body: Mapping[str, object]) -> urllib.request.Request:
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if endpoint.key is not None:
        headers["Authorization"] = f"Bearer {endpoint.key}"
    return urllib.request.Request(  # noqa: S310 - the scheme is checked with the endpoint
        f"{endpoint.url}/chat/completions",
        data=json.dumps(body).encode("utf-8", "replace"),
        headers=headers,
        method="POST",
    )


def _posted(request: urllib.request.Request, timeout_s: float) -> bytes:
    end = time.monotonic() + timeout_s
    opener = urllib.request.build_opener(_NoRedirects)
    try:
        with opener.open(request, timeout=timeout_s) as response:
            return _read(response, end)
    except urllib.error.HTTPError as error:
        with error:
            raise _refusal(error) from error
    except TimeoutError as error:
        raise _TryError(f"no whole answer in {timeout_s:g} s", may_pass=True) from error
    except urllib.error.URLError as error:
        if isinstance(error.reason, TimeoutError):
            raise _TryError(f"no whole answer in {timeout_s:g} s", may_pass=True) from error
        raise _TryError(f"nobody answers ({error.reason}); start the server there") from error
    except (OSError, http.client.HTTPException) as error:
        raise _TryError(
            f"the answer broke off ({error or type(error).__name__})", may_pass=True
        ) from (error)


def _read(response: http.client.HTTPResponse, end: float) -> bytes:
    """Return a whole answer; one that drips or never ends is given up."""
    chunks: list[bytes] = []
    size = 0
    while chunk := response.read1(CHUNK_BYTES):
        chunks.append(chunk)
        size += len(chunk)
        if size > MAX_ANSWER_BYTES:
            raise _TryError(f"the answer has more than {MAX_ANSWER_BYTES // 1_000} kB")
        if time.monotonic() > end:
            raise TimeoutError
    whole = b"".join(chunks)
    if response.length:  # what is still to come of what was announced
        raise http.client.IncompleteRead(whole, response.length)
    return whole


def _refusal(error: urllib.error.HTTPError) -> _TryError:
    told = error.read(SHOWN_ANSWER).decode("utf-8", "replace")
    wait = error.headers.get("Retry-After", "")
    return _TryError(
        f"refused with status {error.code}: {' '.join(told.split()) or error.reason}",
        may_pass=error.code in BUSY,
        wait_s=float(wait) if wait.isascii() and wait.isdigit() else 0.0,
    )


def _words(raw: bytes) -> str:
    """Return the content of the first choice."""
    try:
        answer = json.loads(raw.decode("utf-8"))
        content = answer["choices"][0]["message"]["content"]
    except (ValueError, RecursionError, LookupError, TypeError) as error:
        raise _TryError("the answer is no chat completion; is the address right?") from error
    if not isinstance(content, str):
        raise _TryError("the model has declined to answer")
    return content


def _split(model: str) -> tuple[str, str]:
    """Part "NAME@URL"; a name may have an @ of its own."""
    name, mark, url = model.rpartition("@")
    if mark and url.startswith(("http://", "https://")):
        return name, url
    return model, ""


def _is_local(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
