#!/usr/bin/env bash
# Runs a command with one core and a memory limit: scripts/limited.sh 1G COMMAND...
# Needs root and a cgroup file system (version 1 or 2). Fails when the limit can not be set. SIGTERM reaches the command.
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
# What the command started ends a moment after it.
trap 'for _ in 1 2 3 4 5 6 7 8 9 10; do if rmdir "$group" 2>/dev/null; then break; fi; sleep 0.2; done' EXIT
echo "$bytes" > "$group/$file"
(
  echo "$BASHPID" > "$group/cgroup.procs"
  exec taskset -c 0 "$@"
) <&0 &
child=$!
trap 'kill -TERM "$child"' TERM INT
status=0
wait "$child" || status=$?
# A signal that was passed on ends the first wait.
while kill -0 "$child" 2>/dev/null; do status=0; wait "$child" || status=$?; done
peak=$(cat "$group/memory.max_usage_in_bytes" 2>/dev/null || cat "$group/memory.peak" 2>/dev/null || echo 0)
killed=$({ cat "$group/memory.oom_control" "$group/memory.events" 2>/dev/null || true; } | sed -n 's/^oom_kill //p')
echo "limited to $limit and one core: exit $status, peak memory $((peak / 1048576)) MiB, killed for memory ${killed:-unknown}" >&2
exit "$status"
