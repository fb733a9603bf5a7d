#!/bin/sh
# See that the machine has what is needed besides .venv. Debian's root gets what is missing; anybody
# else is told what to install.
#
#   tools/system.sh        what tests need: Python, a C compiler, Chromium, what PDFs are drawn with
#   tools/system.sh --pdf  only what PDFs are drawn with. The service runs without: nothing fails
set -eu
cd "$(dirname "$0")/.."

PDF_LIBRARIES="libpango-1.0.so.0 libpangoft2-1.0.so.0 libharfbuzz-subset.so.0"
PDF_PACKAGES="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation"

# ldconfig stands where only root looks.
has_library() { PATH="$PATH:/usr/sbin:/sbin" ldconfig -p 2>/dev/null | grep -q "$1"; }

draws_pdfs() {
    for library in $PDF_LIBRARIES; do
        has_library "$library" || return 1
    done
}

can_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

get() {
    echo "Installing $*"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq && apt-get install -qq --no-install-recommends "$@" >/dev/null
}

if [ "${1:-}" = --pdf ]; then
    if ! draws_pdfs; then
        # shellcheck disable=SC2086
        { can_install && get $PDF_PACKAGES; } ||
            echo "No PDFs can be made here. They need this, as root: apt-get install $PDF_PACKAGES" >&2
    fi
    exit 0
fi

packages=
why=$(tools/find_python.sh 2>&1 >/dev/null) || packages="gcc libc6-dev python3 python3-dev python3-venv"
command -v chromium-headless-shell >/dev/null ||
    packages="${packages:+$packages }chromium-headless-shell fonts-liberation"
draws_pdfs || packages="${packages:+$packages }$PDF_PACKAGES"
[ -n "$packages" ] || exit 0

if can_install; then
    # shellcheck disable=SC2086
    get $packages
else
    [ -z "$why" ] || echo "$why" >&2
    echo "Tests need this, as root: apt-get install $packages" >&2
    exit 1
fi
