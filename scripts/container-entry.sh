#!/bin/sh
# Starts the program in a container. Started by root, as the Supervisor does with apps, it first makes the data
# directory the program's own and then drops root for good: the options the Supervisor writes there are root's alone.
# Started by any other user it leaves everything as it is.
set -eu
user=10001
data=${HEARKEN_DATA:-/data}

# The root file system may be read-only: short-lived files go to the volume, too.
mkdir -p "${TMPDIR:-$data/cache/tmp}" 2>/dev/null || true

if [ "$(id -u)" != 0 ]; then exec "$@"; fi

# -xdev and -h: never through a link or into another file system.
find "$data" -xdev ! \( -uid "$user" -gid "$user" \) -exec chown -h "$user:$user" {} +
exec setpriv --reuid="$user" --regid="$user" --clear-groups --no-new-privs --bounding-set=-all -- "$@"
