//! The packs that come with the program, checked and as they are kept in memory: a start reads them in a sixth of what
//! reading and checking their JSON costs. One with a mistake is not built, and its mistakes are said.
//! And what Windows reads about the program: name, version, and that its texts are UTF-8 and its paths may be long.
//! Where the tool for that is missing the program is built all the same, without it.

use std::env;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use flate2::Compression;
use flate2::write::DeflateEncoder;
use winresource::WindowsResource;

use questionnaire::check::check;
use questionnaire::pack::Pack;
use questionnaire::raw::Raw;

/// As much of the lowest floor as checking a pack needs.
#[allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    clippy::struct_field_names,
    reason = "the rest of these files is for the program"
)]
#[path = "src/questionnaire"]
mod questionnaire {
    pub mod asked;
    pub mod check;
    pub mod forms;
    pub mod id;
    pub mod pack;
    pub mod paper;
    pub mod raw;
    pub mod seen;
}

/// In `src/assets.rs` too. Each may follow the one before it.
const PACKS: [&str; 2] = ["tics-minimum", "tics-2024-additions"];

/// What only one command or one page asks for: a quarter of its room, taken out when it is asked for.
const MADE_SMALL: [&str; 3] = [
    "tics-minimum.papers.json",
    "papers.schema.json",
    "schema.json",
];

// Without the line `<?xml …?>`: winresource puts a space before each line, and nothing may stand before that one.
const MANIFEST: &str = r#"<assembly xmlns="urn:schemas-microsoft-com:asm.v1" manifestVersion="1.0">
  <trustInfo xmlns="urn:schemas-microsoft-com:asm.v3">
    <security>
      <requestedPrivileges><requestedExecutionLevel level="asInvoker" uiAccess="false"/></requestedPrivileges>
    </security>
  </trustInfo>
  <application xmlns="urn:schemas-microsoft-com:asm.v3">
    <windowsSettings>
      <activeCodePage xmlns="http://schemas.microsoft.com/SMI/2019/WindowsSettings">UTF-8</activeCodePage>
      <longPathAware xmlns="http://schemas.microsoft.com/SMI/2016/WindowsSettings">true</longPathAware>
    </windowsSettings>
  </application>
</assembly>
"#;

#[expect(
    clippy::disallowed_methods,
    reason = "cargo tells a build script by the environment what it builds for, and takes files from it"
)]
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let out = env::var("OUT_DIR").expect("cargo says where to put what is made");
    let mut before: Option<Pack> = None;
    for id in PACKS {
        let file = format!("criteria/{id}.json");
        println!("cargo::rerun-if-changed={file}");
        let text = fs::read_to_string(&file).expect("a pack of the project");
        let raw: Raw<'_> =
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
        let pack = check(raw, before.as_ref()).unwrap_or_else(|issues| {
            let told = issues
                .iter()
                .map(|it| format!("\n  {}: {:?}", it.path, it.problem));
            panic!("{file}:{}", told.collect::<String>())
        });
        let bytes = postcard::to_allocvec(&pack).expect("a pack can be written");
        fs::write(Path::new(&out).join(format!("{id}.pack")), bytes).expect("a writable folder");
        before = Some(pack);
    }
    for file in MADE_SMALL {
        println!("cargo::rerun-if-changed=criteria/{file}");
        let text = fs::read(format!("criteria/{file}")).expect("a file of the project");
        let mut small = DeflateEncoder::new(Vec::new(), Compression::best());
        let small = small.write_all(&text).and_then(|()| small.finish());
        let small = small.expect("memory takes everything");
        fs::write(Path::new(&out).join(format!("{file}.small")), small).expect("a writable folder");
    }
    // What is built for, not what it is built on.
    if env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("windows") {
        for_windows();
    }
}

fn for_windows() {
    let mut resource = WindowsResource::new();
    resource
        .set("OriginalFilename", "mamori.exe")
        .set_manifest(MANIFEST);
    if let Err(error) = resource.compile_for("mamori") {
        println!("cargo::warning=the program has no version and no manifest: {error}");
    }
}
