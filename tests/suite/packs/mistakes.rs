//! What `check` says of packs with mistakes, and that the schema sees those that a schema can.

use mamori::questionnaire::check::{Issue, Problem, Shape, Thing, check};
use mamori::questionnaire::raw::Raw;
use serde_json::{Value, json};

use super::{SECOND, SMALL, breaches, first, json as file, schema};

const THIRTY: &str = "tests/fixtures/packs/thirty-mistakes.json";

#[test]
fn a_small_pack_has_no_issue_and_follows_the_schema() {
    let raw = file(SMALL);
    check(&raw, None).expect("no issue");
    assert_eq!(breaches(&schema(), &raw), [""; 0]);
}

#[test]
fn questions_come_in_the_order_of_their_sections_then_as_written() {
    let pack = check(&file(SMALL), None).expect("no issue");
    let ids: Vec<_> = pack.questions.iter().map(|q| q.id.as_str()).collect();
    assert_eq!(ids, ["first", "lead", "below", "later"]);
}

#[test]
fn every_mistake_of_a_pack_is_told_at_once() {
    let issues = check(&file(THIRTY), None).expect_err("many issues");
    let paths: Vec<_> = issues.iter().map(|issue| issue.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "author",
            "format",
            "id",
            "version",
            "follows",
            "title.en",
            "notice.name.fr",
            "notice.date",
            "notice.amended[1]",
            "forms[1].examples",
            "forms[1].id",
            "sections[0].take",
            "sections[0].topic.checked.on",
            "sections[0].topic.checked.by",
            "sections[1].place",
            "sections[1].forms[1]",
            "sections[3].topic",
            "contacts[0].url",
            "contacts[0].verify",
            "contacts[1].mark",
            "terms[0].text.en",
            "questions[0].section",
            "questions[0].level",
            "questions[0].priority",
            "questions[0].why.mark",
            "questions[0].points[2]",
            "questions[0].may_not_apply",
            "questions[0].terms[1]",
            "questions[1].text.en",
            "questions[1].points",
            "questions[1].measures[1].cost",
            "questions[1].measures[2].effort",
            "questions[1].id",
            "questions[2].priority",
            "questions[2].label.ja",
            "questions[2].measures[0].closes[1]",
            "questions[2].measures[1]",
            "questions[2].measures[2]",
            "questions[3].points",
            "questions[3].when_unknown",
            "questions[3].amendment",
            "sections[2]",
            "sections[3]",
            "examples[0].form",
            "examples[1]",
        ]
    );
    assert!(paths.len() >= 30);
}

