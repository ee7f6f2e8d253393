"""Sentence embeddings: vectors of short texts, to find those that may mean the same."""

from __future__ import annotations

from graphkit.embeddings.encoder import Encoder, alike, load_encoder

__all__ = ["Encoder", "alike", "load_encoder"]
