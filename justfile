# `just` alone lists these.
_list:
    @just --list

# everything that must hold before a change is taken in
check:
    bash .ci/run

# the tests; `just test screens` runs those with that word in their name
test *words:
    cargo test {{words}}

# the guide itself; `just run --plain` hands arguments on
run *arguments:
    cargo run --release -- {{arguments}}

# how long things take
bench:
    cargo bench


# take today's screens as the right ones; then read `git diff` before committing
snapshots:
    INSTA_UPDATE=always cargo test
    git diff --stat -- '*.snap' tests/fixtures/show

# the papers in a browser; `just look --keep` leaves prints and pictures in target/look
look *words:
    bash .ci/look {{words}}

# one archive to hand over for each system, in dist/; `just dist linux` builds only that one, `just dist check` tries them
dist *systems:
    bash .ci/dist {{systems}}

# what a start costs, in instructions; builds nothing
start *program:
    bash benches/start.sh {{program}}
