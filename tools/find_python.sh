#!/bin/sh
# Print a Python that can run and build the service, or say what is missing and fail.
#
# PYTHON is tried alone if given. CC is the compiler that will be used.
set -eu

CC=${CC:-gcc -O2}

version() { "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null; }

right_version() { case "$(version "$1")" in 3.11 | 3.12) ;; *) return 1 ;; esac }

has_venv() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }

has_headers() {
    "$1" -c 'import os, sys, sysconfig
sys.exit(not os.path.exists(os.path.join(sysconfig.get_path("include"), "Python.h")))'
}

compiles() {
    scratch=$(mktemp -d)
    echo '#include <stdio.h>' >"$scratch/try.c"
    # CC may carry options, so it is split into words.
    # shellcheck disable=SC2086
    $CC -c "$scratch/try.c" -o "$scratch/try.o" >/dev/null 2>&1 && status=0 || status=1
    rm -r "$scratch"
    return $status
}

stop() {
    printf 'Nothing was installed. %s\n' "$1" >&2
    exit 1
}

if [ -n "${PYTHON:-}" ]; then
    found=$(version "$PYTHON") || stop "PYTHON=$PYTHON does not run."
    right_version "$PYTHON" || stop "Front Door needs Python 3.12 or 3.11; $PYTHON is Python $found."
    python=$PYTHON
else
    python=
    for candidate in python3.12 python3.11 python3 python; do
        right_version "$candidate" || continue
        python=${python:-$candidate}
        if has_venv "$candidate" && has_headers "$candidate"; then
            python=$candidate
            break
        fi
    done
    [ -n "$python" ] || stop "Front Door needs Python 3.12 or 3.11, and neither was found. \
If you have one elsewhere, run: make install PYTHON=/path/to/python3.12"
fi

name=python$(version "$python")
has_venv "$python" || stop "$python has no venv module. On Debian: apt-get install $name-venv"
has_headers "$python" || stop "$python has no C headers (Python.h). On Debian: apt-get install $name-dev"
compiles || stop "A C compiler is needed, and \"$CC\" cannot compile. On Debian: apt-get install gcc libc6-dev"

echo "$python"
