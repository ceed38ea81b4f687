#!/usr/bin/env bash
# What a start and the lists cost, counted in instructions (callgrind), which do not depend on what else the computer does:
#   bash benches/start.sh [PROGRAM [CHECKS]]     without a program the one that `cargo build --release` made here
# Says the size of the program, the instructions of `--version`, of the start by lines up to the first page and up to the
# first question, and the largest resident size. CHECKS is a folder of many checks, such as the one that
# `cargo bench --bench many_firms -- 2000 "$PWD/checks"` makes: then also the start and the lists with one of them and with
# all, and what Python's json needs to read the same files. Needs valgrind.
set -euo pipefail
# Files that others could read would be closed by the first start, and told.
umask 077
here=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/.."

program=${1:-${CARGO_TARGET_DIR:-target}/release/mamori}
[ -x "$program" ] || program=$here/$program
[ -x "$program" ] || { echo "There is no $program: cargo build --release" >&2; exit 1; }
command -v valgrind >/dev/null || { echo 'Not counted: valgrind is missing (apt install valgrind)' >&2; exit 1; }
program=$(readlink -f "$program")
checks=
[ -z "${2:-}" ] || checks=$(cd "$here" && cd "$2" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# Nothing of whoever runs this: neither home nor language. counted LINES COMMAND…
counted() {
    local lines=$1
    shift
    # The instructions stand behind "Collected". A list of what cannot be read whole ends with 1.
    printf '%b' "$lines" |
        env -i HOME="$work" PATH="$PATH" valgrind --tool=callgrind --callgrind-out-file=counts "$@" >said 2>errors || true
    awk '/Collected/ { print $NF; found = 1 } END { exit !found }' errors || { cat errors >&2; exit 1; }
}

# tell WHAT NUMBER
tell() {
    awk -v what="$1" -v number="$2" 'BEGIN { printf "%-52s %9.2f M instructions\n", what, number / 1e6 }'
}

# count WHAT LINES ARGUMENTS…
count() {
    local what=$1 lines=$2
    shift 2
    rm -rf data
    tell "$what" "$(counted "$lines" "$program" "$@")"
}

# count_with CHECKS WHAT ARGUMENTS…
count_with() {
    local number=$1 what=$2
    shift 2
    rm -rf data
    mkdir -p data/cases
    find "$checks" -name '*.json' | sort | awk -v number="$number" 'NR <= number' | xargs cp -t data/cases
    tell "$what, $number checks" "$(counted '' "$program" "$@" --lang ja --data-dir data)"
}

# resident WHAT LINES ARGUMENTS…
resident() {
    local what=$1 lines=$2
    shift 2
    [ -x /usr/bin/time ] || return 0
    printf '%b' "$lines" |
        env -i HOME="$work" /usr/bin/time -f %M -o rss "$program" "$@" --lang ja --data-dir data >said
    printf '%-52s %9.2f MB\n' "$what" "$(awk '{ print $1 / 1024 }' rss)"
}

printf '%-52s %9.2f MB\n' 'the program' "$(stat -c %s "$program" | awk '{ print $1 / 1e6 }')"
count '--version' '' --version
count 'by lines to the first page, Japanese' '' --plain --lang ja --data-dir data
count 'by lines to the first page, English' '' --plain --lang en --data-dir data
count 'by lines to the first question, Japanese' '1\n1\n4\n' --plain --lang ja --data-dir data
rm -rf data
resident 'largest resident size, to that question' '1\n1\n4\n' --plain

if [ -n "$checks" ]; then
    all=$(find "$checks" -name '*.json' | wc -l)
    for number in 1 40 400 "$all"; do
        count_with "$number" 'by lines to the first page' --plain
        count_with "$number" 'list' list
        count_with "$number" 'list --json' list --json
        count_with "$number" 'firms' firms
        count_with "$number" 'firms --json' firms --json
    done
    resident "largest resident size of a start, $all checks" '' --plain
    resident "largest resident size of list, $all checks" '' list
    # The program itself: callgrind does not follow what a script in its place starts.
    if python=$(python3 -c 'import sys; print(sys.executable)' 2>/dev/null); then
        for number in 0 "$all"; do
            counted '' "$python" -I -c '
import json, os, sys
folder, number = sys.argv[1], int(sys.argv[2])
for name in sorted(os.listdir(folder))[:number]:
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        json.load(file)' "$checks" "$number" >"python-$number"
        done
        tell "Python's json, $all checks, without its start" $(($(cat "python-$all") - $(cat python-0)))
    fi
fi
