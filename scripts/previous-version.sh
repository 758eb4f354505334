#!/usr/bin/env bash
# Another version of the program, to be upgraded from: scripts/previous-version.sh [COMMIT], by default the commit before
# this one. Builds it with the packages of this checkout and prints its folder in .cache/previous, which holds one version
# at a time. Ends with 3 where git knows no such commit.
set -euo pipefail
cd "$(dirname "$0")/.."
commit=$(git rev-parse --verify --quiet "${1:-HEAD~1}^{commit}") || { echo "no commit ${1:-HEAD~1}" >&2; exit 3; }
place=$PWD/.cache/previous/$commit
if [ ! -e "$place/built" ]; then
  rm -rf .cache/previous && mkdir -p "$place"
  git archive "$commit" | tar --extract --directory "$place"
  ln -s "$PWD/node_modules" "$place/node_modules"
  # Types of newer packages may not fit; the program is there all the same.
  (cd "$place" && npx tsc -b >&2) || [ -e "$place/dist/main.js" ]
  touch "$place/built"
fi
echo "$place"
