//! What wrapping a screen's text and building a catalogue cost. Run with `cargo bench --bench text`.

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
