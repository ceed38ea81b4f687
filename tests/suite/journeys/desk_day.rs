//! A day at the desk, by keys over real folders: forty firms, a visit to one of them with the client looking on, what is
//! handed over and comes back, and what is left behind. Each step is a function, so that more of them can be added in
//! their order.

use std::fs;
use std::path::PathBuf;

use mamori::app::action::{Action, Export, Merging, NotesPart, Paper};
use mamori::app::{Screen, page};
use mamori::questionnaire::reader::Reader;
use mamori::questionnaire::report_format::ReportFormat;
use serde_json::Value;

use crate::cli::own_notes::inside;
use crate::firms::{forty, name};
use crate::receiving::Person;
use crate::workbooks::{Grid, text};

/// The firm that is visited, やまと精工12, and its check.
const VISITED: u32 = 12;
const CHECK: &str = "now00012";
/// What is noted for oneself, and may be in nothing that leaves.
const OWN: &str = "次は工場長にも会う";

struct Day {
    advisor: Person,
    client: Person,
}

impl Day {
    fn begin() -> Self {
        let checks: Vec<_> = forty()
            .into_iter()
            .map(|(id, check)| (format!("cases/{id}.json"), check.to_string().into_bytes()))
            .collect();
        let files: Vec<(&str, &[u8])> = checks
            .iter()
            .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
            .collect();
        let mut advisor = Person::new(&files, &[]);
        advisor.session.app = advisor.session.app.clone().with_firms(true);
        Self {
            advisor,
            client: Person::new(&[], &[]),
        }
    }
}

fn at(person: &Person) -> Screen {
    person.session.app.screen()
}

/// What is on the page, also where it has to be scrolled to.
fn whole(person: &Person) -> String {
    format!("{:?}", page(&person.session.app))
}

/// The files that this person has written, the names in order.
fn written(person: &Person) -> Vec<PathBuf> {
    let files = fs::read_dir(person.path("out")).expect("a folder");
    let mut files: Vec<PathBuf> = files.map(|file| file.expect("a file").path()).collect();
    files.sort();
    files
}

fn written_as(person: &Person, ending: &str) -> Vec<PathBuf> {
    let is_one = |path: &PathBuf| path.extension().is_some_and(|it| it == ending);
    written(person).into_iter().filter(is_one).collect()
}

/// The answer on the disk to the question at this place of the pack.
fn answer(person: &Person, place: usize) -> Value {
    let (question, _) = &crate::receiving::merging::first_points()[place];
    person.on_disk(CHECK)["walks"]["tics-minimum"]["answers"][question.as_str()].clone()
}

/// To the first question, from wherever on the walk one is.
fn to_the_first_question(person: &mut Person) {
    if at(person) != Screen::Question {
        person.play("o").go_to(Action::Continue).play("Enter");
    }
    person.play(&["Left"; 16].join(" ")).sees("16問中 1問め");
}

/// In the morning: found by how one types it.
fn finds_the_firm(day: &mut Day) {
    let advisor = &mut day.advisor;
    advisor.go_to(Action::Open(Screen::Firms));
    advisor.play("Enter <ﾔﾏﾄ精工 12>").sees(&name(VISITED));
    assert_eq!(
        page(&advisor.session.app).actions().len(),
        2,
        "{}",
        advisor.screen()
    );
}

/// Before the client sits down.
fn hides_the_others(day: &mut Day) {
    let advisor = &mut day.advisor;
    advisor.play("Ctrl-K").sees("ほかの会社は隠しています。");
    for other in (0..40).filter(|other| *other != VISITED) {
        assert!(!whole(advisor).contains(&name(other)));
    }
    advisor.play("Enter");
    assert_eq!(advisor.case().expect("open").id.as_str(), CHECK);
}

/// Some questions, together: the first is met, the second partly.
fn walks(day: &mut Day) {
    let advisor = &mut day.advisor;
    to_the_first_question(advisor);
    advisor.play("1 Right 2 Home Enter");
    let answered = |place| answer(&day.advisor, place)["given"]["points"].is_object();
    assert!(answered(0) && answered(1), "{}", day.advisor.screen());
}

