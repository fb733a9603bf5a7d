# Where a service run from this folder keeps its things. Sourced, never run.
#
#   FRONTDOOR_DATABASE         the SQLite file
#   FRONTDOOR_SECRET_KEY_FILE  a file with the key that signs cookies, which only its owner may
#                              read. Made on the first run. A new key signs everybody out.

FRONTDOOR_DATABASE=${FRONTDOOR_DATABASE:-var/frontdoor.sqlite3}
FRONTDOOR_SECRET_KEY_FILE=${FRONTDOOR_SECRET_KEY_FILE:-var/secret-key}
export FRONTDOOR_DATABASE FRONTDOOR_SECRET_KEY_FILE

mkdir -p "$(dirname "$FRONTDOOR_DATABASE")" "$(dirname "$FRONTDOOR_SECRET_KEY_FILE")"

if ! [ -s "$FRONTDOOR_SECRET_KEY_FILE" ]; then
    (
        umask 077
        .venv/bin/python -c 'import secrets; print(secrets.token_hex(32))' >"$FRONTDOOR_SECRET_KEY_FILE"
    )
fi
