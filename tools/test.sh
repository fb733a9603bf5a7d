#!/bin/sh
# Run every test, three at a time.
set -eu
cd "$(dirname "$0")/.."
PATH="$PWD/.venv/bin:$PATH"

# The browser tests wait more than they reckon, so three have room on two cores. What is built once
# and looked at by many tests is built in one process only (xdist_group in two conftest.py).
python -m pytest -q -n 3 --dist loadgroup
