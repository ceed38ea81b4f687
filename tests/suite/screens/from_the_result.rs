//! The screens that lead from the result to doing something: the list of information, records, before and now,
//! whom to ask, writing to files.

use super::keep;

/// What stands for other keys in `FROM_THE_RESULT`, the longer ones first.
const MACROS: [(&str, &str); 7] = [
    ("EXPORT", "RESULT End Up Up Up Up Up Up Enter"),
    ("AGAIN", "RESULT End Up Up Up Enter"),
    (
        "LISTED",
        "INFORMATION Enter <金型の図面> Enter Down Enter Down Down Enter <サーバーの図面> Enter \
                Down Space Down Enter <山田製作所> Enter Enter <設計の3人> Enter Enter Esc Home Down Enter \
                Space Esc",
    ),
    ("INFORMATION", "o Home Down Enter"),
    ("FEW", "1 Right 3 Right 2 Space Right 1 Right 4 Right"),
    ("RESULT", "MIXED 3 o End Up Up Enter"),
    ("CONTACTS", "o End Up Up Up Enter"),
];

/// What leads to a screen, from the first question of a walk for paper.
const FROM_THE_RESULT: [(&str, &str); 36] = [
    ("information-none", "INFORMATION"),
    ("information-entry-new", "INFORMATION Enter <x>"),
    ("information-entry", "LISTED Home Down Down Down Enter"),
    (
        "information-entry-remove",
        "LISTED Home Down Down Down Enter End Enter",
    ),
    (
        "information-level-own",
        "LISTED Home Down Down Down Enter End Up Enter <x>",
    ),
    ("information", "LISTED"),
    (
        "information-removed",
        "LISTED Home Down Down Down Enter End Enter Enter",
    ),
    ("examples", "LISTED Home Down Enter Down"),
    ("records", "RESULT Down Down Down Down Down Enter Space"),
    ("result-done", "RESULT Home Enter d Down d Esc"),
    ("contacts", "CONTACTS"),
    ("contacts-of-a-question", "Right Right ? End Up Up Up"),
    ("code", "CONTACTS Enter"),
    (
        "code-long",
        "CONTACTS Down Down Down Down Down Down Down Down Enter",
    ),
    ("export", "EXPORT Down"),
    ("export-place", "EXPORT End Enter End Up Up Enter"),
    ("export-others", "EXPORT End Enter"),
    ("firm-groups", "EXPORT End Enter End Enter Right Enter"),
    ("export-staff", "EXPORT Down Enter"),
    ("export-advisor", "EXPORT Down Down Right"),
    ("export-body", "EXPORT Down Down Down Enter"),
    ("export-customer", "EXPORT Down Down Down Down Enter"),
    ("export-hand", "EXPORT End Up Enter"),
    (
        "export-firm",
        "EXPORT Down Down Down Down Enter Down Enter <やまと精工>",
    ),
    ("again", "AGAIN"),
    ("again-partly-before", "AGAIN Right"),
    (
        "compare",
        "AGAIN FEW o End Up Up Enter End Up Up Up Up Up Up Up Enter",
    ),
    (
        "compare-end",
        "AGAIN FEW o End Up Up Enter End Up Up Up Up Up Up Up Enter End",
    ),
    ("result-again", "AGAIN FEW o End Up Up Enter"),
    (
        "papers",
        "RESULT Home Down Down Down Down Down Down Down Enter",
    ),
    (
        "papers-end",
        "RESULT Home Down Down Down Down Down Down Down Enter End",
    ),
    ("papers-wanted", "FEW Left p"),
    ("paper", "Right Right 3 p Down Enter <x> Enter"),
    ("paper-made", "Right Right 3 p Down Down Down Enter"),
    (
        "paper-put-away",
        "Right Right 3 p Down Down Down Enter Enter Enter <x> Enter",
    ),
    (
        "record-details",
        "RESULT Down Down Down Down Down Enter Space End Up Enter Enter <x>",
    ),
];

/// The names of these screens with every key that leads there.
pub(crate) fn keys_from_the_result() -> impl Iterator<Item = (&'static str, String)> {
    FROM_THE_RESULT.into_iter().map(|(name, keys)| {
        let keys = MACROS.iter().fold(keys.to_owned(), |keys, (name, meant)| {
            keys.replace(name, meant)
        });
        // What stands for keys may stand in what stands for keys.
        let keys = MACROS
            .iter()
            .fold(keys, |keys, (name, meant)| keys.replace(name, meant));
        (name, keys)
    })
}

#[test]
fn every_screen_for_doing_is_as_it_was() {
    for (name, keys) in keys_from_the_result() {
        keep(name, &super::at(&keys), true);
    }
}
