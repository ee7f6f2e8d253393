"""Hypothesis strategies for position sets."""

from __future__ import annotations

from hypothesis import strategies as st

from graphkit.records import Polarity, ReviewStatus
from tests.analysis.examples import Row

HOLDERS = ("person/a", "person/b", "organization/c", "group/d", "government/e")
TARGETS = ("policy/p", "policy/q", "action/r", "person/a")


def _row(holder: str, polarity: Polarity, target: str, rest: tuple[float, ReviewStatus]) -> Row:
    return Row(holder, polarity, target, rest[0], review_status=rest[1])


rows = st.lists(
    st.builds(
        _row,
        st.sampled_from(HOLDERS),
        st.sampled_from(tuple(Polarity)),
        st.sampled_from(TARGETS),
        st.tuples(st.sampled_from((0.2, 0.5, 0.9)), st.sampled_from(tuple(ReviewStatus))),
    ),
    max_size=16,
)
