//! A glance at the bytes of a case file. Only at one such as this program writes: with the members that a case has, in
//! their order, and none that is unknown here. Of anything else `reading` says what it is; so whatever is taken here must
//! be a case there too, with the same in it (`a_glance_says_what_the_whole_check_says`).

use std::borrow::Cow;

use super::scan::{Other, Read, Scan, expect};
use super::{Glance, GlancedAnswer, Said, Whole, day_of};
use crate::questionnaire::case::{FORMAT, Firm};
use crate::questionnaire::id::{CaseId, FormId, PackId, is_id};
use crate::questionnaire::moment::{Day, Moment};
use crate::questionnaire::outcome::GivenKind;
use crate::questionnaire::reading::case_text;

/// What a list shows of the case in these bytes. None where that has to be asked of the whole of it.
#[must_use]
pub fn glance_at(bytes: &[u8]) -> Option<Glance<'_>> {
    let Ok(Cow::Borrowed(text)) = case_text(bytes) else {
        return None;
    };
    let mut scan = Scan::new(text);
    let glance = case(&mut scan, Whole::Bytes(bytes));
    // Not an error: whoever gets nothing reads the whole, which tells.
    glance.and_then(|glance| scan.ends().map(|()| glance)).ok()
}

fn case<'t>(scan: &mut Scan<'t>, whole: Whole<'t>) -> Read<Glance<'t>> {
    scan.take(b'{')?;
    expect(scan.member("format", Scan::number)? == u64::from(FORMAT))?;
    let id = scan.member("id", Scan::text)?;
    expect(is_id(id))?;
    scan.member("revision", Scan::number)?;
    let title = scan.member("title", Scan::text)?;
    let created = scan.member("created", moment)?;
    let updated = scan.member("updated", moment)?;
    let mut forms = Vec::new();
    scan.member("forms", |scan| {
        scan.each(|scan| {
            forms.push(FormId::new(scan.text()?));
            Ok(())
        })
    })?;
    scan.optional("information", |scan| scan.each(pass_information))?;
    let walk = PackId::new(scan.member("walk", Scan::text)?);
    let said = scan.member("walks", walks)?;
    scan.optional("earlier", |scan| scan.or_null(pass_earlier))?;
    let firm_name = scan.optional("profile", profile)?;
    let firm = scan.optional("firm", firm)?;
    scan.optional("handed", pass_handed)?;
    scan.optional("ancestors", |scan| scan.each(Scan::pass_text))?;
    scan.optional("numbered", small_number)?;
    scan.take(b'}')?;
    Ok(Glance {
        id: CaseId::new(id),
        title,
        created,
        updated,
        walk,
        firm,
        firm_name: firm_name.unwrap_or_default(),
        forms,
        said,
        whole,
    })
}

fn moment(scan: &mut Scan<'_>) -> Read<Moment> {
    Moment::parse(scan.text()?).ok_or(Other)
}

fn day(scan: &mut Scan<'_>) -> Read<Day> {
    Day::parse(scan.text()?).ok_or(Other)
}

fn small_number(scan: &mut Scan<'_>) -> Read<u32> {
    scan.number()?.try_into().map_err(|_| Other)
}

fn pass_information(scan: &mut Scan<'_>) -> Read<()> {
    let or_null = |scan: &mut Scan<'_>| scan.or_null(Scan::pass_text);
    scan.take(b'{')?;
    scan.member("what", Scan::pass_text)?;
    scan.optional("form", or_null)?;
    scan.optional("place", Scan::pass_text)?;
    scan.optional("entrusted_by", or_null)?;
    scan.optional("seen_by", Scan::pass_text)?;
    scan.optional("level", Scan::pass_text)?;
    scan.optional("number", small_number)?;
    scan.optional("forms", |scan| scan.each(Scan::pass_text))?;
    scan.optional("owner", Scan::pass_text)?;
    scan.take(b'}')
}

fn pass_earlier(scan: &mut Scan<'_>) -> Read<()> {
    scan.take(b'{')?;
    scan.member("id", Scan::pass_text)?;
    scan.member("updated", moment)?;
    scan.optional("forms", |scan| scan.each(Scan::pass_text))?;
    scan.member("walks", walks)?;
    scan.take(b'}')
}

fn pass_handed(scan: &mut Scan<'_>) -> Read<()> {
    scan.take(b'{')?;
    scan.member("revision", Scan::number)?;
    scan.member("on", day)?;
    scan.take(b'}')
}

/// What the firm is called.
fn profile<'t>(scan: &mut Scan<'t>) -> Read<&'t str> {
    scan.take(b'{')?;
    let firm = scan.optional("firm", Scan::text)?;
    for member in ["manager", "deputy", "contact", "checked_by"] {
        scan.optional(member, Scan::pass_text)?;
    }
    scan.take(b'}')?;
    Ok(firm.unwrap_or_default())
}

