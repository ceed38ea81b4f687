//! Which languages are tried, in which order, for the language that somebody asked for.
//! Does not ask the system or look for folders: both come in as arguments.

use super::Message;

/// The languages to try for `requested`, such as `en_GB.UTF-8`, `ja-JP` or `C`.
#[must_use]
pub fn chain(requested: &str) -> Vec<String> {
    let languages: &[&str] = match primary(&normal(requested)) {
        // What a system says that has no language set; the tool was made for Japan.
        "ja" | "c" | "posix" | "" => &["ja"],
        // Everyone else reads English sooner than Japanese.
        _ => &["en", "ja"],
    };
    languages.iter().map(ToString::to_string).collect()
}

/// The languages to try for a request, the best first, with those that the user has added: the nearest of them comes
/// first, spelled as in `available`.
#[must_use]
pub fn chain_with(requested: &str, available: &[String]) -> Vec<String> {
    let mut languages = chain(requested);
    let wanted = normal(requested);
    let nearest = narrower_to_wider(&wanted).find_map(|tag| {
        let is_it = |code: &&String| normal(code) == tag;
        available.iter().find(is_it)
    });
    if let Some(code) = nearest
        && !languages.contains(code)
    {
        languages.insert(0, code.clone());
    }
    languages
}

/// Whether whoever asks for `requested` is answered in it by the words of `spoken`, a wider one or none at all.
#[must_use]
pub fn speaks(spoken: &str, requested: &str) -> bool {
    let (spoken, wanted) = (normal(spoken), normal(requested));
    matches!(primary(&wanted), "c" | "posix" | "") || primary(&wanted) == primary(&spoken)
}

/// What a language calls itself, for those that come with the program.
#[must_use]
pub fn own_name(code: &str) -> Option<Message<'static>> {
    match code {
        "ja" => Some(Message::new("language-ja")),
        "en" => Some(Message::new("language-en")),
        _ => None,
    }
}

/// `en_GB.UTF-8@euro` → `en-gb`
fn normal(requested: &str) -> String {
    let end = requested.find(['.', '@']).unwrap_or(requested.len());
    requested[..end].trim().replace('_', "-").to_lowercase()
}

fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default()
}

/// `zh-hant-tw`, `zh-hant`, `zh`
fn narrower_to_wider(tag: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(tag), |tag| Some(tag.rsplit_once('-')?.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_request_has_its_chain() {
        for (requested, expected) in [
            ("ja", "ja"),
            ("ja-JP", "ja"),
            ("ja_JP.UTF-8", "ja"),
            ("JA", "ja"),
            ("C", "ja"),
            ("C.UTF-8", "ja"),
            ("POSIX", "ja"),
            ("", "ja"),
            (" ", "ja"),
            (".UTF-8", "ja"),
            ("en", "en ja"),
            ("en-US", "en ja"),
            ("en_GB.UTF-8", "en ja"),
            ("en@euro", "en ja"),
            ("vi_VN.UTF-8", "en ja"),
            ("pt-BR", "en ja"),
            ("jam", "en ja"),
            ("?", "en ja"),
        ] {
            assert_eq!(chain(requested).join(" "), expected, "{requested:?}");
        }
    }

    #[test]
    fn a_language_that_the_user_added_comes_first() {
        let available = ["en", "ja", "vi", "zh", "zh_Hant", "pt-BR", "ja-Hira"].map(String::from);
        for (requested, expected) in [
            ("vi", "vi en ja"),
            ("vi_VN.UTF-8", "vi en ja"),
            ("VI", "vi en ja"),
            ("zh-Hant-TW", "zh_Hant en ja"),
            ("zh-CN", "zh en ja"),
            ("pt-br", "pt-BR en ja"),
            ("pt", "en ja"),
            ("ko", "en ja"),
            ("ja-Hira", "ja-Hira ja"),
            ("ja-JP", "ja"),
            ("en-US", "en ja"),
            ("C", "ja"),
            ("", "ja"),
        ] {
            let languages = chain_with(requested, &available);
            assert_eq!(languages.join(" "), expected, "{requested:?}");
        }
    }
}
