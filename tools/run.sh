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

# One thread to a process, because the rule engine cannot be shared. No preloading, because it
# cannot be forked either. The log has no query strings, referrers or browsers: they can hold
# what somebody searched for.
exec gunicorn --bind "127.0.0.1:$port" \
    --workers 2 --worker-class sync --threads 1 --no-control-socket \
    --access-logfile - --access-logformat '%(t)s %(m)s %(U)s %(s)s %(b)s bytes %(M)s ms' \
    "app:create_app()"
