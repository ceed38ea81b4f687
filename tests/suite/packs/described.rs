//! What docs/PACKS.md shows to those who write a pack: its examples are whole files, and the program accepts them.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use mamori::questionnaire::check::{check, check_papers};
use mamori::questionnaire::id::PackId;
use serde_json::Value;

use super::{breaches, json, schema};

/// The blocks of JSON on the page, in order.
fn examples() -> Vec<Value> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/PACKS.md");
    let page = fs::read_to_string(path).expect("the page");
    let blocks = page.split("```json\n").skip(1);
    blocks
        .map(|block| {
            let (block, _) = block.split_once("```").expect("a block that ends");
            serde_json::from_str(block).expect("JSON")
        })
        .collect()
}

#[test]
fn the_examples_of_a_pack_and_its_papers_are_accepted_by_the_program() {
    let [pack, papers] = <[Value; 2]>::try_from(examples()).expect("two examples");
    assert_eq!(breaches(&schema(), &pack), [""; 0]);
    let described = jsonschema::validator_for(&json("criteria/papers.schema.json"));
    assert_eq!(breaches(&described.expect("a schema"), &papers), [""; 0]);
    let pack = check(&pack, None).unwrap_or_else(|issues| panic!("{issues:#?}"));
    assert_eq!(pack.id, PackId::new("our-works"));
    let papers = check_papers(&papers, &[Arc::new(pack)]);
    assert!(papers.is_ok(), "{papers:#?}");
}

// Every member that came with format 2 is in the example, so that nobody looks for it elsewhere.
#[test]
fn the_example_has_what_format_2_added() {
    let [pack, _] = <[Value; 2]>::try_from(examples()).expect("two examples");
    let text = pack.to_string();
    for member in ["wording", "renamed", "removed", "forms", "none", "related"] {
        assert!(text.contains(&format!("\"{member}\":")), "{member}");
    }
}