fn firm(scan: &mut Scan<'_>) -> Read<Firm> {
    scan.take(b'{')?;
    let id = scan.member("id", Scan::text)?.to_owned();
    let pseudonym = scan.member("pseudonym", Scan::text)?.to_owned();
    let trade = scan.optional("trade", Scan::text)?;
    let size = scan.optional("size", Scan::text)?;
    scan.take(b'}')?;
    Ok(Firm {
        id,
        pseudonym,
        trade: trade.unwrap_or_default().to_owned(),
        size: size.unwrap_or_default().to_owned(),
        ..Firm::default()
    })
}

fn walks<'t>(scan: &mut Scan<'t>) -> Read<Said<'t>> {
    let mut said = Said::with_room();
    each_in_order(scan, |scan, id| {
        let first = said.answers.len();
        walk(scan, &mut said)?;
        said.walks.push((id, first..said.answers.len()));
        Ok(())
    })?;
    Ok(said)
}

fn walk<'t>(scan: &mut Scan<'t>, said: &mut Said<'t>) -> Read<()> {
    scan.take(b'{')?;
    scan.member("version", Scan::pass_text)?;
    scan.optional("at", |scan| scan.or_null(Scan::pass_text))?;
    scan.member("answers", |scan| {
        each_in_order(scan, |scan, id| answer(scan, id, said))
    })?;
    scan.take(b'}')
}

fn answer<'t>(scan: &mut Scan<'t>, id: &'t str, said: &mut Said<'t>) -> Read<()> {
    scan.take(b'{')?;
    let first_point = said.points.len();
    let given = scan.optional("given", |scan| given(scan, &mut said.points))?;
    scan.optional("answered", moment)?;
    scan.optional("note", Scan::pass_text)?;
    scan.optional("flag", Scan::truth)?;
    let due = scan.optional("task", due)?;
    scan.optional("records", |scan| {
        scan.each_member(|scan, _| scan.pass_text())
    })?;
    let first_none = said.none.len();
    scan.optional("none", |scan| {
        each_text_in_order(scan, |point| said.none.push(point))
    })?;
    scan.optional("answered_by", Scan::pass_text)?;
    scan.optional("draft_reason", Scan::pass_text)?;
    scan.optional("record_details", |scan| {
        scan.each_member(|scan, _| {
            scan.take(b'{')?;
            scan.optional("place", Scan::pass_text)?;
            scan.optional("on", day)?;
            scan.take(b'}')
        })
    })?;
    scan.take(b'}')?;
    said.answers.push(GlancedAnswer {
        id,
        given,
        points: first_point..said.points.len(),
        none: first_none..said.none.len(),
        due: due.flatten(),
    });
    Ok(())
}

fn given<'t>(scan: &mut Scan<'t>, points: &mut Vec<(&'t str, bool)>) -> Read<GivenKind<'t>> {
    if scan.take(b'{').is_err() {
        return expect(scan.text()? == "unknown").map(|()| GivenKind::Unknown);
    }
    let of_points = scan.optional("points", |scan| {
        each_in_order(scan, |scan, id| {
            points.push((id, scan.truth()?));
            Ok(())
        })
    })?;
    let given = match of_points {
        Some(()) => GivenKind::Points,
        None => GivenKind::NotApplicable(scan.member("not-applicable", Scan::text)?),
    };
    scan.take(b'}')?;
    Ok(given)
}

/// The day by which a task is to be done, if it is not done.
fn due(scan: &mut Scan<'_>) -> Read<Option<Day>> {
    scan.take(b'{')?;
    scan.optional("measure", |scan| scan.or_null(Scan::pass_text))?;
    scan.optional("who", Scan::pass_text)?;
    let by = scan.optional("by", Scan::text)?;
    let done = scan.optional("done", |scan| scan.or_null(day))?;
    scan.take(b'}')?;
    let is_done = done.flatten().is_some();
    Ok(by.filter(|_| !is_done).and_then(day_of))
}

/// Each value with its name, if they stand in the order of their names: then none stands there twice.
fn each_in_order<'t>(
    scan: &mut Scan<'t>,
    mut each: impl FnMut(&mut Scan<'t>, &'t str) -> Read<()>,
) -> Read<()> {
    let mut before: Option<&str> = None;
    scan.each_member(|scan, name| {
        expect(before.replace(name).is_none_or(|before| before < name))?;
        each(scan, name)
    })
}

/// Texts that stand in their order, none of them twice.
fn each_text_in_order<'t>(scan: &mut Scan<'t>, mut each: impl FnMut(&'t str)) -> Read<()> {
    let mut before: Option<&str> = None;
    scan.each(|scan| {
        let text = scan.text()?;
        expect(before.replace(text).is_none_or(|before| before < text))?;
        each(text);
        Ok(())
    })
}
