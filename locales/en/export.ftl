### Results as files: the headings of tables and the words in them

column-notice = Notice
column-case = Check id
column-title = Check
column-pack = Questions
column-version = Version
column-number = No.
column-question-id = Question id
column-section = Section
column-place = Place in the criteria
column-topic = Topic and place
column-label = Item
column-question = Question
column-outcome-code = Outcome code
column-outcome = Outcome
column-points-in-place = Points in place
column-points = Points
column-points-none = Points: none here
column-reason = Why it does not apply
column-note = Note
column-flag = Flag
column-related = Similar number (another scheme)
column-order = Order of what to do
column-measure = What to do
column-cost = Cost (rough)
column-effort = Effort (rough)
column-record = Record to have
column-record-there = Record there?
column-who = Who
column-by = By
column-done = Done on

topic-source = as the source says
topic-example = the paper has only the name of the item
topic-mark = *
topic-marked = * match not confirmed (this tool's reading)
topic-reading = not confirmed
topic-checked = compared by { $by } on { $on }

record-there = there
record-not-there = not yet

column-questions = Questions
column-in-place = In place
column-what = What
column-form = Form
column-kept = Where it is
column-owner = Whose it is
column-seen-by = Who may see it
column-level = Level

owner-own = our own
owner-not-said = not decided yet
owner-entrusted = entrusted to us
owner-entrusted-by = entrusted to us ({ $by })

export-title = Result of the self-check: { $title }
export-id = Check id: { $id }
export-updated = Last changed: { $updated }
export-forms = Forms of information: { $forms }
export-walk = { $walk }
export-by-section = By section
export-not-counted = Questions said not to apply are left out of these numbers.
export-section = { $section } ({ $place }, { $topic })
export-section-unconfirmed = { $section } ({ $place } *)
export-section-without-place = { $section } ({ $topic })
export-item = { $label }: { $outcome }
export-item-flagged = { $label }: { $outcome } (flag)
export-order = Most important first, then cheapest. The order, and the rough cost and effort, are this tool's judgement.
export-left-out = (left out)
export-records = { $count ->
    [one] Records to have: { $count } ({ $there } there)
   *[other] Records to have: { $count } ({ $there } there)
}
export-records-note = Papers and files that could show what is in place.
export-answers = All answers
export-information = { $count ->
    [one] List of what to protect: { $count } item
   *[other] List of what to protect: { $count } items
}
export-information-note = This list is itself one of the records.
export-certain = What is certain, and what is this tool's reading
export-packs = The questions that were used
export-point-none = { $point } - none here ({ $reason })
export-pack = { $title } ({ $id } { $version }). Rests on: { $notice } ({ $date })
export-amended = Amended: { $date }

column-first = First
column-why = Why
column-priority = Priority (1 first)
column-state = Done?
column-look = Look at
column-ask = Ask
column-outside = From outside
column-open-points = Still open
column-walk = Name of the questions

first-yes = first

sheet-summary = Summary
sheet-tasks = What to do
sheet-find-out = To find out
sheet-answers = Answers
sheet-records = Records
sheet-information = What to protect
sheet-certain = About this result

export-foot = A self-check, not a certification. Confidential
export-total = Total
export-cut = { $text } (cut here, it is too long)
export-contact = { $name } ({ $cost })

# Before and now
column-before = Before
column-now = Now
column-change = What changed
sheet-compare = Before and now
change-improved = Better
change-worse = Worse
change-other = Another answer
change-unchanged = The same
change-new = Asked now
change-gone = Not asked any more
compare-before-day = Before: answers up to { $day }
compare-before-no-day = Before: answers without a day
compare-sheet-about = { $first } { $before }   { $after }

summary-about-self = { $first } { $counted } It holds the names of firms and where they are weak. It is for you: hand it to nobody.
summary-about-others = { $first } { $counted } Numbers are in steps of five firms. Groups of under five are in "others", and rows that would tell of one are left out.
summary-counted = All sets of questions that were begun are counted together. The list of firms counts the one that is open, and may say less.
summary-sheet-firms = Firms
summary-sheet-items = Items
summary-sheet-actions = First actions
summary-sheet-trade = By trade
summary-sheet-size = By size
summary-firm = Firm
summary-now = Now
summary-before = Before
summary-now-compared = Now, of those before
summary-which = Which firms
summary-group = Group
summary-rest = others
summary-not-said = (not said)
summary-firms = Firms
summary-under-five = under 5 firms
summary-from = { $count } to { $to } firms
summary-left-out = (left out)
