"""What is slow on purpose, and what few tests are about."""

import pytest
from argon2 import PasswordHasher

from store import accounts, database

FAST = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


def hurry(patch: pytest.MonkeyPatch) -> None:
    """Passwords are hashed quickly. Nothing waits for the disk, which only a power cut would tell
    from waiting. ``tests.unit`` holds to both; the service that is killed has neither."""
    patch.setattr(accounts, "hasher", FAST)
    patch.setattr(database, "SYNCHRONOUS", "off")
