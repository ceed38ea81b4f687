//! What a terminal sends besides keys, in a window: no answer comes of it, and the program can be left.

use super::term::{CTRL_C, ESC, Setup, Term};
use super::{PACK, answer_at, at_the_first_question, case_in, home, wait_until_saved};

/// Each has a digit in it that is an answer, or a letter that is a key.
const NOISE: [&str; 14] = [
    "\x1b[2;4R",
    "\x1b[?1;2c",
    "\x1b[>4;1;3c",
    "\x1b[?2026;2$y",
    "\x1b[?1u",
    "\x1b[3u",
    "\x1b[0n",
    "\x1b]11;rgb:1e1e/2e2e/3e3e\x1b\\",
    "\x1b]10;rgb:4444/1111/2222\x07",
    "\x1bP1$r2m\x1b\\",
    "\x1bP>|term(3)\x1b\\",
    "\x1b_Gi=4;OK\x1b\\",
    "\x1b1",
    "\x1b3",
];

/// Keys that show that everything before them was read: to the help, and out again.
#[track_caller]
fn read_so_far(term: &mut Term) {
    term.send("h");
    term.wait("ヘルプ: 前の画面で使えるキー");
    term.send(ESC);
    term.wait("( ) 4 わからない");
}

#[test]
fn answers_of_the_terminal_to_whatever_question_answer_none_of_ours() {
    let home = home();
    let mut term = at_the_first_question(Setup::new(home.path()));
    term.send(&NOISE.concat());
    read_so_far(&mut term);
    for noise in NOISE {
        // In three pieces, as a slow line brings them. None is an Esc alone, which is a key where the rest is late.
        let (first, rest) = noise.split_at(2);
        let (second, third) = rest.split_at(rest.len() / 2);
        for piece in [first, second, third] {
            term.send(piece);
        }
    }
    read_so_far(&mut term);
    let text = term.text();
    assert!(!text.contains("(x)"), "{text}");
    let case = case_in(home.path());
    assert!(
        case["walks"][PACK]["answers"]
            .as_object()
            .is_none_or(serde_json::Map::is_empty)
    );
    // A key among them is one.
    term.send(&format!("{}4{}", NOISE[0], NOISE[7]));
    wait_until_saved(&term, '4');
    assert_eq!(answer_at(&case_in(home.path()), 0)["given"], "unknown");
}

#[test]
fn whatever_the_terminal_leaves_unfinished_ctrl_c_ends() {
    for begun in [
        "\x1b]11;rgb:1e1e",
        "\x1bP1$r2",
        "\x1b[?1;2",
        "\x1b[M",
        "\x1b[200~1",
        "\x1b",
        "\u{1b}_Gi=4",
    ] {
        let home = home();
        let mut term = Setup::new(home.path()).start();
        term.wait("> はじめる");
        term.send(begun);
        term.send(CTRL_C);
        assert_eq!(term.end(), 0, "{begun:?}");
        term.must_be_restored();
    }
}
