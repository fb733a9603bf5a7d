#!/bin/sh
# Install the locked requirements into .venv. Installs nothing unless everything needed is there.
#
#   tools/install.sh          what the service needs
#   tools/install.sh --dev    what checks and tests need besides
#
# PYTHON chooses an interpreter, CC a compiler.
set -eu
cd "$(dirname "$0")/.."

# durable-rules is built here, and forgets to ask the compiler to optimise.
CC=${CC:-gcc -O2}
export CC
export PIP_DISABLE_PIP_VERSION_CHECK=1

fingerprint() { cat "$@" | cksum | tr ' ' '-'; }
service_stamp=.venv/.service-$(fingerprint requirements.txt)
dev_stamp=.venv/.dev-$(fingerprint requirements.txt requirements-dev.txt)

version() { "$1" -c 'import platform; print(platform.python_version())' 2>/dev/null; }

# A virtual environment that was moved, or whose Python is gone or not the one asked for, is made
# anew.
fits() {
    [ -e "$service_stamp" ] &&
        .venv/bin/python -c 'import sys; sys.exit(sys.prefix != sys.argv[1])' "$PWD/.venv" 2>/dev/null &&
        { [ -z "${PYTHON:-}" ] || [ "$(version "$PYTHON")" = "$(version .venv/bin/python)" ]; }
}

if ! fits; then
    python=$(tools/find_python.sh)
    echo "Installing into .venv with $("$python" --version)"
    "$python" -m venv --clear .venv
    .venv/bin/python -m pip install --quiet --require-hashes --use-pep517 -r requirements.txt
    touch "$service_stamp"
fi

if [ "${1:-}" = --dev ] && ! [ -e "$dev_stamp" ]; then
    echo "Installing what checks and tests need"
    .venv/bin/python -m pip install --quiet --require-hashes -r requirements-dev.txt
    touch "$dev_stamp"
fi