/// With the client gone.
fn shows_the_others_again(day: &mut Day) {
    let advisor = &mut day.advisor;
    advisor
        .play("Ctrl-K")
        .go_to(Action::ShowOthers)
        .play("Enter");
    assert!(!advisor.session.app.hides_others());
}

fn notes_for_oneself(day: &mut Day) {
    let advisor = &mut day.advisor;
    advisor
        .play("Ctrl-N")
        .go_to(Action::OwnNote(NotesPart::Visit));
    advisor.play("Enter <12/18> Enter");
    advisor.go_to(Action::OwnNote(NotesPart::Note));
    advisor.play(&format!("Enter <{OWN}> Esc Esc"));
    let kept = advisor
        .path("data/desk")
        .join(format!("firm{VISITED:04}.json"));
    let kept = fs::read_to_string(kept).expect("kept");
    assert!(kept.contains(OWN) && kept.contains("2026-12-18"), "{kept}");
}

/// To the page where files for whoever goes on are written.
fn to_those_who_go_on(person: &mut Person) {
    person
        .play("o")
        .go_to(Action::Open(Screen::Result))
        .play("Enter");
    person.go_to(Action::Open(Screen::Export)).play("Enter");
    person
        .go_to(Action::Export(Export::To(Reader::Hand)))
        .play("Enter");
}

fn hands_it_over(day: &mut Day) {
    let advisor = &mut day.advisor;
    to_those_who_go_on(advisor);
    advisor.go_to(Action::Export(Export::As(Reader::Hand, ReportFormat::Json)));
    advisor.play("Enter");
    let files = written_as(advisor, "mamori");
    assert_eq!(files.len(), 1, "{}", advisor.screen());
    fs::copy(
        &files[0],
        day.client.path("downloads/from-the-advisor.mamori"),
    )
    .expect("sent");
}

/// In a folder of its own: the first answer became worse, the second better, and the third is new.
fn is_answered_elsewhere(day: &mut Day) {
    let client = &mut day.client;
    client.at_the_files().sees("やまと精工12");
    client.play("Enter");
    assert_eq!(client.case().expect("open").id.as_str(), CHECK);
    client.play("<総務 佐藤> Enter");
    to_the_first_question(client);
    client.play("3 Right 1 Right 4");
    assert_eq!(answer(client, 2)["given"], "unknown", "{}", client.screen());
    to_those_who_go_on(client);
    client.go_to(Action::Export(Export::As(Reader::Hand, ReportFormat::Json)));
    client.play("Enter");
    let files = written_as(client, "mamori");
    assert_eq!(files.len(), 1, "{}", client.screen());
    fs::copy(&files[0], day.advisor.path("downloads/back.mamori")).expect("sent back");
}

/// Meanwhile the same question was answered here too.
fn answers_one_of_them_too(day: &mut Day) {
    let advisor = &mut day.advisor;
    to_the_first_question(advisor);
    advisor.play("4");
    assert_eq!(
        answer(advisor, 0)["given"],
        "unknown",
        "{}",
        advisor.screen()
    );
}

fn takes_in_what_came_back(day: &mut Day) {
    let theirs = [0, 1, 2].map(|place| answer(&day.client, place)["given"].clone());
    let advisor = &mut day.advisor;
    advisor.at_the_files();
    advisor.play("Home Enter");
    assert_eq!(at(advisor), Screen::Merge, "{}", advisor.screen());
    advisor.sees("1件の 1件め").sees("総務 佐藤");
    // What became better there is looked at first.
    advisor
        .play("2")
        .go_to(Action::Open(Screen::MergeTaken))
        .play("Enter");
    assert_eq!(at(advisor), Screen::MergeTaken, "{}", advisor.screen());
    assert_eq!(
        answer(advisor, 0)["given"],
        "unknown",
        "nothing has changed yet"
    );
    advisor
        .play("End Esc")
        .go_to(Action::Merge(Merging::Take))
        .play("Enter");
    assert_eq!(at(advisor), Screen::Merged, "{}", advisor.screen());
    assert_eq!(
        [0, 1, 2].map(|place| answer(&day.advisor, place)["given"].clone()),
        theirs
    );
}

