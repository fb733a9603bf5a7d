#!/bin/sh
# See that the machine has what tests need: Python, a C compiler and Chromium.
# Debian's root gets what is missing; anybody else is told what to install.
set -eu
cd "$(dirname "$0")/.."

packages=
why=$(tools/find_python.sh 2>&1 >/dev/null) || packages="gcc libc6-dev python3 python3-dev python3-venv"
command -v chromium-headless-shell >/dev/null ||
    packages="${packages:+$packages }chromium-headless-shell fonts-liberation"
[ -n "$packages" ] || exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing $packages"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    # shellcheck disable=SC2086
    apt-get install -qq --no-install-recommends $packages >/dev/null
else
    [ -z "$why" ] || echo "$why" >&2
    echo "Tests need this, as root: apt-get install $packages" >&2
    exit 1
fi
