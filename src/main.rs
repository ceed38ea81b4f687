//! Starts the program; the exit code is decided here, once.
fn main() {
    let folder = mamori::store::folder::Folder::find(Some(std::path::Path::new(
        &std::env::var("MAMORI_DATA_DIR").unwrap(),
    )))
    .unwrap();
    let lang = std::env::var("MAMORI_LANG").unwrap_or("ja".into());
    let mut store = mamori::store::Store::new(
        folder.root().to_owned(),
        Box::new(mamori::store::disk::RealDisk),
    );
    let mut supply = mamori::supply::Supply::new(Some(folder.root()));
    let startup = supply.startup(&mut store, &lang, None).unwrap();
    let (catalog, _) = supply.catalog(&lang);
    let start = mamori::terminal::Start {
        app: mamori::app::App::new(startup),
        store,
        supply,
        catalog,
        theme: mamori::view::Theme::Colour,
        width: Default::default(),
        panic_words: "panic".into(),
        crash: false,
    };
    let end = mamori::terminal::run(start);
    println!("{end:?}");
}
