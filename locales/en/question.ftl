### The question, measures, reasons, words

place-question = question { $at } of { $asked }
place-question-short = { $at }/{ $asked }
caption-reading = { $section }  (match with { $place } not confirmed)
caption-place = { $section }  { $place }
# A place in the criteria: Ⅰ第二 is I-2.
place-provision = { $part }-{ $number }
place-unconfirmed = { $place } *
# As the criteria write it ($official), because only that is found in the paper.
place-first-met = { $place } ({ $official })
caption-example = { $section }  (an example of what was added in 2024)
caption-plain = { $section }
question-why = Why:
question-why-folded = Why
question-points = { $points ->
    [one] If this is so, it is "in place".
   *[other] With all { $points } of these, it is "in place".
}
question-points-folded = { $points ->
    [one] { $points } point to check, and why
   *[other] { $points } points to check, and why
}
question-all-points = { $points ->
    [one] Recorded: it is there. Take the mark off if it is not.
   *[other] Recorded: all { $points } are there. Take the mark off any that is not.
}
question-which-points = Mark the ones that are in place.
question-points-missing = Not answered yet. Mark a point that is there, or choose another answer. To leave it for later, do the same again.
question-no-point-left = No mark is left, so this counts as not answered yet.
point-none = None here ({ $reason })
point-unsure = This mark used to mean "there, or none here". You can say which now.
point-none-recorded = Recorded: none here.
question-wording = The words of this question say that they are by "{ $by }", from "{ $of }" ({ $on }). This tool has not checked it.
question-checked = Compared with the text of the criteria by { $by } ({ $on })
question-cleared = The answer was taken back.
question-not-answered = Not answered yet. To leave it for later, press Right to go on.
question-flag-on = Flag set. It is also in the files you write (not in the draft for the application).
question-flag-off = Flag taken off.
question-note = Note: { $note }
question-earlier = Earlier answer ({ $day }): { $answer }
question-as-before = As answered before ({ $day }): { $answer }
question-earlier-reason = { $answer } ({ $reason })
question-seen-today = Looked at today
question-is-as-before = The earlier answer is taken over with its day. If you looked today, choose "Looked at today".
point-before = was there
check-as-before = as before
question-earlier-undated = Earlier answer: { $answer }
ime-is-on = Japanese input is on. Turn it off, or answer with Up, Down and Enter.
field-full = That is longer than fits here. What fitted is kept.

outcome-met = In place
outcome-partly = Partly in place
outcome-not-met = Not in place
outcome-unknown = Do not know
outcome-not-applicable = Does not apply
outcome-unanswered = Not answered yet
answer-partly-of = Partly in place   ({ $in-place } of { $points })

reply-met = A record that could show it: { $record }
reply-gap = Start here: { $measure } ({ $cost })
reply-unknown = Look at: { $look }. Ask: { $ask }.
reply-not-applicable = Reason: { $reason }

help-measures = { $measures ->
    [one] ? { $measures } low-cost measure
   *[other] ? { $measures } low-cost measures
}
help-note = m Note
help-flag-on = f Flag
help-flag-off = f Flagged
help-information = i What to protect ({ $count })
help-terms = w Words

note-title = Note
note-where-shown = The note is also in the files you write (not in the draft for the application, nor where names are left out).

reason-title = Why does it not apply? The result and the files you write show this reason as it stands.
reason-own = In your own words:
reason-now = now "{ $reason }"
reason-until-then = Until there is a reason, the earlier answer ({ $answer }) stands.
reason-needed = Write a reason or choose one above. Esc to give up.

cost-and-effort = { $cost }, { $effort }
cost-nothing = 0 yen
cost-under-10k = under 10,000 yen
cost-under-100k = under 100,000 yen
cost-above = 100,000 yen or more
cost-range = { $from } to { $to }
effort-minutes = within an hour
effort-hours = a few hours
effort-days = a few days
effort-range = { $from } to { $to }

mark-document = the official paper we hold
mark-confirmed = official announcement or several reports
mark-secondary = one report or other source
mark-general = general reason

measures-title = Low-cost measures   { $label }
measures-one-mark = One measure can be marked. It goes into "What to do first".
measures-estimate = Cost and effort are this tool's rough estimates for a firm of 5 to 30 people.
measures-cost-and-record = { $cost }   Record that could show it: { $record }
measures-marked = Marked. While this is not in place, it stands under "What to do first".
measures-unmarked = Mark taken off. The cheapest measure for what is missing takes its place.
measures-help = Whom to ask
measures-why = Why: { $why } ({ $source }; { $mark })
measures-amendment = Amendment of 2024: { $note }
related-numbers = Much the same stands in the { $scheme } under { $numbers } (this tool's reading, not confirmed). A hint in case a business partner asks for it.
contact = { $name } ({ $cost }): { $purpose }
contact-cost-verify = { $cost }, to be checked
contact-verify = { $name } ({ $cost }, to be checked): { $purpose }

terms-title = Words of this question
terms-others = Other words
term = { $name }: { $text }
