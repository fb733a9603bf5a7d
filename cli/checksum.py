"""A checksum for an exported decision. It shows a damaged copy; it is no proof against forgery."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any


def checksum(bundle: Mapping[str, Any]) -> str:
    """SHA-256, in hexadecimal, of everything in the bundle but the checksum itself."""
    rest = {name: value for name, value in bundle.items() if name != "checksum"}
    return sha256(json.dumps(rest, sort_keys=True).encode()).hexdigest()
