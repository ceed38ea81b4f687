//! Which case is meant: by its id, its title or its firm's name; else by whatever finds it alone, by the very filter of
//! the list on the screen; without a name the last changed.
//! Opens nothing that is not meant and changes nothing.

use crate::app::case_summary::{CaseSummary, DeskGlance};
use crate::cli::failure::Failure;
use crate::cli::hiding::{Asked, Naming};
use crate::cli::list::day_and_time;
use crate::pack_library::{PackLibrary, give_desks};
use crate::questionnaire::access::Access;
use crate::questionnaire::case::Case;
use crate::questionnaire::id::CaseId;
use crate::questionnaire::moment::Moment;
use crate::questionnaire::seen::visible;
use crate::store::{CaseEntry, CaseFault, Store};
use crate::text::Message;
use crate::text::catalog::Catalog;
use crate::text::finding::{LEAST_OF_A_NAME, folded, is_same_name};
use crate::text::names::{case_title, case_title_seen_on, firm_and_title};
use crate::text::width::clean;

/// The case that `wanted` means, to look at it.
pub(super) fn find_case(
    store: &mut Store,
    library: &mut PackLibrary,
    catalog: &Catalog,
    asked: Asked,
    wanted: Option<&str>,
) -> Result<Case, Failure> {
    let id = find_id(store, library, catalog, asked, wanted)?;
    store
        .look(&id)
        .map_err(|fault| Failure::case(catalog, id.as_str(), &fault))
}

/// The same, to go on with it. With others hidden nothing is said of them where this one cannot be found.
pub(super) fn open_case(
    store: &mut Store,
    library: &mut PackLibrary,
    catalog: &Catalog,
    asked: Asked,
    wanted: &str,
    now: Moment,
) -> Result<(Case, Access), Failure> {
    let id = find_id(store, library, catalog, asked, Some(wanted))?;
    store
        .open(&id, now)
        .map_err(|fault| Failure::case(catalog, id.as_str(), &fault))
}

/// The id of the case that `wanted` means, whether it can be opened or not.
pub(super) fn find_id(
    store: &mut Store,
    library: &mut PackLibrary,
    catalog: &Catalog,
    asked: Asked,
    wanted: Option<&str>,
) -> Result<CaseId, Failure> {
    find(store, library, catalog, asked, wanted, Meant::Found)
}

/// The same for what is done without asking: part of a name is not enough.
pub(super) fn find_id_exactly(
    store: &mut Store,
    library: &mut PackLibrary,
    catalog: &Catalog,
    asked: Asked,
    wanted: &str,
) -> Result<CaseId, Failure> {
    find(store, library, catalog, asked, Some(wanted), Meant::Exactly)
}

fn find(
    store: &mut Store,
    library: &mut PackLibrary,
    catalog: &Catalog,
    asked: Asked,
    wanted: Option<&str>,
    meant: Meant,
) -> Result<CaseId, Failure> {
    let listed = store
        .list()
        .map_err(|error| Failure::store(catalog, &error))?;
    // Asked only where it matters.
    let naming = || asked.naming(store);
    let found = match wanted {
        Some(wanted) => {
            let filter = |wanted: &str| filtered(store, library, &listed, wanted);
            named(&listed, catalog, wanted, meant, filter, &naming)?
        }
        // Whose it is nobody can know before it is there.
        None if !listed.is_empty() && naming() == Naming::Nobody => {
            let said = ["err-last-hidden", "rec-last-hidden"].map(Message::new);
            return Err(Failure::could_not(catalog, &said));
        }
        None => last(&listed, catalog, &naming)?,
    };
    Ok(found.id.clone())
}

/// How surely a case must be meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meant {
    /// By its id, the start of that, its title, or the name of its firm.
    Exactly,
    /// By that, or by whatever finds it in the list on the screen.
    Found,
}

