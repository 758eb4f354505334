#!/usr/bin/env bash
# A throw-away PostgreSQL (15 or newer, Debian's) for the tests: installs it when it is missing (root), starts a
# cluster of its own as an unprivileged user on a free loopback port, and prints its URL on stdout.
#   scripts/postgres.sh          starts it, or prints the URL of the one that runs
#   scripts/postgres.sh stop     ends it and removes its files
set -euo pipefail
home=${TEST_POSTGRES_DIR:-/tmp/hearken-postgres-$(id -u)}
user=postgres

step() { echo "== $*" >&2; }

newest() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t/ -k5 -n | tail -1; }

# Servers refuse to run as root.
as_user() {
  if [ "$(id -u)" = 0 ]; then setpriv --reuid "$user" --regid "$user" --clear-groups env -C "$home" "$@"; else env -C "$home" "$@"; fi
}

bin=$(newest)
if [ "${1:-}" = stop ]; then
  if [ -f "$home/data/postmaster.pid" ]; then as_user "$bin/pg_ctl" -D "$home/data" -m immediate -w stop >&2; fi
  rm -rf "$home"
  exit 0
fi

if [ -z "$bin" ]; then
  [ "$(id -u)" = 0 ] || { echo 'scripts/postgres.sh: no PostgreSQL here; run it as root once, or apt-get install postgresql' >&2; exit 1; }
  step 'installing PostgreSQL'
  # Debian would start a cluster of its own.
  mkdir -p /etc/postgresql-common/createcluster.d
  echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.d/hearken-tests.conf
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends postgresql; } >&2
  bin=$(newest)
  # Vectors are compared by pgvector where it can be had.
  apt-get install -y -qq --no-install-recommends "postgresql-$(basename "$(dirname "$bin")")-pgvector" >&2 || step 'no pgvector here'
fi
major=$(basename "$(dirname "$bin")")
[ "$major" -ge 15 ] || { echo "scripts/postgres.sh: PostgreSQL $major is older than 15" >&2; exit 1; }

if [ -f "$home/url" ] && "$bin/pg_isready" -q -d "$(cat "$home/url")"; then cat "$home/url"; exit 0; fi

rm -rf "$home"
mkdir -p "$home"
if [ "$(id -u)" = 0 ]; then chown "$user" "$home"; fi
step "a cluster of PostgreSQL $major in $home"
as_user "$bin/initdb" -D "$home/data" -U hearken --auth trust --no-sync >&2
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
# A test database may lose what it likes when the machine falls over; not when a client is killed.
as_user "$bin/pg_ctl" -D "$home/data" -l "$home/log" -w start \
  -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=$home -c fsync=off -c max_connections=200" >&2
echo "postgres://hearken@127.0.0.1:$port/postgres" > "$home/url"
cat "$home/url"
