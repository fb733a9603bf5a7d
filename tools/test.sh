#!/bin/sh
# Run every test: most of them side by side, then those that need the machine to themselves.
set -eu
cd "$(dirname "$0")/.."
PATH="$PWD/.venv/bin:$PATH"

python -m pytest -q -n 2 -m "not serial"

no_tests_collected=5
python -m pytest -q -m serial || [ $? = $no_tests_collected ]