/// The last changed one. Where one cannot be read nobody knows which that is: another firm's would be taken for it.
fn last<'a>(
    listed: &'a [CaseEntry],
    catalog: &Catalog,
    naming: &dyn Fn() -> Naming,
) -> Result<&'a CaseEntry, Failure> {
    // A copy is not the check that was changed, but its file beside it.
    let counted = || {
        let is_copy = |entry: &&CaseEntry| matches!(entry.state, Err(CaseFault::WrongId(_)));
        listed.iter().filter(move |entry| !is_copy(entry))
    };
    let unread = unread(counted());
    if !unread.is_empty() && counted().count() > 1 {
        let said = [
            naming().unread(&unread, "err-last-unread", "err-last-unread-counted"),
            Message::new("rec-last-unread"),
        ];
        return Err(Failure::could_not(catalog, &said));
    }
    counted().next().or_else(|| listed.first()).ok_or_else(|| {
        let said = ["err-no-cases", "rec-no-cases"].map(Message::new);
        Failure::could_not(catalog, &said)
    })
}

/// Whether it cannot be read. A copy can, and so can one that was renamed by hand.
fn is_unread(entry: &CaseEntry) -> bool {
    !matches!(
        entry.state,
        Ok(_) | Err(CaseFault::WrongId(_) | CaseFault::Renamed(_))
    )
}

/// The ids of those that cannot be read.
fn unread<'a>(listed: impl Iterator<Item = &'a CaseEntry>) -> Vec<&'a str> {
    listed
        .filter(|entry| is_unread(entry))
        .map(|entry| entry.id.as_str())
        .collect()
}

fn named<'a>(
    listed: &'a [CaseEntry],
    catalog: &Catalog,
    wanted: &str,
    meant: Meant,
    filter: impl FnOnce(&str) -> Vec<bool>,
    naming: &dyn Fn() -> Naming,
) -> Result<&'a CaseEntry, Failure> {
    let has_id = |listed: &CaseEntry| is_same_name(listed.id.as_str(), wanted);
    let is_titled =
        |listed: &CaseEntry| titles(listed, catalog).any(|it| is_same_name(&it, wanted));
    let start = folded(visible(wanted));
    let is_firms = |listed: &CaseEntry| !start.is_empty() && is_same_name(firm_of(listed), wanted);
    // As on the screen, one letter finds nobody while others are hidden.
    let is_enough = !start.is_empty()
        && (start.chars().count() >= LEAST_OF_A_NAME || naming() == Naming::Everybody);
    let begins = |listed: &CaseEntry| is_enough && listed.id.as_str().starts_with(&start);
    // What is meant more surely wins: a check with this very name over those with it in theirs.
    let mut found: Vec<&CaseEntry> = of(listed, has_id);
    if found.is_empty() {
        found = of(listed, is_titled);
    }
    if found.is_empty() {
        found = of(listed, is_firms);
        // What cannot be read may be a newer check of this firm: unasked nothing is done to the older one.
        if meant == Meant::Exactly {
            found = and_unread(found, listed);
        }
    }
    if found.is_empty() {
        found = of(listed, begins);
    }
    if found.is_empty() && meant == Meant::Found && is_enough {
        let is_found = filter(wanted);
        let found_so = listed.iter().zip(is_found);
        found = found_so.filter_map(|(it, is)| is.then_some(it)).collect();
        found = and_unread(found, listed);
    }
    // A copy of a file has the id of the case as its start: it must not make that one ambiguous.
    if found.len() > 1 {
        found.retain(|listed| !matches!(listed.state, Err(CaseFault::WrongId(_))));
    }
    match found[..] {
        [one] => Ok(one),
        [] => {
            let id = match meant {
                Meant::Exactly => "err-no-case-of-that-name",
                Meant::Found => "err-no-such-case",
            };
            let mut said = vec![Message::new(id).with("case", wanted)];
            // What cannot be read may be it: that it is not there is not said.
            let unread = unread(listed.iter());
            if !unread.is_empty() {
                said.push(naming().unread(&unread, "err-unread-cases", "err-unread-cases-counted"));
            }
            said.push(Message::new("rec-no-such-case"));
            Err(Failure::could_not(catalog, &said))
        }
        _ if !is_one_firms(&found) && naming() == Naming::Nobody => {
            let mut said = vec![Message::new("err-several-cases").with("case", wanted)];
            let unread = unread(found.iter().copied());
            if !unread.is_empty() {
                said.push(naming().unread(&unread, "err-unread-cases", "err-unread-cases-counted"));
            }
            said.push(Message::new("rec-several-cases-hidden"));
            Err(Failure::could_not(catalog, &said))
        }
        _ => {
            let mut said = vec![
                Message::new("err-several-cases").with("case", wanted),
                Message::new("rec-several-cases"),
            ];
            said.extend(found.iter().map(|listed| several(listed)));
            Err(Failure::could_not(catalog, &said))
        }
    }
}

