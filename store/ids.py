"""Ids are random, so that they say nothing about anybody."""

from uuid import uuid4


def new_id() -> str:
    """A version 4 UUID as 36 characters of lower case text."""
    return str(uuid4())
