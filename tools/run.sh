#!/bin/sh
# Run the service on this machine. `make run` installs it first.
#
# FRONTDOOR_PORT chooses the port; tools/settings.sh has the other settings.
set -eu
cd "$(dirname "$0")/.."
PATH="$PWD/.venv/bin:$PATH"
port=${FRONTDOOR_PORT:-8000}

. tools/settings.sh

flask --app app migrate
flask --app app demo

echo "Front Door is at http://127.0.0.1:$port (press Ctrl+C to stop)"

# A browser opens connections before it needs them, and each holds a thread until it says
# something: with one thread to a process, two of them stop the service for half a minute. No
# preloading, because the rule engine cannot be forked. The log has no query strings, referrers or
# browsers: they can hold what somebody searched for.
exec gunicorn --bind "127.0.0.1:$port" \
    --workers 2 --worker-class gthread --threads 8 --no-control-socket \
    --access-logfile - --access-logformat '%(t)s %(m)s %(U)s %(s)s %(b)s bytes %(M)s ms' \
    "app:create_app()"
