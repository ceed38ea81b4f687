### Commands: help and answers

cli-about = mamori: a first check of whether your firm protects its important technical information. It is not a certification.
cli-heading-usage = How to write it:
cli-heading-commands = The commands:
cli-heading-words = What to name:
cli-heading-options = The flags:
cli-examples =
    For example:
      mamori                      start, or go on where you left off
      mamori list                 see all checks
      mamori show                 see the result of the check that was changed last
      mamori show --json          the same as JSON
      mamori scope --forms paper  see what a firm with nothing but paper is asked
cli-list = List the checks.
cli-firms = List the firms, those that need attention first.
cli-firms-on = show the list of firms on the screen as well
cli-firms-off = stop showing it on the screen
cli-firms-hide = whether firms are hidden from the start: start or never. While they are, --show-others with any command shows them
cli-firms-for = make a workbook over all firms: self (for you, with their names) or others (no group of under five firms can be told from it)
cli-firms-format = xlsx (for Excel; the only one)
err-firms-too-few = There are fewer than five firms, so no workbook for others is made: its numbers would tell which firm it is.
rec-firms-too-few = "mamori firms --for self --output FILE" makes the one for you.
summary-not-whole = { $count ->
    [one] { $count } check is not in it, or only in part
   *[other] { $count } checks are not in it, or only in part
} (its questions cannot be used, it is a copy, or its file has another name). "mamori list" and "mamori show ID" say why.
summary-written = { $firms ->
    [one] The workbook over { $firms } firm is written: { $path }
   *[other] The workbook over { $firms } firms is written: { $path }
}
cli-homework = Make the page to leave behind: what is to be done, who does it, by when.
cli-homework-visit = the day of the next visit, such as 2026-12-03; without it none is on the page
cli-show = Show the result of a check. The file is not changed.
cli-scope = Show which sections are asked for which forms of information.
cli-criteria = Look at packs of questions, also your own.
cli-criteria-list = List the packs of questions that are here.
cli-criteria-check = See whether the file of a pack has mistakes.
cli-criteria-schema = Print how a pack is written (JSON Schema).
cli-keys = Print the table of keys.
cli-paths = Print where the files are.
cli-completions = Print completions for a shell (bash, zsh, fish, powershell, elvish).
cli-man = Print a page for man.
cli-help-of = Explain a command.
cli-help-command = the command to explain; without one, all of them
cli-shell = the shell: bash, zsh, fish, powershell or elvish
cli-received = a file that was handed over (.mamori, or with its place): read in, to go on with it
cli-case = the check: its id, the start of it, or its name. Without one, the check that was changed last
cli-case-too = the same, written with --case
cli-data-dir = the folder for the answers (or the variable MAMORI_DATA_DIR)
cli-lang = the language, such as ja or en (or the variable MAMORI_LANG)
cli-help = print this help
cli-show-version = print the version
cli-plain = answer by typing numbers, without a full screen: for screen readers and pipes (also by ACCESSIBLE=1)
cli-hide-others = show nothing of other firms, neither names nor files: when somebody looks on
cli-no-mouse = leave the mouse to the terminal, to select text on the screen
cli-width = how wide characters such as Ⅰ and Ⅱ are drawn: auto (the terminal is asked), narrow (one cell) or wide (two). Without it, auto
cli-json = print JSON
cli-forms = the forms of information: paper, data, object, with commas between
cli-pack = the pack of questions. Without one, the minimum part
cli-file = the file of a pack
cli-markdown = print tables in Markdown

err-no-home = There is no place for the answers: this computer does not say where your own folder (home) is.
rec-no-home = Please say where, with "--data-dir FOLDER" or the variable MAMORI_DATA_DIR.
window-closes = Press Enter to close this window.
err-no-data-folder = The data folder is not there: { $path }
rec-no-data-folder = That does not mean that there is no check. See to the name of the folder, and whether the stick or the drive is connected. If the place is new, "mamori" makes it when the first check is begun.
err-no-cases = There is no check yet.
rec-no-cases = "mamori" starts one.
err-no-such-case = No check is meant by "{ $case }".
err-no-case-of-that-name = No check has the name or the id "{ $case }". With --yes a part of a name is not enough.
rec-no-such-case = "mamori list" shows all of them.
err-unread-cases = There are checks that cannot be read, and it may be one of them: { $ids }
err-unread-cases-counted = { $count } { $count ->
        [one] check
       *[other] checks
    } cannot be read, and it may be among them.
