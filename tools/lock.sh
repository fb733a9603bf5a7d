#!/bin/sh
# Lock every requirement to a version and its hashes, for Python 3.11 and 3.12 alike.
# Versions already locked stay; to move one, give it: tools/lock.sh --upgrade-package flask
set -eu
cd "$(dirname "$0")/.."

for name in requirements requirements-dev; do
    uv pip compile --quiet --generate-hashes --universal --python-version 3.11 \
        --custom-compile-command "make lock" "$@" "$name.in" --output-file "$name.txt"
done
