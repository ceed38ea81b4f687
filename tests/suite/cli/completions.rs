//! The completions as a shell runs them: not what their script says, but the words that come of a half-written line.

use std::io::Write;
use std::process::Command;

use super::Desk;

/// The words that bash offers for the last of these, as pressing Tab does. None where there is no bash.
fn offered(script: &str, words: &[&str]) -> Option<Vec<String>> {
    let line = words.join(" ");
    let [.., before, last] = words else {
        panic!("a command and what is being written");
    };
    let place = words.len() - 1;
    let quoted: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
    let quoted = quoted.join(" ");
    let ask = format!(
        "{script}\n\
         COMP_WORDS=({quoted}); COMP_CWORD={place}; COMP_LINE='{line}'; COMP_POINT=${{#COMP_LINE}}\n\
         of=$(complete -p mamori); of=${{of##*-F }}\n\
         ${{of%% *}} mamori '{last}' '{before}'\n\
         printf '%s\\n' \"${{COMPREPLY[@]}}\"\n"
    );
    let output = Command::new("bash")
        .args(["--norc", "--noprofile", "-c", &ask])
        .env_clear()
        .output();
    let Ok(output) = output else {
        return None;
    };
    assert!(output.status.success(), "{output:?}");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{words:?}");
    let out = String::from_utf8(output.stdout).expect("UTF-8");
    Some(out.split_whitespace().map(str::to_owned).collect())
}

#[test]
fn in_bash_half_a_word_becomes_the_commands_options_and_values_that_begin_so() {
    for language in ["ja", "en"] {
        let script = Desk::new(language).done(&["completions", "bash"]);
        for (words, expected) in [
            (&["mamori", "ex"][..], &["export"][..]),
            (&["mamori", "pa"], &["paper", "passphrase", "paths"]),
            (&["mamori", "bin", "r"], &["restore"]),
            (&["mamori", "show", "--js"], &["--json"]),
            (&["mamori", "export", "--anon"], &["--anonymous"]),
            (&["mamori", "--pl"], &["--plain"]),
            (&["mamori", "nothing-of-the-kind"], &[]),
        ] {
            let Some(mut offered) = offered(&script, words) else {
                // Past what the tests' own output is caught by.
                let _ = std::io::stderr().write_all(b"skipped: there is no bash to complete in\n");
                return;
            };
            offered.sort();
            assert_eq!(offered, expected, "{language} {words:?}");
        }
    }
}
