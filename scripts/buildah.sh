#!/usr/bin/env bash
# buildah with a store of its own in .cache, without an engine and without rights to mount.
set -euo pipefail
cache=$(cd "$(dirname "$0")/.." && pwd)/.cache/image
export BUILDAH_ISOLATION=chroot
exec buildah --root "$cache/store" --runroot "$cache/run" --storage-driver vfs "$@"
