#!/bin/sh
# Run every test, two at a time.
set -eu
cd "$(dirname "$0")/.."
PATH="$PWD/.venv/bin:$PATH"

python -m pytest -q -n 2
