### The first screens, the list of checks, the forms of information, the name

leave = Quit
open-about = About this tool (what is certain, what is not, where answers are kept)
empty = { "" }
moment = { $day }, { $time }
day = { $day } { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    }
day-of-year = { $day } { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    } { $year }
month-of-year = { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    } { $year }
joined = { $before }, { $next }

welcome-title = A first check of whether your firm protects its important technical information.
welcome-questions = It asks about what would hurt you if it got out (drawings, what customers entrusted to you, process know-how, prototypes), one question at a time: { $fewest } to { $most } questions, about 15 to 30 minutes.
welcome-stop = Stop whenever you like. Each answer is kept as you give it.
welcome-network = No network is used.
welcome-basis = It rests on what the government guideline called the "minimum part" of the criteria of Japan's Technology Information Control System (TICS) as they were before the amendment (2018). It may differ from the "mandatory items" (義務項目) in force since August 2024. The questions are this tool's own wording.
pack-not-used = The file that would replace the questions "{ $pack }" cannot be used. This tool's own questions serve. (mamori criteria list and mamori criteria check say why.)
pack-added-not-used = The file of the questions "{ $pack }" that were added cannot be used. The other questions serve as usual. (mamori criteria list and mamori criteria check say why.)
packs-folder-unread = The folder of your own questions cannot be looked into. It goes on with the questions of this tool. (mamori criteria list says why.)
welcome-begin = Start

# Both in English and in ASCII alone in every language: on a bare Linux console nothing else can be read.
console-may-not-draw = This console may not be able to draw Japanese. For English, press l.
console-ascii-only = This terminal is not set to UTF-8, so this is English, and Japanese is shown as ???. The answers are kept as they are.
console-speaks-english = This console may not be able to draw Japanese, so this is English.

start-title = You have started a check before.
start-last = Go on where you left off
start-last-readable = The newest of those that can be read
start-damaged = Checks that cannot be read any more: { $count }. See whether they can be brought back
start-shut = Checks that do not open: { $count }. See why
start-due = Steps to take: { $due }
start-new = Start a new check
start-others = Open another check
start-resumed = Going on from { $when }. Answered: { $answered } of { $asked }.
start-still-saving = Still saving. Choose again once it says "saved".

cases-title = Which check do you want to open?
cases-narrow = Narrow by name or day:
cases-none = No check fits. Delete the letters to see all of them.
cases-progress = { $answered } of { $asked }
cases-gaps = { $gaps } not fully in place
cases-state-damaged = cannot be read
cases-state-too-large = too large to read
cases-state-newer = from a newer version
cases-state-no-pack = no usable questions
cases-unnamed = A check whose name cannot be read ({ $id })
cases-cannot-open = It could not be opened. The file is unchanged. Choose again, or open another check. { $reason }.
cases-cannot-open-gone = It could not be opened: the file is not there. If it is on a USB stick, connect it again and choose once more.
cases-cannot-open-denied = It could not be opened: reading this file is not allowed. The file is unchanged.
cases-cannot-open-damaged = It could not be opened: the file is damaged. It is unchanged. Under "Tidy up" you see whether an earlier version is there.
cases-cannot-open-too-large = It could not be opened: the file is too large. It holds more than anybody types. It is as it was. See whether another file was put there under this name.
cases-cannot-open-link = It could not be opened: under its name there is a link to somewhere else. What it leads to is unchanged. Put the file itself in its place.
cases-cannot-open-not-a-file = It could not be opened: under its name there is something that is no file, such as a folder. It is unchanged. Move it somewhere else.
cases-newer = This check was made by a newer version of mamori. The file is unchanged. Open it with that version.
cases-no-pack = The questions of this check are not on this computer, or cannot be used. The file is unchanged. (mamori criteria list says which.)
case-default-title = Check of { $day }
case-of-firm = { $firm }: { $title }