/// One change to the small pack.
enum Change {
    /// Puts a value at a place: a member, an entry, or the entry after the last.
    Set(&'static str, Value),
    Remove(&'static str),
}
use Change::{Remove, Set};

/// Who sees a mistake.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Seen {
    /// The schema and `check`.
    Both,
    /// `check` alone: it is about more than one place, or about the calendar.
    CheckAlone,
}
use Seen::{Both, CheckAlone};

fn changed(mut raw: Value, change: &Change) -> Value {
    let (Set(place, _) | Remove(place)) = change;
    let (parent, last) = place.rsplit_once('/').expect("a JSON pointer");
    match (raw.pointer_mut(parent).expect("a parent"), change) {
        (Value::Object(members), Set(_, value)) => {
            members.insert(last.to_owned(), value.clone());
        }
        (Value::Object(members), Remove(_)) => {
            members.remove(last).expect("a member to remove");
        }
        (Value::Array(entries), Set(_, value)) => {
            let index: usize = last.parse().expect("an index");
            if index == entries.len() {
                entries.push(value.clone());
            } else {
                entries[index] = value.clone();
            }
        }
        (Value::Array(entries), Remove(_)) => {
            entries.remove(last.parse().expect("an index"));
        }
        _ => panic!("{place} is in no list and no object"),
    }
    raw
}

fn wrong(expected: Shape, found: Shape) -> Problem {
    Problem::WrongShape { expected, found }
}

fn no_such(thing: Thing, id: &str) -> Problem {
    Problem::NoSuch {
        thing,
        id: id.to_owned(),
    }
}

/// A change, where it is told, as what, and by whom it is seen.
type Mistake = (Change, &'static str, Problem, Seen);

#[rustfmt::skip] // one mistake a line
fn single_mistakes() -> Vec<Mistake> {
    let text = |text: &str| text.to_owned();
    let both_languages = |text: &str| json!({"ja": text, "en": text});
    let point = |id: &str| json!({"id": id, "text": {"ja": "点", "en": "point"}});
    vec![
        // Shapes, one for each kind of member.
        (Set("/format", json!("1")), "format", wrong(Shape::Number, Shape::Text), Both),
        (Set("/id", json!(7)), "id", wrong(Shape::Text, Shape::Number), Both),
        (Set("/follows", json!(false)), "follows", wrong(Shape::Text, Shape::YesOrNo), Both),
        (Set("/title", json!("まもり")), "title", wrong(Shape::Members, Shape::Text), Both),
        (Set("/title/en", json!(["x"])), "title.en", wrong(Shape::Text, Shape::List), Both),
        (Set("/notice", json!([])), "notice", wrong(Shape::Members, Shape::List), Both),
        (Set("/notice/amended", json!("2024")), "notice.amended", wrong(Shape::List, Shape::Text), Both),
        (Set("/forms/2", json!(null)), "forms[2]", wrong(Shape::Members, Shape::Nothing), Both),
        (Set("/examples", json!({})), "examples", wrong(Shape::List, Shape::Members), Both),
        (Set("/sections/0/place", json!(1)), "sections[0].place", wrong(Shape::Text, Shape::Number), Both),
        (Set("/sections/0/topic", json!(null)), "sections[0].topic", wrong(Shape::Text, Shape::Nothing), Both),
        (Set("/questions/1/priority", json!("1")), "questions[1].priority", wrong(Shape::Number, Shape::Text), Both),
        (Set("/questions/1/amendment", json!("x")), "questions[1].amendment", wrong(Shape::Members, Shape::Text), Both),
        (Set("/contacts/0/verify", json!(1)), "contacts[0].verify", wrong(Shape::YesOrNo, Shape::Number), Both),
        (Set("/contacts/0/url", json!({})), "contacts[0].url", wrong(Shape::Text, Shape::Members), Both),
        // Members.
        (Remove("/examples"), "examples", Problem::MissingMember, Both),
        (Remove("/questions/1/why/mark"), "questions[1].why.mark", Problem::MissingMember, Both),
        (Remove("/questions/1/measures/0/detail"), "questions[1].measures[0].detail", Problem::MissingMember, Both),
        (Remove("/sections/2/topic/checked/on"), "sections[2].topic.checked.on", Problem::MissingMember, Both),
        (Set("/author", json!("x")), "author", Problem::UnknownMember, Both),
        (Set("/terms/0/see also", json!("x")), "terms[0][\"see also\"]", Problem::UnknownMember, Both),
        (Set("/terms/0/\u{1b}[2J", json!("x")), "terms[0][\"<U+001B>[2J\"]", Problem::UnknownMember, Both),
        // Single values.
        (Set("/format", json!(0)), "format", Problem::UnknownFormat { found: text("0") }, Both),
        (Set("/format", json!(3)), "format", Problem::Newer { found: text("3") }, Both),
        (Set("/id", json!("Small")), "id", Problem::NotAnId { text: text("Small") }, Both),
        (Set("/questions/1/points/0/id", json!("")), "questions[1].points[0].id", Problem::NotAnId { text: text("") }, Both),
        (Remove("/sections/0/id"), "sections[0].id", Problem::MissingMember, Both),
        (Set("/sections", json!(1)), "sections", wrong(Shape::List, Shape::Number), Both),
        (Set("/version", json!("1.0")), "version", Problem::NotAVersion { text: text("1.0") }, Both),
        (Set("/languages/1", json!("english")), "languages[1]", Problem::NotALanguage { text: text("english") }, Both),
        (Set("/notice/date", json!("2018-13")), "notice.date", Problem::NotADate { text: text("2018-13") }, Both),
        (Set("/notice/date", json!("18.9.2018")), "notice.date", Problem::NotADate { text: text("18.9.2018") }, Both),
        (Set("/notice/date", json!("2023-02-29")), "notice.date", Problem::NotADate { text: text("2023-02-29") }, CheckAlone),
        (Set("/contacts/0/url", json!("ftp://example.org")), "contacts[0].url", Problem::NotAUrl { text: text("ftp://example.org") }, Both),
        (Set("/contacts/0/url", json!("https://")), "contacts[0].url", Problem::NotAUrl { text: text("https://") }, Both),
        (Set("/contacts/0/url", json!("https://a b")), "contacts[0].url", Problem::NotAUrl { text: text("https://a b") }, Both),
        (Set("/sections/0/take", json!("half")), "sections[0].take", Problem::NotOneOf { text: text("half"), choices: vec!["all", "heading"] }, Both),
        (Set("/sections/0/topic", json!("maybe")), "sections[0].topic", Problem::NotOneOf { text: text("maybe"), choices: vec!["source", "reading"] }, Both),
        (Set("/questions/1/level", json!("lead")), "questions[1].level", Problem::NotOneOf { text: text("lead"), choices: vec!["heading", "provision"] }, Both),
        (Set("/contacts/0/mark", json!("○")), "contacts[0].mark", Problem::NotOneOf { text: text("○"), choices: vec!["document", "confirmed", "secondary", "general"] }, Both),
        (Set("/questions/1/priority", json!(0)), "questions[1].priority", Problem::NotBetween { least: 1, most: 3, found: text("0") }, Both),
        (Set("/questions/1/priority", json!(4)), "questions[1].priority", Problem::NotBetween { least: 1, most: 3, found: text("4") }, Both),
        (Set("/questions/1/priority", json!(1.5)), "questions[1].priority", Problem::NotBetween { least: 1, most: 3, found: text("1.5") }, Both),
        (Set("/questions/1/measures/2/cost", json!("E")), "questions[1].measures[2].cost", Problem::NotARange { text: text("E"), steps: vec!["A", "B", "C", "D"] }, Both),
        (Set("/questions/1/measures/2/effort", json!("M-H-D")), "questions[1].measures[2].effort", Problem::NotARange { text: text("M-H-D"), steps: vec!["M", "H", "D"] }, Both),
        (Set("/questions/1/measures/2/cost", json!("B-A")), "questions[1].measures[2].cost", Problem::ReversedRange { text: text("B-A") }, Both),
        (Set("/questions/1/measures/2/effort", json!("H-H")), "questions[1].measures[2].effort", Problem::ReversedRange { text: text("H-H") }, Both),
        // Texts.
        (Set("/title/ja", json!("")), "title.ja", Problem::EmptyText, Both),
        (Set("/title/ja", json!(" \u{3000}")), "title.ja", Problem::EmptyText, Both),
        (Set("/sections/0/place", json!("")), "sections[0].place", Problem::EmptyText, Both),
        (Set("/title/ja", json!("あ".repeat(1001))), "title.ja", Problem::TooLong { most: 1000 }, Both),
        (Set("/title/ja", json!("a\u{1b}[31m")), "title.ja", Problem::HiddenCharacter { code: 0x1b }, Both),
        (Set("/title/ja", json!("a\nb")), "title.ja", Problem::HiddenCharacter { code: 0x0a }, Both),
        (Set("/title/ja", json!("a\u{202e}b")), "title.ja", Problem::HiddenCharacter { code: 0x202e }, Both),
        (Set("/title/ja", json!("a\u{9b}b")), "title.ja", Problem::HiddenCharacter { code: 0x9b }, Both),
        (Remove("/title/en"), "title.en", Problem::MissingLanguage { language: text("en") }, CheckAlone),
        (Set("/title/fr", json!("x")), "title.fr", Problem::UnlistedLanguage { language: text("fr") }, CheckAlone),
        (Set("/title/French", json!("x")), "title.French", Problem::UnlistedLanguage { language: text("French") }, Both),
        // Numbers of things.
        (Set("/sections", json!([])), "sections", Problem::TooFew { least: 1, found: 0 }, Both),
        (Set("/questions", json!([])), "questions", Problem::TooFew { least: 1, found: 0 }, Both),
        (Remove("/questions/1/points/1"), "questions[1].points", Problem::TooFew { least: 2, found: 1 }, Both),
        (Set("/questions/1/measures", json!([])), "questions[1].measures", Problem::TooFew { least: 1, found: 0 }, Both),
        // Ids that stand twice or name nothing.
        (Set("/forms/2", json!({"id": "paper", "title": both_languages("紙"), "examples": both_languages("紙")})),
            "forms[2].id", Problem::Duplicate { text: text("paper") }, CheckAlone),
        (Set("/sections/3", json!({"id": "one", "place": null, "take": "all", "forms": [], "topic": "source", "title": both_languages("一")})),
            "sections[3].id", Problem::Duplicate { text: text("one") }, CheckAlone),
        (Set("/questions/1/id", json!("later")), "questions[1].id", Problem::Duplicate { text: text("later") }, CheckAlone),
        (Set("/questions/1/points/2", point("written")), "questions[1].points[2].id", Problem::Duplicate { text: text("written") }, CheckAlone),
        (Set("/questions/1/measures/1/id", json!("talk")), "questions[1].measures[1].id", Problem::Duplicate { text: text("talk") }, CheckAlone),
        (Set("/contacts/1/id", json!("desk")), "contacts[1].id", Problem::Duplicate { text: text("desk") }, CheckAlone),
        (Set("/terms/2", json!({"id": "word", "name": both_languages("語"), "text": both_languages("語")})), "terms[2].id", Problem::Duplicate { text: text("word") }, CheckAlone),
        (Set("/languages/2", json!("ja")), "languages[2]", Problem::Duplicate { text: text("ja") }, Both),
        (Set("/sections/1/forms/1", json!("paper")), "sections[1].forms[1]", Problem::Duplicate { text: text("paper") }, Both),
        (Set("/questions/0/help/1", json!("desk")), "questions[0].help[1]", Problem::Duplicate { text: text("desk") }, Both),
        (Set("/questions/1/measures/2/closes/2", json!("known")), "questions[1].measures[2].closes[2]", Problem::Duplicate { text: text("known") }, Both),
        (Set("/sections/1/forms/0", json!("film")), "sections[1].forms[0]", no_such(Thing::Form, "film"), CheckAlone),
        (Set("/examples/0/form", json!("film")), "examples[0].form", no_such(Thing::Form, "film"), CheckAlone),
        (Set("/questions/3/section", json!("four")), "questions[3].section", no_such(Thing::Section, "four"), CheckAlone),
        (Set("/questions/1/measures/0/closes/0", json!("seen")), "questions[1].measures[0].closes[0]", no_such(Thing::Point, "seen"), CheckAlone),
        (Set("/questions/1/help/0", json!("nobody")), "questions[1].help[0]", no_such(Thing::Contact, "nobody"), CheckAlone),
        (Set("/questions/1/terms/0", json!("jargon")), "questions[1].terms[0]", no_such(Thing::Term, "jargon"), CheckAlone),
        // What holds between things.
        (Set("/questions/1/points/2", point("seen")), "questions[1].points[2]", Problem::PointNotClosed, CheckAlone),
        (Set("/questions/1/measures/0/cost", json!("D")), "questions[1].measures[1]", Problem::CheaperThanBefore, CheckAlone),
        (Set("/questions/1/measures/0/effort", json!("D")), "questions[1].measures[1]", Problem::CheaperThanBefore, CheckAlone),
        (Set("/sections/3", json!({"id": "four", "place": null, "take": "all", "forms": [], "topic": "source", "title": both_languages("四")})),
            "sections[3]", Problem::SectionNeverAsked, CheckAlone),
        (Set("/questions/2/level", json!("provision")), "sections[1]", Problem::SectionNeverAsked, CheckAlone),
        (Set("/follows", json!("small")), "follows", Problem::FollowsItself, CheckAlone),
        (Set("/follows", json!("nowhere")), "follows", Problem::FollowedMissing { id: text("nowhere") }, CheckAlone),
    ]
}

#[test]
fn a_single_mistake_is_one_issue_with_its_path() {
    for (change, path, problem, _) in single_mistakes() {
        let raw = changed(file(SMALL), &change);
        let issues = check(&raw, None).expect_err(path);
        let path = path.to_owned();
        assert_eq!(issues, [Issue { path, problem }]);
    }
}

#[test]
fn the_schema_rejects_each_mistake_that_a_schema_can_see() {
    let schema = schema();
    for (change, path, problem, seen) in single_mistakes() {
        let raw = changed(file(SMALL), &change);
        let rejected = !schema.is_valid(&raw);
        assert_eq!(rejected, seen == Both, "{path}: {problem:?}");
    }
}

#[test]
fn what_is_no_object_at_all_is_one_issue_without_a_path() {
    for (raw, found) in [(json!(null), Shape::Nothing), (json!([1]), Shape::List)] {
        let path = String::new();
        let problem = wrong(Shape::Members, found);
        assert_eq!(check(&raw, None), Err(vec![Issue { path, problem }]));
    }
}

#[test]
fn what_stands_twice_in_the_file_is_told_and_not_lost_without_a_word() {
    let text = file(SMALL).to_string();
    let version = r#""version":"1.0.0""#;
    let title = r#""title":{"#;
    assert!(text.contains(version) && text.contains(title));
    let text = text
        .replacen(version, &format!(r#"{version},"version":"2.0.0""#), 1)
        .replacen(title, &format!(r#"{title}"ja":"前の題","#), 1);
    let raw: Raw<'_> = serde_json::from_str(&text).expect("JSON");
    let issues = check(raw, None).expect_err("two issues");
    let found: Vec<_> = issues
        .iter()
        .map(|issue| (issue.path.as_str(), &issue.problem))
        .collect();
    let twice = |text: &str| Problem::Duplicate {
        text: text.to_owned(),
    };
    assert_eq!(
        found,
        [("version", &twice("version")), ("title.ja", &twice("ja"))]
    );
}

#[test]
fn names_and_texts_with_escapes_are_read_like_others() {
    let text = file(SMALL).to_string();
    let escaped = text
        .replacen(r#""version""#, r#""\u0076ersion""#, 1)
        .replacen(r#""ja""#, r#""j\u0061""#, 1);
    assert_ne!(text, escaped);
    let read = |text| check(serde_json::from_str::<Raw<'_>>(text).expect("JSON"), None);
    assert_eq!(read(&escaped), read(&text));
    assert!(read(&text).is_ok());
}

#[test]
fn a_badly_spelt_id_is_not_told_again_where_it_is_used() {
    let mut raw = file(SMALL);
    raw["forms"][0]["id"] = json!("Paper!");
    raw["sections"][1]["forms"][0] = json!("Paper!");
    raw["examples"][0]["form"] = json!("Paper!");
    let issues = check(&raw, None).expect_err("one issue");
    let paths: Vec<_> = issues.iter().map(|issue| issue.path.as_str()).collect();
    assert_eq!(paths, ["forms[0].id"]);
}

#[test]
fn the_pack_that_is_followed_must_be_the_one_that_is_named() {
    let other = check(&file(SMALL), None).expect("no issue");
    let issues = check(&file(SECOND), Some(&other)).expect_err("one issue");
    let path = "follows".to_owned();
    let id = "tics-minimum".to_owned();
    let problem = Problem::FollowedMissing { id };
    assert_eq!(issues, [Issue { path, problem }]);
}

#[test]
fn a_pack_that_follows_may_use_the_other_ones_words_but_no_unknown_ones() {
    let mut raw = file(SECOND);
    raw["questions"][0]["terms"] = json!(["jig", "jargon"]);
    raw["questions"][0]["help"] = json!(["police", "nobody"]);
    let issues = check(&raw, Some(&first())).expect_err("two issues");
    let paths: Vec<_> = issues.iter().map(|issue| issue.path.as_str()).collect();
    assert_eq!(paths, ["questions[0].help[1]", "questions[0].terms[1]"]);
}

/// A list of the small pack, how long it may be, and what its entries look like.
type Limit = (&'static str, &'static str, usize, fn(usize) -> Value);

fn limits() -> Vec<Limit> {
    fn text(n: usize) -> Value {
        json!({"ja": format!("文{n}"), "en": format!("text {n}")})
    }
    fn id(n: usize) -> Value {
        json!(format!("x{n}"))
    }
    fn entry(pointer: &str, n: usize) -> Value {
        let mut entry = file(SMALL).pointer(pointer).expect("an entry").clone();
        if entry.get("id").is_some() {
            entry["id"] = id(n);
        }
        entry
    }
    #[rustfmt::skip] // one list a line
    let limits: Vec<Limit> = vec![
        ("/languages", "languages", 8, |n| json!(format!("a{}", char::from(b'a' + u8::try_from(n).unwrap_or(0))))),
        ("/notice/amended", "notice.amended", 20, |_| json!("2024")),
        ("/forms", "forms", 12, |n| entry("/forms/0", n)),
        ("/sections", "sections", 60, |n| entry("/sections/0", n)),
        ("/sections/0/forms", "sections[0].forms", 12, id),
        ("/questions", "questions", 200, |n| entry("/questions/0", n)),
        ("/questions/0/points", "questions[0].points", 4, |n| entry("/questions/0/points/0", n)),
        ("/questions/0/measures", "questions[0].measures", 12, |n| entry("/questions/0/measures/0", n)),
        ("/questions/0/measures/0/closes", "questions[0].measures[0].closes", 4, id),
        ("/questions/0/may_not_apply", "questions[0].may_not_apply", 6, text),
        ("/questions/0/help", "questions[0].help", 8, id),
        ("/questions/0/terms", "questions[0].terms", 12, id),
        ("/contacts", "contacts", 100, |n| entry("/contacts/0", n)),
        ("/terms", "terms", 300, |n| entry("/terms/0", n)),
        ("/examples", "examples", 200, |n| entry("/examples/0", n)),
    ];
    limits
}

#[test]
fn check_and_schema_agree_on_how_long_each_list_may_be() {
    let schema = schema();
    for (pointer, path, most, fill) in limits() {
        let filled = |count| {
            let entries = (0..count).map(fill).collect();
            changed(file(SMALL), &Set(pointer, Value::Array(entries)))
        };
        let too_many = |raw: &Value| {
            let issues = check(raw, None).err().unwrap_or_default();
            issues
                .iter()
                .any(|issue| issue.path == path && matches!(issue.problem, Problem::TooMany { .. }))
        };
        let (full, over) = (filled(most), filled(most + 1));
        assert!(!too_many(&full), "{path}");
        assert!(too_many(&over), "{path}");
        assert_eq!(breaches(&schema, &full), [""; 0], "{path}");
        assert!(!schema.is_valid(&over), "{path}");
    }
}

#[test]
fn a_list_of_a_million_entries_is_told_once() {
    let raw = changed(
        file(SMALL),
        &Set("/examples", Value::Array(vec![json!(7); 1_000_000])),
    );
    let issues = check(&raw, None).expect_err("issues");
    assert_eq!(issues.len(), 201);
}
