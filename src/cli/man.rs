//! `mamori man`: a page for `man`, made from the arguments. Only its frame (NAME, SYNOPSIS …) is English, as roff has it.

use std::io;

use clap::Command;
use clap_mangen::Man;

use crate::cli::done::Done;

pub(super) fn man(mut root: Command) -> Done {
    root.build();
    let mut page = Vec::new();
    // Not an error: a vector takes everything.
    let _ = page_of(&root, &mut page);
    Done::bytes(page)
}

fn page_of(root: &Command, page: &mut Vec<u8>) -> io::Result<()> {
    // Not `render`: it would name a page for each command, and there is only this one.
    let man = Man::new(root.clone());
    man.render_title(page)?;
    man.render_name_section(page)?;
    man.render_synopsis_section(page)?;
    man.render_options_section(page)?;
    for command in root
        .get_subcommands()
        .filter(|command| !command.is_hide_set())
    {
        sections_of(command, page)?;
        for below in command.get_subcommands() {
            sections_of(below, page)?;
        }
    }
    man.render_extra_section(page)
}

/// A command within the page: its name as a section, its parts below that.
fn sections_of(command: &Command, page: &mut Vec<u8>) -> io::Result<()> {
    let name = command.get_bin_name().unwrap_or(command.get_name());
    // What goes with every command stands once, above.
    let own = command.clone().mut_args(|arg| {
        let is_everywhere = arg.is_global_set();
        let is_hidden = arg.is_hide_set();
        arg.hide(is_everywhere || is_hidden)
    });
    let man = Man::new(own);
    let mut parts = Vec::new();
    man.render_description_section(&mut parts)?;
    man.render_synopsis_section(&mut parts)?;
    man.render_options_section(&mut parts)?;
    let parts = String::from_utf8_lossy(&parts).replace(".SH ", ".SS ");
    page.extend(format!(".SH {}\n", name.to_uppercase()).bytes());
    page.extend(parts.bytes());
    Ok(())
}
