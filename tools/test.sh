#!/bin/sh
# Run every test, two at a time.
set -eu
cd "$(dirname "$0")/.."
PATH="$PWD/.venv/bin:$PATH"

# The browser tests wait more than they reckon: whoever is done takes over from the other.
python -m pytest -q -n 2 --dist worksteal
