//! What somebody has sent, by keys over real folders: the files that are found, and what comes of opening one.

pub(crate) mod merging;
mod opening;
pub(crate) mod properties;
mod workbooks;

use std::fs;
use std::path::{Path, PathBuf};

use crossterm::event::KeyEvent;
use mamori::app::action::Action;
use mamori::app::event::Event;
use mamori::app::keys::resolve;
use mamori::app::received::Places;
use mamori::app::request::Request;
use mamori::app::{App, Screen, page};
use mamori::pack_library::PackLibrary;
use mamori::questionnaire::case::Case;
use mamori::questionnaire::moment::Moment;
use mamori::session::{Session, Step};
use mamori::store::Store;
use mamori::store::disk::RealDisk;
use mamori::store_service::StoreService;
use mamori::text::width::WidthMode;
use serde_json::Value;
use tempfile::TempDir;

use crate::stage::{drawn, parsed};

const CASE: &str = include_str!("../fixtures/cases/k7q2m4xw.json");

pub(crate) fn now() -> Moment {
    Moment::parse("2026-11-20T16:40:00+09:00").expect("a moment")
}

/// A person before the program, with a data folder and a folder of downloads: everything is real but the terminal.
pub(crate) struct Person {
    pub(crate) home: TempDir,
    pub(crate) session: Session,
    pub(crate) service: StoreService,
    /// What was asked of the store, in order.
    pub(crate) asked: Vec<Request>,
}

impl Person {
    /// With these files in the data folder and in the downloads.
    pub(crate) fn new(data: &[(&str, &[u8])], downloads: &[(&str, &[u8])]) -> Self {
        let home = tempfile::tempdir().expect("a folder");
        for (folder, files) in [("data", data), ("downloads", downloads)] {
            fs::create_dir_all(home.path().join(folder).join("cases")).expect("a folder");
            for (name, bytes) in files {
                fs::write(home.path().join(folder).join(name), bytes).expect("a file");
            }
        }
        Self::at(home, "ja")
    }

    fn at(home: TempDir, language: &str) -> Self {
        let mut service = service(&home.path().join("data"));
        let library = PackLibrary::new(None);
        let (catalog, _) = library.catalog(language);
        let mut startup = service.startup(language, None, now()).expect("a start");
        fs::create_dir_all(home.path().join("out")).expect("a folder");
        startup.export_folder = home.path().join("out").display().to_string();
        let places = Places {
            folders: vec![home.path().join("downloads").display().to_string()],
            mounts: vec![home.path().join("media").display().to_string()],
            has_letters: false,
        };
        let app = App::new(startup).with_places(places).with_mouse(true);
        let mut person = Self {
            session: Session::new(app, library, catalog),
            service,
            asked: Vec::new(),
            home,
        };
        if person.session.app.screen() == Screen::News {
            // The folder of a test is open to others, which is told first.
            person.play("Esc");
        }
        person
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    pub(crate) fn play(&mut self, keys: &str) -> &mut Self {
        for key in parsed(keys) {
            self.press(key);
        }
        self
    }

    fn press(&mut self, key: KeyEvent) {
        if let Some(event) = resolve(&self.session.app, key) {
            self.happen(event);
        }
    }

    pub(crate) fn happen(&mut self, event: Event) {
        for step in self.session.happen(event, now()) {
            if let Step::Ask(request) = step {
                self.asked.push(request.clone());
                for event in self.service.perform(request, now()) {
                    self.happen(event);
                }
            }
        }
    }

    /// Goes to the row with this action by keys.
    #[track_caller]
    pub(crate) fn go_to(&mut self, action: Action) -> &mut Self {
        self.play("Home");
        while page(&self.session.app).cursor != Some(action) {
            let before = page(&self.session.app).cursor;
            self.play("Down");
            let after = page(&self.session.app).cursor;
            assert_ne!(after, before, "no {action:?}\n{}", self.screen());
        }
        self
    }

    /// From the start to the page of files that were sent.
    pub(crate) fn at_the_files(&mut self) -> &mut Self {
        self.happen(Event::Do(Action::Open(Screen::Received)));
        self
    }

    pub(crate) fn screen(&self) -> String {
        let page = page(&self.session.app);
        drawn(&page, &self.session.catalog, 80, 24, WidthMode::Narrow).text
    }

    #[track_caller]
    pub(crate) fn sees(&self, words: &str) -> &Self {
        let screen = self.screen();
        assert!(screen.contains(words), "no {words:?} on\n{screen}");
        self
    }

    pub(crate) fn message(&self) -> Option<&'static str> {
        page(&self.session.app).message.map(|message| message.id)
    }

    pub(crate) fn case(&self) -> Option<&Case> {
        self.session.app.case()
    }

    /// The check with this id as it is on the disk.
    pub(crate) fn on_disk(&self, id: &str) -> Value {
        let path = self.path("data/cases").join(format!("{id}.json"));
        serde_json::from_slice(&fs::read(path).expect("a case")).expect("JSON")
    }
}

pub(crate) fn service(folder: &Path) -> StoreService {
    let store = Store::new(folder.to_owned(), Box::new(RealDisk));
    StoreService::new(store, PackLibrary::new(Some(folder)))
}

/// A check whose members were changed.
pub(crate) fn check(change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut case: Value = serde_json::from_str(CASE).expect("JSON");
    change(&mut case);
    case.to_string().into_bytes()
}