/// What is still open is filled in another program, by somebody who has none of ours.
fn reads_a_workbook_back(day: &mut Day) {
    let advisor = &mut day.advisor;
    advisor.play("Enter");
    to_those_who_go_on(advisor);
    advisor.go_to(Action::Export(Export::As(Reader::Hand, ReportFormat::Xlsx)));
    advisor.play("Enter");
    let files = written_as(advisor, "xlsx");
    assert_eq!(files.len(), 1, "{}", advisor.screen());
    let mut grid = Grid::of(&fs::read(&files[0]).expect("a workbook"));
    grid.set(
        "q/tics-minimum/name-a-manager",
        "note",
        text("工場長に決めた"),
    );
    fs::remove_file(advisor.path("downloads/back.mamori")).expect("put away");
    fs::write(advisor.path("downloads/filled.xlsx"), grid.bytes()).expect("sent back");
    advisor.at_the_files().sees("書き込むExcel");
    advisor.play("Home Enter").sees("返ってきた答え");
    advisor.go_to(Action::Merge(Merging::Take)).play("Enter");
    let note =
        &advisor.on_disk(CHECK)["walks"]["tics-minimum"]["answers"]["name-a-manager"]["note"];
    assert_eq!(note, "工場長に決めた", "{}", advisor.screen());
}

fn leaves_homework(day: &mut Day) {
    let advisor = &mut day.advisor;
    advisor
        .play("Enter o")
        .go_to(Action::Open(Screen::Result))
        .play("Enter");
    advisor.go_to(Action::Open(Screen::Tasks)).play("Enter");
    advisor.go_to(Action::Open(Screen::Homework)).play("Enter");
    advisor
        .go_to(Action::Paper(Paper::WriteVisit))
        .play("Enter <12/18> Enter");
    advisor
        .go_to(Action::Paper(Paper::MakeHomework))
        .play("Enter");
    let pages = written_as(advisor, "html");
    assert_eq!(pages.len(), 1, "{}", advisor.screen());
    let left = fs::read_to_string(&pages[0]).expect("a page");
    assert!(left.contains("2026年12月18日"), "{left}");
}

/// In the evening the firm is found again, with what was done on its check; and all firms are counted.
fn sees_the_firm_in_the_list(day: &mut Day) {
    let advisor = &mut day.advisor;
    advisor
        .play("o")
        .go_to(Action::Open(Screen::Start))
        .play("Enter");
    advisor
        .go_to(Action::Open(Screen::Firms))
        .play("Enter <やまと精工12>");
    advisor.sees("2026年11月20日");
    let data = advisor.path("data").display().to_string();
    let counted = advisor.path("out/all.xlsx").display().to_string();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_mamori"))
        .env_clear()
        .args([
            "--data-dir",
            &data,
            "firms",
            "--for",
            "others",
            "--output",
            &counted,
        ])
        .output()
        .expect("it starts");
    assert!(output.status.success(), "{output:?}");
}

/// Nothing that has left says what was noted for oneself, and nothing but the summary names how many others there are.
fn has_given_nothing_away(day: &mut Day) {
    let files = written(&day.advisor);
    assert_eq!(files.len(), 4, "{files:?}");
    for path in files {
        let text = inside(&path);
        assert!(!text.contains(OWN), "{}", path.display());
        for other in (0..40).filter(|other| *other != VISITED) {
            assert!(
                !text.contains(&name(other)),
                "{} in {}",
                name(other),
                path.display()
            );
        }
    }
}

#[test]
fn a_day_at_the_desk() {
    let mut day = Day::begin();
    for step in [
        finds_the_firm,
        hides_the_others,
        walks,
        shows_the_others_again,
        notes_for_oneself,
        hands_it_over,
        is_answered_elsewhere,
        answers_one_of_them_too,
        takes_in_what_came_back,
        reads_a_workbook_back,
        leaves_homework,
        sees_the_firm_in_the_list,
        has_given_nothing_away,
    ] {
        step(&mut day);
    }
}
