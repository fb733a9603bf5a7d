"""One hash for many: the root of a Merkle tree over all heads of streams."""

from collections.abc import Mapping
from hashlib import sha256

from store.canonical import canonical

Heads = Mapping[str, tuple[int, str]]


def root(heads: Heads) -> str:
    """The root, in hexadecimal, over ``{stream: (seq, hash)}`` sorted by stream."""
    # Leaves and nodes are marked apart, and an odd one moves up alone instead of being doubled:
    # otherwise different sets of heads could be given one root.
    level = [
        sha256(b"\0" + canonical([stream, *heads[stream]]).encode()).digest()
        for stream in sorted(heads)
    ]
    while len(level) > 1:
        level = [
            sha256(b"\1" + b"".join(pair)).digest() if len(pair) == 2 else pair[0]
            for pair in (level[n : n + 2] for n in range(0, len(level), 2))
        ]
    return level[0].hex() if level else sha256(b"").hexdigest()