/// Whether all of these are of the same firm, which was asked for: they may name each other.
fn is_one_firms(found: &[&CaseEntry]) -> bool {
    // Not an error: what cannot be read may be another firm's.
    let firm = |entry: &CaseEntry| entry.state.as_ref().ok().and_then(Case::firm_id);
    found.windows(2).all(|two| {
        let [one, other] = two else { return false };
        firm(one).is_some() && firm(one) == firm(other)
    })
}

/// A line that tells one of several from the others.
fn several(listed: &CaseEntry) -> Message<'_> {
    let id = listed.id.as_str();
    match &listed.state {
        Ok(case) => Message::new("several-case")
            .with("id", id)
            .with("title", firm_and_title(case))
            .with("updated", day_and_time(case.updated)),
        // Not an error: the line says so.
        Err(_) => Message::new("several-case-unread").with("id", id),
    }
}

/// With what is found those that cannot be read: one of them may be the one that is meant, and another firm's is not taken
/// for it.
fn and_unread<'a>(mut found: Vec<&'a CaseEntry>, listed: &'a [CaseEntry]) -> Vec<&'a CaseEntry> {
    if !found.is_empty() {
        let has =
            |entry: &&CaseEntry| is_unread(entry) && !found.iter().any(|it| it.id == entry.id);
        let unread: Vec<&CaseEntry> = listed.iter().filter(has).collect();
        found.extend(unread);
    }
    found
}

/// Which of these the list on the screen finds by these words. By the reading and the tags that are kept of a firm too:
/// where those of one cannot be read, and another is found, that one may be meant as well.
fn filtered(
    store: &Store,
    library: &mut PackLibrary,
    listed: &[CaseEntry],
    wanted: &str,
) -> Vec<bool> {
    let mut summaries = library.summaries_of(listed);
    library.let_be_found(&mut summaries);
    give_desks(&mut summaries, &store.desks());
    let is_any = summaries.iter().any(|check| check.found_by.holds(wanted));
    let is_found = |check: &CaseSummary| {
        check.found_by.holds(wanted) || (is_any && check.desk == DeskGlance::Unread)
    };
    summaries.iter().map(is_found).collect()
}

/// What the firm is called in it; empty where it is not said, or cannot be read.
fn firm_of(listed: &CaseEntry) -> &str {
    // Not an error: the id finds it.
    let case = listed.state.as_ref().ok();
    case.map_or("", |case| visible(&case.profile.firm))
}

fn of(listed: &[CaseEntry], is_one: impl Fn(&CaseEntry) -> bool) -> Vec<&CaseEntry> {
    listed.iter().filter(|listed| is_one(listed)).collect()
}

/// As the list shows it, so that what is seen there can be written here. What cannot be read has none.
fn titles(listed: &CaseEntry, catalog: &Catalog) -> impl Iterator<Item = String> {
    // Not an error: the id finds it.
    let case = listed.state.as_ref().ok();
    case.into_iter().flat_map(|case| {
        // The screen leaves the year out while it is this one.
        let seen = case_title_seen_on(case, case.created.day());
        [case_title(case), seen, firm_and_title(case)]
            .map(|title| clean(&catalog.text(&title)).into_owned())
    })
}
