#!/usr/bin/env bash
# Runs a command with one core and a memory limit: scripts/limited.sh 1G COMMAND...
# Needs root and a cgroup file system (version 1 or 2). Fails when the limit can not be set.
set -euo pipefail
limit=${1:?usage: scripts/limited.sh LIMIT COMMAND...}
shift
bytes=$(numfmt --from=iec "$limit")
name=hearken-limited-$$
if [ -f /sys/fs/cgroup/cgroup.controllers ]; then
  group=/sys/fs/cgroup/$name file=memory.max
else
  group=/sys/fs/cgroup/memory/$name file=memory.limit_in_bytes
fi
mkdir "$group"
trap 'rmdir "$group"' EXIT
echo "$bytes" > "$group/$file"
status=0
(
  echo "$BASHPID" > "$group/cgroup.procs"
  exec taskset -c 0 "$@"
) || status=$?
peak=$(cat "$group/memory.max_usage_in_bytes" 2>/dev/null || cat "$group/memory.peak" 2>/dev/null || echo 0)
echo "limited to $limit and one core: exit $status, peak memory $((peak / 1048576)) MiB" >&2
exit "$status"
