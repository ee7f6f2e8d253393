"""Trials by the thousand: strange texts, strange files, and builds that are killed.

pytest runs a small seeded part of them; `make soak` runs all. See docs/reliability.md.
"""
