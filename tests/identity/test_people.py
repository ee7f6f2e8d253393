"""Which person is meant."""

from __future__ import annotations

import pytest

from graphkit.identity.people import bare_name, is_surname_only, person_ids, tenure_id
from graphkit.ids import ActorId
from graphkit.records import Person, TenureStatus
from tests.identity.examples import person, tenure

OHIO = tenure("Attorney General", "Ohio")
IDS = [
    pytest.param(person("Ann Bee", OHIO), "person/ann-bee.ohio-attorney-general", id="office"),
    pytest.param(person("Ann Bee"), "person/ann-bee", id="no-office"),
    pytest.param(
        person("Attorney General Ann Bee", OHIO),
        "person/ann-bee.ohio-attorney-general",
        id="office-in-the-name",
    ),
    pytest.param(person("Sen. Ann Bee"), "person/ann-bee", id="title-in-the-name"),
    pytest.param(
        person("Ann Bee", tenure("Attorney General", "Ohio", status=TenureStatus.FORMER)),
        "person/ann-bee.ohio-attorney-general",
        id="former-office-is-the-same-person",
    ),
    pytest.param(
        person("Bee", OHIO), "person/bee.ohio-attorney-general", id="surname-with-office-and-place"
    ),
    pytest.param(
        person("Ann Bee", tenure("Governor")), "person/ann-bee.governor", id="office-without-place"
    ),
]


@pytest.mark.parametrize(("record", "expected"), IDS)
def test_person_id(record: Person, expected: str) -> None:
    assert person_ids([record]) == {record.id: expected}


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(person("Bee"), id="bare-surname"),
        pytest.param(person("Ms. Bee"), id="title-and-surname"),
        pytest.param(person("van der Bee"), id="particles"),
        pytest.param(person("Bee", tenure("Senator")), id="office-without-place"),
    ],
)
def test_a_surname_alone_is_not_shared_with_other_documents(record: Person) -> None:
    (identifier,) = person_ids([record]).values()
    stem, _, digest = identifier.rpartition(".")
    assert stem in {"person/bee", "person/van-der-bee"}
    assert len(digest) == 16


def test_namesakes_of_one_document_stay_two_wherever_they_stand() -> None:
    first, second = person("Ann Bee", at=5), person("Ann Bee", at=90)
    ids = person_ids([first, second])
    assert ids[first.id] != ids[second.id]
    assert ids == person_ids([second, first])


def test_namesakes_with_different_offices_are_told_apart_by_them() -> None:
    first = person("Ann Bee", OHIO, at=5)
    second = person("Ann Bee", tenure("Governor", "Iowa"), at=90)
    assert person_ids([first, second]) == {
        first.id: "person/ann-bee.ohio-attorney-general",
        second.id: "person/ann-bee.iowa-governor",
    }


@pytest.mark.parametrize(
    ("name", "offices", "words"),
    [
        pytest.param("Dr. Ann Bee", (), ("ann", "bee"), id="title"),
        pytest.param("the Honorable Ann Bee", (), ("ann", "bee"), id="two-titles"),
        pytest.param("Ann Bee, M.D.", (), ("ann", "bee"), id="degree"),
        pytest.param("Bob Cee Jr.", (), ("bob", "cee", "jr"), id="generation-stays"),
        pytest.param("Bob Cee, Jr.", (), ("bob", "cee", "jr"), id="generation-after-a-comma"),
        pytest.param("Dean Cee", (), ("dean", "cee"), id="given-name-like-a-title"),
        pytest.param("Mayor Ann Bee", ("Mayor",), ("ann", "bee"), id="own-office"),
        pytest.param("Mayor Ann Bee", (), ("mayor", "ann", "bee"), id="office-of-nobody"),
        pytest.param("Senator", (), ("senator",), id="never-empty"),
    ],
)
def test_bare_name(name: str, offices: tuple[str, ...], words: tuple[str, ...]) -> None:
    assert bare_name(name, offices) == words


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Bee", True, id="one-word"),
        pytest.param("Bee Jr.", True, id="generation"),
        pytest.param("de la Bee", True, id="particles"),
        pytest.param("Ann Bee", False, id="given-name"),
        pytest.param("A. Bee", False, id="initial"),
        pytest.param("Ann de la Bee", False, id="given-name-and-particles"),
    ],
)
def test_is_surname_only(name: str, *, expected: bool) -> None:
    assert is_surname_only(bare_name(name), name) is expected


def test_a_tenure_is_person_office_jurisdiction_and_status() -> None:
    ann, bob = ActorId("person/ann-bee"), ActorId("person/bob-cee")
    tenures = [
        tenure_id(ann, OHIO),
        tenure_id(bob, OHIO),
        tenure_id(ann, tenure("Governor", "Ohio")),
        tenure_id(ann, tenure("Attorney General", "Iowa")),
        tenure_id(ann, tenure("Attorney General", "Ohio", status=TenureStatus.FORMER)),
    ]
    assert len(set(tenures)) == len(tenures)
    assert tenure_id(ann, tenure("attorney general", "State of Ohio", at=70)) == tenures[0]
