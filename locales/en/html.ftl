### The result to print and hand over (HTML)

html-document = { $title }: result of the self-check
html-kind = Self-check on keeping technical information safe
html-foot = A self-check, not a certification. Confidential
html-changed = Last changed
html-id = Check
html-none = not chosen yet
html-list = {", "}
html-and = {", "}
html-left-out = (left out)

html-contents = What is in this paper
html-gaps = Not in place:
html-gaps-count = { $count }
html-gaps-of = { $count ->
    [one] of { $count } question
   *[other] of { $count } questions
}
html-open-points = The boxes are the points that are not there yet.
html-item = Item
html-why = Why
html-how = How
html-shows = Record
html-cost = Cost
html-effort = Time
html-cost-and-effort = Cost, time
html-step = Step
html-steps-order = Most important first, then cheapest. The order, and the rough cost and time, are this tool's judgement.
html-tick-done = tick when done
html-tick-found-out = tick when found out
html-tick-there = tick when it is there
html-look = Look at
html-ask = Ask
html-from-outside = From outside
html-reason = Reason
html-note = Note

html-records = { $count ->
    [one] Records to have: { $count } ({ $there } there)
   *[other] Records to have: { $count } ({ $there } there)
}
html-records-note = Papers and files that could show what is in place.
html-record = Record
html-record-state = State
html-there = there
html-not-there = not yet

html-information = { $count ->
    [one] List of what to protect: { $count } item
   *[other] List of what to protect: { $count } items
}
html-information-note = This list is itself one of the records.
html-information-what = What
html-information-form = Form
html-information-place = Where it is
html-information-whose = Whose it is
html-information-seen-by = Who may see it
html-information-level = Level
html-own = our own
html-entrusted = entrusted to us

html-section = Section
html-bar = Share
html-total = Total
html-radar = The share of questions in place, section by section, around a circle
html-radar-note = The outer circle is all, the dashed one half. "Partly in place" counts as not in place.
html-answers = All answers
html-point-there = there:
html-point-open = open:

html-sure = What is certain, and what is this tool's reading
html-topic-source = an example in the government paper
html-topic-reading = not confirmed
html-topic-checked = compared by { $by } on { $on }
html-packs = The questions that were used
html-rests-on = Rests on
html-amended = Amended