err-several-cases = "{ $case }" can mean several checks.
rec-several-cases = Write the whole id of one of these.
rec-several-cases-hidden = Other firms are hidden, so none is named here. Write more of the name. (If nobody looks on, --show-others names them.)
err-last-unread = Some checks cannot be read, so nobody can tell which was changed last: { $ids }
err-last-unread-counted = { $count } { $count ->
        [one] check
       *[other] checks
    } cannot be read, so nobody can tell which was changed last.
rec-last-unread = Nothing is changed. Write the name or the id of the check. "mamori list" shows all of them.
err-last-hidden = Other firms are hidden, so the check that was changed last is not shown.
rec-last-hidden = Write whose it is: its name or its id. (If nobody looks on, --show-others will do.)
err-list-hidden = Other firms are hidden. This would show or change theirs too, so nothing was done.
rec-list-hidden = If nobody looks on, it is done with --show-others. "mamori firms --hide never" ends the hiding.
several-case = {"  "}{ $id }  { $title }  { $updated }
several-case-unread = {"  "}{ $id }  (cannot be read now)
err-cannot-print = It could not be printed. { $reason }.

list-empty = There is no check yet. "mamori" starts one.
list-id = id
list-title = name
list-updated = last changed
list-state = state

firms-are-on = From the next start on, the first screen leads to the list of firms. "mamori firms --off" takes it away.
firms-are-off = From the next start on, the list of firms is not shown. The checks are as they were.
firms-hidden-at-start = From the next start on, other firms are hidden. Commands show and change no firm but the one that is named (with --show-others, this once, all of them). "mamori firms --hide never" ends that.
firms-not-hidden-at-start = From the next start on, firms are shown at once, by commands too.
firms-name = firm
firms-overdue = overdue
firms-this-month = this month
firms-gaps = not fully in place
firms-answers = answers
firms-visit = next visit
firms-updated = last changed
firms-checks = checks

scope-count = { $questions ->
    [one] { $questions } question is asked.
   *[other] { $questions } questions are asked.
}
scope-asked = { $questions ->
    [one] { $questions } question
   *[other] { $questions } questions
}
scope-not-asked = not asked
scope-all = asked of every firm
scope-heading = asked of every firm (lead text only)
scope-form = for a form that was chosen
scope-form-not-chosen = for a form that was not chosen

