#!/usr/bin/env bash
# Runs the image as a household would: read-only root file system, no capabilities, /data the only volume.
#
#   scripts/run-image.sh [--image TAG] [--memory 1G] [--data DIR] [--models DIR] [--env NAME=VALUE] [--user UID] [--] [COMMAND…]
#
# The network is the host's. --memory also gives it one core; --models lie at /mnt. With docker or podman where one
# runs, else what scripts/build-image.sh unpacked, in a chroot (root).
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
image=hearken memory='' data='' models='' user='' env=()
while [ $# -gt 0 ]; do
  case $1 in
    --image) image=$2 ;;
    --memory) memory=$2 ;;
    --data) data=$2 ;;
    --models) models=$2 ;;
    --env) env+=("$2") ;;
    --user) user=$2 ;;
    --) shift; break ;;
    -*) echo "scripts/run-image.sh: unknown option $1" >&2; exit 2 ;;
    *) break ;;
  esac
  shift 2
done

for engine in docker podman; do
  if ! "$engine" info >/dev/null 2>&1; then continue; fi
  args=(run --rm --network host --read-only --cap-drop ALL --security-opt no-new-privileges)
  if [ -n "$memory" ]; then args+=(--memory "$memory" --memory-swap "$memory" --cpuset-cpus 0); fi
  if [ -n "$data" ]; then args+=(--volume "$data:/data"); fi
  if [ -n "$models" ]; then args+=(--volume "$models:/mnt:ro"); fi
  if [ -n "$user" ]; then args+=(--user "$user"); fi
  for pair in "${env[@]}"; do args+=(--env "$pair"); done
  exec "$engine" "${args[@]}" "$image" "$@"
done

place=$here/.cache/image
if [ "$image" != hearken ]; then place=$place/$image; fi
root=$place/root
settings=$place/image.json
[ -d "$root" ] || { echo 'scripts/run-image.sh: no image; run scripts/build-image.sh' >&2; exit 1; }
[ "$(id -u)" = 0 ] || { echo 'scripts/run-image.sh: start docker or podman, or run this as root' >&2; exit 1; }
image_env=() entry=() command=() image_user=''
while IFS= read -r -d '' kind && IFS= read -r -d '' value; do
  case $kind in
    Env) image_env+=("$value") ;;
    Entrypoint) entry+=("$value") ;;
    Cmd) command+=("$value") ;;
    User) image_user=$value ;;
  esac
done < <(node -e 'const { Docker: { config } } = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
  for (const kind of ["Env", "Entrypoint", "Cmd", "User"])
    for (const value of [config[kind] ?? []].flat()) process.stdout.write(`${kind}\0${value}\0`)' "$settings")
if [ $# -gt 0 ]; then command=("$@"); fi
user=${user:-$image_user}
user=${user%%:*}

if [ -z "$data" ]; then
  data=$(mktemp -d)
  chown "$user:$user" "$data"
fi
limit=()
if [ -n "$memory" ]; then limit=("$here/scripts/limited.sh" "$memory"); fi
# Root keeps what an engine leaves it, to make the volume the program's own; nobody else has rights.
drop=(--no-new-privs)
if [ "$user" != 0 ]; then drop+=(--reuid="$user" --regid="$user" --clear-groups --bounding-set=-all --inh-caps=-all); fi
exec "${limit[@]}" unshare --mount --propagation private sh -c '
  root=$1 data=$2 models=$3
  shift 3
  mount --bind "$root" "$root"
  mount --rbind /dev "$root/dev"
  mount -t proc proc "$root/proc"
  mount --bind "$data" "$root/data"
  if [ -n "$models" ]; then mount --bind "$models" "$root/mnt" && mount -o remount,bind,ro "$root/mnt"; fi
  mount -o remount,bind,ro "$root"
  exec chroot "$root" "$@"
' sh "$root" "$data" "$models" \
  setpriv "${drop[@]}" -- env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
  "${image_env[@]}" "${env[@]}" sh -c 'cd /data && exec "$@"' sh "${entry[@]}" "${command[@]}"
