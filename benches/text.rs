//! What wrapping a screen's text and building a catalogue cost. Run with `cargo bench --bench text`.

use mamori::assets::language_source;
use mamori::text::catalog::{Catalog, LanguageSource};
use mamori::text::width::WidthMode;
use mamori::text::wrap::wrap;

const SENTENCES: &str = "お客様の事業の状況をお伺いします。質問は全部で40問、途中保存もできます（再開も可能です）。\
    分からない項目は「わからない」を選び、次へ進んでください。売上は約1,200万円、従業員数は\
    パート・アルバイトを含めて10名、情報セキュリティ対策のチェックシートについてもExcelで出力できます！";

fn main() {
    divan::main();
}

#[divan::bench]
fn wrap_145_characters() -> Vec<String> {
    wrap(divan::black_box(SENTENCES), 76, WidthMode::Narrow)
}

#[divan::bench]
fn wrap_20_000_characters(bencher: divan::Bencher) {
    let text: String = SENTENCES.chars().cycle().take(20_000).collect();
    bencher.bench(|| wrap(divan::black_box(&text), 76, WidthMode::Narrow));
}

#[divan::bench]
fn catalogue_of_the_locales(bencher: divan::Bencher) {
    let sources = || {
        ["en", "ja"]
            .map(|code| language_source(code, None).0)
            .to_vec()
    };
    bencher.with_inputs(sources).bench_values(Catalog::new);
}

#[divan::bench]
fn catalogue_of_600_messages(bencher: divan::Bencher) {
    let messages: Vec<_> = (0..600)
        .map(|number| format!("message-{number} = {SENTENCES}{{ $n }}\n"))
        .collect();
    let messages = messages.concat();
    let source = || LanguageSource {
        code: "ja".to_owned(),
        files: vec![messages.clone().into()],
        overrides: Vec::new(),
    };
    bencher
        .with_inputs(|| vec![source()])
        .bench_values(Catalog::new);
}