criteria-usable = can be used
criteria-wrong = { $issues ->
    [one] cannot be used ({ $issues } mistake)
   *[other] cannot be used ({ $issues } mistakes)
}
criteria-newer = cannot be used (for a newer version of mamori)
criteria-not-json = cannot be used (not JSON)
criteria-unreadable = cannot be used (cannot be read)
criteria-unusable = { $count } of the files with questions cannot be used. The others can. "mamori criteria check FILE" says why.
criteria-other-id = cannot be used (the file's name is not the id in it)
criteria-built-in = comes with mamori
criteria-own = your own: { $path }
criteria-overriding = your own, in place of the one that comes with mamori: { $path }
criteria-fine = { $path }: no mistakes. ({ $pack } { $version }, { $questions } { $questions ->
    [one] question
   *[other] questions
})
criteria-issues = { $issues ->
    [one] { $issues } mistake.
   *[other] { $issues } mistakes.
}

paths-there = there
paths-not-there = not yet there
paths-unknown = cannot be seen now
paths-unseen = Places that cannot be seen now: { $count }. See whether the drive or network is connected and whether you have the right to look there, and try again.
paths-data = data folder
paths-cases = checks
paths-history = earlier versions of checks
paths-bin = thrown away
paths-damaged = files put aside
paths-reports = reports of failures
paths-criteria = your own packs
paths-locales = your own words
paths-settings = settings

keys-key = Key
keys-does = What it does
keys-where = Where
keys-everywhere = everywhere
keys-on-every-screen = every screen
keys-in-every-field = where text is typed
keys-on-first = first screen
keys-on-forms = forms, records and others to mark
keys-on-question = question
keys-on-measures = low-cost measures
keys-on-overview = the list of questions
keys-on-tasks = what to do first
keys-on-merge = answers that came back
keys-on-others = other screens
keys-in-filter = narrowing a list
keys-in-field = field of one line
keys-in-note = note

cli-history = List the earlier versions of a check.
cli-restore = Take a check back to an earlier version. What there is now is kept as one too.
cli-delete = Throw a check away. It can come back for 30 days.
cli-bin = List what was thrown away.
cli-bin-restore = Put something thrown away back into the list.
cli-bin-empty = Delete all that was thrown away, now.
cli-lock = Lock every check with a passphrase.
cli-unlock = Take the passphrase away.
cli-passphrase = Change the passphrase.
cli-case-named = the check: its id, the first characters of it, or its name
cli-generation = the name of the earlier version (mamori history shows it). Without it, the newest
cli-bin-name = the id of the check that was thrown away, or its name in the bin (mamori bin shows it)
cli-yes = go on without asking first

history-empty = There are no earlier versions yet.
history-unread = { $count } of the earlier versions could not be read. The files are as they were. "mamori restore" goes back to one that can be read, if there is one.
bin-unread = { $count } could not be read. The files are as they were. Once "mamori bin restore" has put one back, "mamori show ID" says why.
history-name = version
restore-done = Back at the earlier version { $name } ({ $written }). What there was before is kept as one too.
restore-aside = The file that could not be read was put here: { $path }
err-generation-unread = The earlier version { $name } cannot be read.
err-newest-generation-unread = The newest earlier version { $name } cannot be read.
rec-generation-unread = Nothing was changed. Look at the list with "mamori history" and write the name of one that can be read.
rec-no-generation-read = Nothing was changed, and no file was touched. None of the earlier versions can be read.
err-no-generation = There is no such version.
rec-no-generation = Nothing was changed. "mamori history" lists them.
bin-restore-done = "{ $title }" ({ $id }) is back in the list.
delete-done = "{ $title }" ({ $id }) is thrown away. For { $days } days "mamori bin restore" brings it back.
bin-name = name in the bin
bin-kept-until = can come back until
err-not-in-bin = "{ $name }" is not among what was thrown away.
err-several-in-bin = "{ $name }" names { $count } of what was thrown away: please give the name in the bin.
rec-not-in-bin = "mamori bin" lists it.
err-case-held = This check is open in another mamori.
rec-case-held = Nothing was changed. Close the other mamori and try again.

cli-export = Write the result of a check to a file, to print, for Excel and others.
cli-import = Read an exported JSON file, a case file, or a workbook that came back.
cli-format = the format: html (to print), docx (Word), xlsx (Excel), md, csv, json (everything, can be read in again), ndjson (a line a question), application (draft for the application), application-md. Without it the ending of the file decides
cli-for = who it is for: self, staff, advisor, body (certification body), customer, hand (whoever goes on with it), statistics (without names). Without it, self
cli-fill = make it a workbook to fill and send back (notes are in it too). mamori import reads it
cli-blank = make it a workbook of the questions alone, without anybody's answers. --forms says which forms it asks of (without it, all)
cli-notes = put notes and flags in (self and advisor)
cli-no-notes = leave notes and flags out (self and advisor)
cli-output = the file to write. Without it, or with -, the standard output
cli-anonymous = leave out names of firm and people, notes, reasons and places
cli-all = all checks that can be read (ndjson only)
cli-replace = replace a file of the same name
cli-import-file = the files and folders to read, as many as you like. - is the standard input
cli-import-replace = replace the same check if it is there. What there is now stays among the earlier versions
cli-import-yes = replace without asking
cli-import-new = make it a check of its own if the same check is there
cli-import-jobs = how many files are written at the same time (1 or more). Without it, what suits this computer

export-done = "{ $title }" is written: { $path } (questions: { $questions }, to do first: { $tasks })
export-all-done = Written: { $path } (checks: { $cases })
export-unread = Checks that cannot be read and are not in it: { $count }
export-exists = There is a file of that name. If it is replaced, what is in it is gone: { $path }
named-otherwise = What is in it is { $format }. Under this name it may not open: { $path }
err-export-exists = There is a file of that name: { $path }
rec-export-exists = It was not touched. Choose another name, or add --replace.
rec-export = No half file is left, and the checks are as they were. Choose another place, or check the space and the permissions, and export again.
rec-export-unsure = What became of the file cannot be seen now. A part of it may lie beside its place, under a name that begins with a dot. Your checks are as they were.
import-done = "{ $title }" was read in ({ $id }); answers: { $answers }.
import-done-new = "{ $title }" was read in as a check of its own ({ $id }); answers: { $answers }.
import-not-again = If you import it again, there will be two of it.
import-would-lose = Here, and not in the file: answers { $answers }, notes or who and by when { $texts }, things on the list { $information }.
import-would-lose-name = The file has no name for the check (it may be an anonymous one).
import-losses-kept = If it is replaced, what there is now stays among the earlier versions: mamori history shows it.
import-done-replaced = "{ $title }" was read in and replaced the one there ({ $id }); answers: { $answers }. What there was stays among the earlier versions.
import-done-replaced-unread = "{ $title }" was read in and replaced the one there ({ $id }); answers: { $answers }. The file there could not be read; it stays as it is among the files put aside or the earlier versions, and "mamori paths" shows where those are.
import-same = The same "{ $title }" is there already ({ $id }); answers: { $answers }. Nothing was changed.
import-each-new = { $path }: read in. "{ $title }" ({ $id }), answers: { $answers }
import-each-replaced = { $path }: replaced the one here. "{ $title }" ({ $id }), answers: { $answers }. What there was stays among the earlier versions
import-each-replaced-unread = { $path }: replaced the one here. "{ $title }" ({ $id }), answers: { $answers }. The file here could not be read; it stays as it is among the files put aside or the earlier versions
import-each-as-new = { $path }: read in as a check of its own. "{ $title }" ({ $id }), answers: { $answers }
import-each-same = { $path }: the same is here already. "{ $title }" ({ $id })
import-each-exists = { $path }: not read in. "{ $title }" ({ $id }) is here already and differs. To put the answers together: mamori merge. To replace it: --replace
import-each-older = { $path }: not read in. "{ $title }" ({ $id }) was changed here later
import-each-would-lose = { $path }: not read in. "{ $title }" ({ $id }) has words or answers that are here alone. To replace it all the same: --replace --yes (what there is now stays among the earlier versions)
import-each-unseen = { $path }: not read in. Whether "{ $title }" ({ $id }) is here already cannot be seen now
import-why-and-then = { $why }. { $then }
import-each-unread = { $path }: cannot be read
import-each-sealed = { $path }: not read in. It has a passphrase of its own: read in by itself, it is asked for
import-each-workbook = { $path }: not read in. It is a workbook that came back. What it changes is looked at first, so it is read in by itself: mamori import { $path }
import-each-no-case = { $path }: cannot be read in as a check
import-each-not-written = { $path }: could not be written. "{ $title }" ({ $id })
import-each-why = { $said }. { $why }
import-all = Files looked at: { $files }
import-all-new = read in: { $count }
import-all-replaced = replaced: { $count }
import-all-replaced-unread = replaced, though it could not be read: { $count }
import-all-as-new = made checks of their own: { $count }
import-all-same = here already: { $count }
import-all-exists = not read in, as they differ: { $count }
import-all-older = not read in, as the one here is newer: { $count }
import-all-would-lose = not read in, as something would go: { $count }
import-all-unseen = not read in, as the one here cannot be read: { $count }
import-all-unread = cannot be read: { $count }
import-all-sealed = not read in, as they have a passphrase of their own: { $count }
import-all-workbook = workbooks that came back, to be read in one by one: { $count }
import-all-no-case = are no checks: { $count }
import-all-not-written = could not be written: { $count }
import-all-unchanged = For what was not read in, nothing was changed.
import-all-others = Other files in the folders (not .json or .mamori, or links) were not looked at: { $count }
import-all-stopped = Stopped. Files not looked at yet: { $count }. What stands above is in. The same command goes on with the rest.
import-all-not-tried = It cannot be written, so it ends here. Files not looked at yet: { $count }. Mend it, and the same command goes on with the rest.
rec-import = Nothing was changed. Files from "mamori export --format json" and case files can be read in.
err-import-exists = "{ $title }" is there already.
rec-import-exists = Nothing was changed. Add --replace to replace it (what there is now stays among the earlier versions), or --new to make another check of it.
err-import-no-case = This cannot be read in as a check: { $path }
cli-compare = Compare two checks, item by item.
cli-compare-before = the earlier check
cli-compare-after = the later check
err-export-folder = It could not be written, as this is the name of something that is no file, such as a folder or a device: { $path }
rec-export-folder = It is unchanged, and so is the check. If it is a folder, please name a file in it.
err-export-gone = It could not be written, as there is no such folder: { $path }
err-export-not-a-folder = It could not be written, as what should be its folder is a file: { $path }
rec-export-place-gone = The check is unchanged. See that the USB stick or the shared folder is connected, and write it again.
rec-export-place = No half file is left. The check is unchanged. Please see whether the folder's name is right, then write it again.
err-export-denied = It could not be written, as there is no permission to write there: { $path }
err-export-read-only = It could not be written, as that place can only be read: { $path }
err-export-no-space = It could not be written, as there is no space left: { $path }
err-export-in-use = It could not be written, as another program has that file open: { $path }
rec-export-in-use = No half file is left, and the checks are as they were. If it is open in Excel or the like, close it there, or choose another name, and export again.
err-export-name = It could not be written, as Windows cannot have a file of that name: { $path }
rec-export-name = Nothing was written, and the checks are as they were. Names such as CON or NUL, names with < > : " / \ | ? * in them, and names that end with a dot or a blank cannot be used. Choose another name, and export again.
err-export-other = It could not be written. { $reason }: { $path }
err-input-unreadable = What was passed in could not be read. { $reason }.
rec-input-unreadable = Nothing is changed. A file can be named instead.
import-empty = The file is empty.
import-too-large = It is too large. Up to { $megabytes } MB of text in all, { $kilobytes } kB in one text and { $values } values can be taken in.
import-not-json = It cannot be read as JSON from line { $line }, character { $column } on.
import-cut-off = The file is cut off: its end is missing. Have it sent again, or copy it again.
import-wrong-shape = Something is missing in it or cannot be read: { $place }
import-newer = It was written by a newer version of mamori. (Format of the file: { $format })
cli-paper = Make papers to print and sign. No check is changed.
cli-paper-list = List the papers.
cli-paper-list-case = a check: then the papers stand in the order of its tasks, each with what it is for
cli-paper-words = names of papers, as many as wanted; after them one check, else the one changed last
cli-paper-format = format: html (to print), docx (to change in Word), xlsx (Excel); else from the end of the file's name
cli-paper-blank = fill nothing in; no check is needed
cli-paper-first = make the first six together
cli-criteria-papers = print how papers are written

## mamori hand
cli-hand = Make a file of a check, to hand to whoever goes on with it.
cli-hand-output = the file or folder to write to. Without it, firm-day.mamori in this folder. - is the standard output
cli-hand-passphrase = put a passphrase of its own on the file
cli-hand-yes = hand over with all notes, without asking
hand-what = "{ $title }" becomes a file that holds all of it: the answers, and notes, reasons, who does what, the list of what to protect and where records lie.
hand-open = Without a passphrase, whoever gets the file can read it (--passphrase puts one on it).
hand-passphrase = The file opens with the passphrase that you choose now and with nothing else. If it is forgotten, nobody can open it. Tell it in another way than you send the file.
hand-done = The file for "{ $title }" is written: { $path }
hand-then = What was handed over is kept. When it comes back, "mamori merge { $id } FILE" puts both together.
rec-hand-ready = No part of a file was left. What is to be handed over is kept. Check the place and the space on it, and run "mamori hand" again.
rec-hand-unsure = What became of the file cannot be seen now. A part of it may lie near, under a name that begins with a dot. What is to be handed over is kept.
hand-no-file = No file to hand over was written.
import-in-it = "{ $title }" has it in it already ({ $id }); answers: { $answers }. Nothing was changed.
import-not-kept = It was read in, but the state for a later merge may not be kept. { $reason }: { $path }
rec-import-merge = To put both together: "mamori merge { $id } { $path }".

## mamori merge: two become one
cli-merge = Put two people's answers to the same check together.
cli-merge-into = what they come into: a check, or its file
cli-merge-from = the other answers: a check, or its file. - is the standard input
cli-merge-base = the state before they parted: a check or its file. Usually it is found among what was handed over
cli-merge-ours = where both have changed something, A counts
cli-merge-theirs = where both have changed something, B counts
cli-merge-unknown = where both have changed an answer, it becomes "do not know" and is among what to find out
cli-merge-yes = take answers that became better without asking
cli-merge-different = also if they are different checks or of different firms
cli-merge-emptied = take out what stood in cells of a workbook that are empty now
merge-done = Taken into "{ $title }" ({ $id }); differences: { $count }. What there was stays among the earlier versions.
merge-nothing-new = There is nothing to take into "{ $title }" ({ $id }). Nothing was changed.
merge-done-as-it-was = "{ $title }" stays as it is here ({ $id }). The differences ({ $count }) are not asked about again.
merge-base = Compared with the state of { $day }, from which both come.
merge-no-base = No earlier state from which both come is kept: what is missing on one side does not count as deleted.
merge-base-unread = A state that was handed over cannot be read and was not used: { $name }
merge-not-kept = It was taken in, but the state for the next merge may not be kept. Merging the same again may ask the same again. { $reason }: { $path }
merge-conflicts = Answered differently by the two: { $count }
merge-better = Became better on their side alone: { $count }
merge-how-conflicts = The two differ in { $count } { $count ->
    [one] place
   *[other] places
}. Add --ours, --theirs or --unknown to say what counts.
merge-how-better = Answers that became better: { $count }. Please look at them, then add --yes if they are right.
merge-ask-better = Answers that became better will be taken in: { $count }.
merge-not-written = Nothing was changed.
merge-renumbered = "{ $what }" had number { $from }, which something else has here: it is number { $to } now.
merge-kept-unknown = { $place }: this mamori does not know it, so ours stays. Theirs is { $theirs }
merge-side-base = before
merge-side-ours = ours
merge-side-theirs = theirs
merge-title = name of the check
merge-trade = trade
merge-size = number of people
merge-form = form of the information: { $form }
merge-entry = number { $number } on the list of information
merge-entry-parts = { $before } | { $next }
merge-version = version of the questions { $pack }
merge-earlier = answers of the earlier check
merge-other = { $name }
merge-of-question = { $question }: { $part }
merge-part-answer = answer
merge-part-note = note
merge-part-draft = half-written reason
merge-part-flag = flag
merge-part-measure = what to do
merge-part-who = who
merge-part-by = by when
merge-part-done = done on
merge-part-record = record
merge-nothing = (nothing)
merge-there = (there)
merge-text = { $text }
merge-record-on = { $place } ({ $on })
merge-with-reason = { $outcome } ({ $reason })
merge-by = { $outcome } ({ $who })
merge-on = { $outcome } ({ $on })
merge-by-on = { $outcome } ({ $who }, { $on })
err-merge-other-check = "{ $ours }" and "{ $theirs }" are different checks of the same firm.
err-merge-other-firm = Nothing says that "{ $ours }" and "{ $theirs }" are the same check of the same firm.
rec-merge-different = Nothing was changed. Add --different to put them together all the same.
rec-merge-exists = Nothing was changed. What is here differs from the file. Please name the check instead of the file as A.
err-merge-changed = The check was changed in the meantime.
rec-merge-changed = Nothing was changed. Please do it again.
