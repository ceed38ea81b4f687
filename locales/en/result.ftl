### Overview, look back, result

place-result = Result
notice-self-check = This is a self-check, not a certification.
notice-wording = The questions are in this tool's own words. Version of the questions: { $pack } { $version }
notice-version = Version of the questions: { $pack } { $version }
notice-wording-said = The questions say that they are by "{ $by }", from "{ $of }" ({ $on }). This tool has not checked it. Version of the questions: { $pack } { $version } ({ $source })
notice-wording-unsaid = The questions do not say who wrote their words. This tool has not checked them. Version of the questions: { $pack } { $version } ({ $source })
pack-in-place = in place of those of this tool
pack-added = added later
notice-basis-amended = It rests on what the government guideline called the minimum part of the criteria before the amendment ({ $year }) and may differ from the "mandatory items" (義務項目) in force since August { $amended }.
notice-basis-examples = It rests on the examples of what the amendment of { $year } added. It is not the list of "mandatory items" (義務項目).
notice-basis = It rests on { $name }.
notice-anonymous = Names of firm and people, notes, reasons and places are left out.
notice-no-wall = This is for your own people only. Do not put it on a wall: what to do first is also where the firm is weak now.
notice-hand = All notes and flags are in it. Give it only to whoever goes on with the check.
notice-confidential = It shows where your firm is weak. Treat it as confidential.

overview-title = Questions
overview-progress = { $answered } of { $asked } answered
overview-flags = Flags { $flags }
overview-unknown = Do not know { $unknown }
overview-forms = Forms
overview-reading = * I-1 and the like are numbers of the government's criteria. Whether the questions belong there has not been confirmed yet.
overview-continue = Go on answering ({ $label })
overview-check = Look back at the answers
overview-others = Other checks, a new check
overview-back-to-walk = { $questions ->
    [one] Back to the first question
   *[other] Back to the first { $questions } questions
}
section-progress = { $answered } / { $asked }
section-untouched = not begun
section-begun = begun
section-answered = all entered
section-form-not-chosen = not chosen

check-title = Look back at the answers
check-note = note
check-flag = flag
check-note-and-flag = note, flag
check-partly = Partly in place { $in-place }/{ $points }

result-open = See the result
result-open-unanswered = See the result ({ $unanswered } not answered yet)
result-gaps = Not fully in place:   { $gaps }   (of { $asked } { $asked ->
    [one] question
   *[other] questions
})
result-no-gaps = In these questions nothing is missing. A review looks at documents and at what is really done, in the light of the criteria's own text.
result-counts = Not in place { $not-met }    Partly { $partly }    Do not know { $unknown }    Not answered { $unanswered }
result-in-place = In place { $met }    Does not apply { $not-applicable }
result-tasks = { $count ->
    [0] Nothing to do first
    [one] What to do first: { $count } step
   *[other] What to do first: { $count } steps
}
result-tasks-free = { $free ->
    [one] { $free } costs 0 yen
   *[other] { $free } cost 0 yen
}
result-tasks-done = { $done } of { $count } done
result-gap-list = { $count ->
    [one] Not fully in place: { $count } item
   *[other] Not fully in place: { $count } items
}
result-by-section = by section
result-find-out = { $count ->
    [one] To find out: { $count } item
   *[other] To find out: { $count } items
}
result-look-and-ask = what to look at, whom to ask
result-not-applicable = { $count ->
    [one] Said not to apply: { $count } item
   *[other] Said not to apply: { $count } items
}
result-reasons = your reasons
result-chart = Chart by section
result-with-numbers = with numbers
result-records = { $count ->
    [one] { $count } record to have
   *[other] { $count } records to have
}
result-records-what = there, and not yet
result-compare = Before and now
result-compare-what = better { $improved }, worse { $worse }
result-export = Write to a file
result-export-what = to print, Excel and others
result-again = Check again
result-again-what = from the start, old answers beside
result-follow = Go on with "{ $walk }" ({ $questions } { $questions ->
    [one] question
   *[other] questions
})

find-out-look = Look at: { $look }
find-out-ask = Ask: { $ask }
find-out-contact = From outside: { $name } ({ $cost })

chart-title = Chart by section
chart-numbers = { $met } of { $needed } in place
chart-note = Questions said not to apply are left out of the bars.
chart-count = { $outcome }: { $count }

tasks-order = most important first, then cheapest
tasks-number = { $number }
tasks-not-known-yet = { $count ->
    [one] What to do first is not known yet ({ $count } question unknown or unanswered)
   *[other] What to do first is not known yet ({ $count } questions unknown or unanswered)
}
tasks-others = { $count ->
    [one] { $count } more
   *[other] { $count } more
}
tasks-judgement = The order is this tool's judgement.
tasks-how = How: { $detail }
tasks-why = Why: { $why }
tasks-agreed = Who { $who }   By { $by }   Done { $done }
tasks-open = (open)
tasks-done = done
tasks-over = overdue since { $day }
task-by-over = { $day } (overdue)
task-choose-first = Choose a step with Up and Down, then press d.
task-who = Who
task-who-owner = President
task-who-manager = Person in charge
task-own-words = type it
task-by = By
task-by-week = in a week
task-by-month = in a month
task-by-quarter = in three months
task-done = Done
task-done-today = today
task-not-done = done
task-now = now: { $now }
task-field = Type, then Enter:
task-field-by = Type, then Enter (a day like 2026-02-26):
task-set-day = Set a day

again-begun = This is a new check. The one before ({ $day }) stays as it is. Each question shows the answer given then.

records-there = { $there } there
records-how = Mark those that you have.
records-examples = The names of records are examples; yours may be called otherwise. Ask a certification body whether they are enough.

compare-title = Before and now
compare-days = before: { $day }
compare-gaps = Not fully in place:   { $before } of { $asked-before } before{ $open-before ->
        [0] {""}
       *[other] {" "}({ $open-before } not answered yet)
    }   { $after } of { $asked-after } now{ $open-after ->
        [0] {""}
       *[other] {" "}({ $open-after } not answered yet)
    }
compare-counts = before { $before }   now { $after }
compare-before = before: { $before }
compare-after = now: { $after }
compare-not-asked = not asked
compare-improved = Better: { $count }
compare-worse = Worse: { $count }
compare-other = Answered otherwise, neither better nor worse: { $count }
compare-unchanged = The same: { $count }
compare-new = Asked now for the first time: { $count }
compare-gone = Not asked now: { $count }
compare-print = Write it to print
compare-rule = From "not in place" to "do not know", or back, nothing counts as better. "Not answered yet" and "does not apply" count neither as better nor as worse.