firms-title = The list of firms
firms-none = No firm fits. Delete the letters to see all of them.
firms-all-checks = Open the list of checks (earlier ones, tidying up)
firms-due = { $over } overdue, { $soon } this month
firms-columns = On the right: how many are not fully in place, how many are answered, and the day of the last change.
firms-not-in-place = { $gaps }

others-hidden = The other firms are hidden. Only this one is shown.
others-shown = The other firms are shown too.
others-are-hidden = Other firms are hidden.
hidden-find = Type the name of a firm, and that one alone is shown.
hidden-not-opened = It is a check of another firm and was not opened. Stop hiding first.
hide-choose-first = It is not clear yet which firm is to be shown alone. Go to one in the list or open its check, and try again.
show-others = Show the other firms too
show-others-title = Show the other firms too?
show-others-what = The names of other firms will stand on the screen. While somebody looks on, keep them hidden.
show-others-not = Keep them hidden
show-others-do = Show the other firms too

own-notes-open = Notes for yourself (next visit, name in kana, tags)
own-notes-title = Notes for yourself
own-notes-stay = The firm never gets these. They are in no report, no paper and no file that is handed over, and stay on this computer.
own-notes-closed = While other firms are hidden, notes for yourself are not shown.
own-notes-awaited = Reading them.
own-notes-unreadable = The file with the notes is left as it is and not written over. Open it again once it is mended.
own-notes-reading = Name in kana
own-notes-visit = Next visit
own-notes-tags = Tags
own-notes-note = On the firm
own-notes-question = Question: { $label }
own-notes-counting = Trade and size for counting (they are part of the check)
own-notes-nothing = (none yet)
own-notes-kept = The notes for yourself are saved.
own-notes-foreign-kept = Saved. What another program had written there is kept among the damaged files.
own-notes-not-kept = The notes for yourself could not be saved. { $reason }. What you typed is still on this page.
own-notes-retry = Save them again
own-notes-unsaved = The notes on the firm that was open before are not saved yet. They are being saved again.
own-notes-leave-unsaved = The notes for yourself are not saved. Choose to quit once more, and the program ends without them.
own-notes-no-firm = No notes can be kept on this firm yet. Go to a firm, or open its check and answer one question, and try again.
firms-columns-visits = On the right: next visit, what is due, how many are not fully in place, how many are answered, and the day of the last change.
firms-notes-unread = Some notes for yourself cannot be read. Their files are left as they are.

forms-title = In which forms do you hold information that must not get out?
forms-all-that-apply = Choose all that apply.
forms-count-none = { $everyone ->
    [one] { $everyone } question is
   *[other] { $everyone } questions are
} asked of every firm. Each form you choose adds its own.
forms-count = That makes { $asked } { $asked ->
    [one] question
   *[other] questions
} ({ $sum }).
forms-count-everyone = { $everyone } for every firm
forms-count-plus = { $sum } + { $questions } for { $form }
forms-later = You can change this later. No answer is lost when you do.
forms-reading = Dividing into paper, data and objects, and matching them to parts III, IV and V of the criteria, is this tool's reading (not confirmed). If in doubt, choose all.
forms-done = Next
forms-information = Begin with a list of what to protect
forms-choose-one = Choose at least one. If in doubt, choose all.
forms-kept = None was chosen, so the forms chosen before stay.

name-title = Do you want to name this check?
name-label = Name:
name-offered = Without a name it is called "{ $title }". Just press Enter to accept.
name-where-shown = The name is shown in the list of checks, at the top left of the screen and in the files you write.
name-done = Next

place-language = l: { $language }

### Words by which the list is searched (not shown)
find-not-begun = not started
find-begun = in progress
find-finished = finished done

## Tasks
due-this-month = { $soon } due this month
due-over = { $over } overdue
due-both = { $over } overdue, { $soon } due this month
due-in-other-walk = What is due belongs to the other set of questions. This row opens it.
