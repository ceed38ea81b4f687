//! What Windows reads about the program: name, version, and that its texts are UTF-8 and its paths may be long.
//! Nothing happens for other systems. Where the tool for it is missing the program is built all the same, without it.

use std::env;

use winresource::WindowsResource;

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
    reason = "cargo tells a build script by the environment what it builds for"
)]
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // What is built for, not what it is built on.
    if env::var("CARGO_CFG_TARGET_OS").as_deref() != Ok("windows") {
        return;
    }
    let mut resource = WindowsResource::new();
    resource
        .set("OriginalFilename", "mamori.exe")
        .set_manifest(MANIFEST);
    if let Err(error) = resource.compile_for("mamori") {
        println!("cargo::warning=the program has no version and no manifest: {error}");
    }
}
