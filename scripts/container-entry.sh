#!/bin/sh
# Starts the program in a container. Started by root, as the Supervisor does with apps, it first makes the data
# directory the program's own and then drops root for good: the options the Supervisor writes there are root's alone.
# Started by any other user it changes nothing.
set -eu
user=10001
data=${HEARKEN_DATA:-/data}

if [ "$(id -u)" != 0 ]; then exec "$@"; fi

mkdir -p "$data"
# -xdev and -h: never through a link or into another file system.
find "$data" -xdev ! \( -uid "$user" -gid "$user" \) -exec chown -h "$user:$user" {} +
exec setpriv --reuid="$user" --regid="$user" --clear-groups --no-new-privs --bounding-set=-all -- "$@"
