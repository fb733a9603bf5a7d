#!/bin/sh
# Run every test, three at a time.
set -eu
cd "$(dirname "$0")/.."
PATH="$PWD/.venv/bin:$PATH"

# The browser tests wait more than they reckon, so three have room on two cores, and whoever is done
# takes over from another. Neighbours stay together: what they share is seldom built twice.
python -m pytest -q -n 3 --dist worksteal
