"""A server that answers well, badly, slowly, or not at all."""

from __future__ import annotations

import json
import socket
import time

import pytest

from graphkit.errors import ExtractorError
from graphkit.llm import Endpoint, ask, endpoint_from
from tests.llm.stub import Answer, says, serving

HELLO = says("hello")


def _ask(url: str, *, timeout_s: float = 5.0, key: str | None = None) -> str:
    """Ask without waiting between the tries."""
    endpoint = Endpoint(url=url, model="small", timeout_s=timeout_s, key=key)
    return ask(endpoint, {"messages": []}, pause=lambda _: None)


def test_the_words_of_the_answer_are_returned() -> None:
    with serving(HELLO) as stub:
        assert _ask(stub.url, key="secret") == "hello"

    assert stub.requests == [{"path": "/v1/chat/completions", "model": "small", "messages": []}]
    assert stub.headers[0]["Authorization"] == "Bearer secret"


def test_without_a_key_none_is_sent() -> None:
    with serving(HELLO) as stub:
        _ask(stub.url)

    assert "Authorization" not in stub.headers[0]


@pytest.mark.parametrize(
    ("answers", "tries"),
    [
        pytest.param([Answer(b"busy", 503), HELLO], 2, id="busy-once"),
        pytest.param([Answer(b"", 429), Answer(b"", 500), HELLO], 3, id="busy-twice"),
    ],
)
def test_a_busy_server_is_asked_again(answers: list[Answer], tries: int) -> None:
    with serving(*answers) as stub:
        assert _ask(stub.url) == "hello"

    assert len(stub.requests) == tries


def test_pauses_double_or_are_what_the_server_asks_for_up_to_a_limit() -> None:
    paused: list[float] = []
    with serving(Answer(status=503), Answer(status=429, headers={"Retry-After": "900"})) as stub:
        endpoint = Endpoint(url=stub.url, model="small", first_pause_s=0.5)
        with pytest.raises(ExtractorError):
            ask(endpoint, {}, pause=paused.append)

    assert paused == [0.5, 30.0]


BAD = [
    pytest.param(Answer(b"no such model", 404), "refused with status 404: no such model", 1,
                 id="refusal"),
    pytest.param(Answer(b"", 401), "refused with status 401: Unauthorized", 1, id="key"),
    pytest.param(Answer(b"busy", 503), "refused with status 503: busy", 3, id="busy-for-ever"),
    pytest.param(Answer(b"", 302, {"Location": "http://127.0.0.1:1/"}), "status 302", 1,
                 id="redirect"),
    pytest.param(Answer(b"<html>"), "no chat completion; is the address right?", 1, id="html"),
    pytest.param(Answer(b"\xff\xfe"), "no chat completion", 1, id="bytes"),
    pytest.param(Answer(b"[" * 100_000), "no chat completion", 1, id="deep"),
    pytest.param(Answer(b'{"choices": []}'), "no chat completion", 1, id="no-choice"),
    pytest.param(Answer(json.dumps({"choices": [{"message": {"content": None}}]}).encode()),
                 "declined to answer", 1, id="refusal-of-the-model"),
    pytest.param(Answer(b"x" * 600_000), "has more than 500 kB", 1, id="endless"),
    pytest.param(Answer(b"{}", headers={"Content-Length": "50"}), "broke off", 3, id="cut-short"),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "message", "tries"), BAD)
def test_what_is_no_answer_is_told(answer: Answer, message: str, tries: int) -> None:
    with serving(answer) as stub, pytest.raises(ExtractorError) as error:
        _ask(stub.url)

    assert message in str(error.value)
    assert stub.url in str(error.value)
    assert len(stub.requests) == tries


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(Answer(is_silent=True), id="silent"),
        pytest.param(Answer(b"x" * 1_000, pause_s=0.05), id="dripping"),
    ],
)
def test_a_slow_answer_is_given_up_after_a_limited_time(answer: Answer) -> None:
    begun = time.monotonic()
    with serving(answer) as stub, pytest.raises(ExtractorError, match=r"no whole answer in 0\.3 s"):
        _ask(stub.url, timeout_s=0.3)

    assert time.monotonic() - begun < 5.0


def test_a_closed_port_is_told_at_once() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(ExtractorError, match=r"nobody answers .*; start the server there"):
        _ask(f"http://127.0.0.1:{port}/v1")


ENVIRONMENT = {
    "GRAPHKIT_LLM_URL": "http://localhost:8000/v1/",
    "GRAPHKIT_LLM_MODEL": "small",
    "GRAPHKIT_LLM_KEY": "secret",
}


@pytest.mark.parametrize(
    ("model", "environment", "expected"),
    [
        pytest.param(None, ENVIRONMENT, ("http://localhost:8000/v1", "small", "secret"), id="env"),
        pytest.param(
            "large", ENVIRONMENT, ("http://localhost:8000/v1", "large", "secret"), id="own-model"
        ),
        pytest.param(
            "a@b@http://[::1]:1/v1", {}, ("http://[::1]:1/v1", "a@b", None), id="own-address"
        ),
        pytest.param(
            "large@https://models.example/v1",
            ENVIRONMENT,
            ("https://models.example/v1", "large", "secret"),
            id="key-by-https",
        ),
    ],
)
def test_address_model_and_key_come_from_name_and_environment(
    model: str | None, environment: dict[str, str], expected: tuple[str, str, str | None]
) -> None:
    endpoint = endpoint_from(model, environment)

    assert (endpoint.url, endpoint.model, endpoint.key) == expected
    assert "secret" not in repr(endpoint)


@pytest.mark.parametrize(
    ("model", "environment", "message"),
    [
        pytest.param("small", {}, "knows no address; set GRAPHKIT_LLM_URL", id="no-address"),
        pytest.param("@http://localhost/v1", {}, "knows no model; set GRAPHKIT_LLM_MODEL",
                     id="no-model"),
        pytest.param("m", {"GRAPHKIT_LLM_URL": "file:///etc/passwd"}, "is no address", id="file"),
        pytest.param("m", {"GRAPHKIT_LLM_URL": "localhost:8000"}, "is no address", id="no-scheme"),
        pytest.param("m@http://models.example/v1", ENVIRONMENT, "for anybody to read; use https",
                     id="key-in-the-clear"),
    ],
)  # fmt: skip
def test_what_is_no_endpoint_is_told(model: str, environment: dict[str, str], message: str) -> None:
    with pytest.raises(ExtractorError, match=message):
        endpoint_from(model, environment)
