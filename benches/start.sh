#!/usr/bin/env bash
# What a start costs, counted in instructions (callgrind), which do not depend on what else the computer does:
#   bash benches/start.sh [PROGRAM]     without a program the one that `cargo build --release` made here
# Says the size of the program, the instructions of `--version`, of the start by lines up to the first page and up to the
# first question, and the largest resident size. Needs valgrind.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

program=${1:-${CARGO_TARGET_DIR:-target}/release/mamori}
[ -x "$program" ] || { echo "There is no $program: cargo build --release" >&2; exit 1; }
command -v valgrind >/dev/null || { echo 'Not counted: valgrind is missing (apt install valgrind)' >&2; exit 1; }
program=$(readlink -f "$program")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# Nothing of whoever runs this: neither home nor language. count WHAT LINES ARGUMENTS…
count() {
    local what=$1 lines=$2
    shift 2
    rm -rf data counted
    # The instructions stand behind "Collected".
    printf '%b' "$lines" |
        env -i HOME="$work" PATH="$PATH" valgrind --tool=callgrind --callgrind-out-file=counted "$program" "$@" \
            >said 2>errors || true
    awk -v what="$what" '/Collected/ { printf "%-44s %7.2f M instructions\n", what, $NF / 1e6; found = 1 }
        END { exit !found }' errors || { cat errors >&2; exit 1; }
}

printf '%-44s %7.2f MB\n' 'the program' "$(stat -c %s "$program" | awk '{ print $1 / 1e6 }')"
count '--version' '' --version
count 'by lines to the first page, Japanese' '' --plain --lang ja --data-dir data
count 'by lines to the first page, English' '' --plain --lang en --data-dir data
count 'by lines to the first question, Japanese' '1\n1\n4\n' --plain --lang ja --data-dir data
if [ -x /usr/bin/time ]; then
    rm -rf data
    printf '1\n1\n4\n' | env -i HOME="$work" /usr/bin/time -f %M -o rss "$program" --plain --lang ja --data-dir data >said
    printf '%-44s %7.2f MB\n' 'largest resident size, to that question' "$(awk '{ print $1 / 1024 }' rss)"
fi
