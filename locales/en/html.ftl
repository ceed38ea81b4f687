### The result to print and hand over (HTML)

html-document = { $title }: result of the self-check
html-kind = Self-check on keeping technical information safe
html-changed = Last changed
html-id = Check id
html-none = not chosen yet
html-list = {", "}
html-and = {", "}

html-contents = What is in this paper
html-gaps = Not fully in place:
html-gaps-count = { $count }
html-gaps-of = { $count ->
    [one] of { $count } question
   *[other] of { $count } questions
}
html-open-points = The boxes are the points that are not there yet.
html-why = Why
html-how = How
html-shows = Record
html-cost = Cost
html-effort = Effort
html-cost-and-effort = Cost, effort
html-tick-done = tick when done
html-tick-found-out = tick when found out
html-tick-there = tick when it is there
html-reason = Reason

html-bar = Share
html-radar = The share of questions in place, section by section, around a circle
html-radar-note = The outer circle is all, the dashed one half. "Partly in place" counts as not fully in place.
html-point-there = there:
html-point-open = open:

html-rests-on = Rests on
html-amended = Amended
html-kind-staff = What to do first to protect technical information

profile-firm = Firm
profile-checked-by = Checked by
export-fact = { $name }: { $value }
record-kept = { $day }, kept: { $place }
record-kept-place = kept: { $place }

customer-title = Protecting technical information: what is in place by a self-check
customer-none-checked = The firm gave these answers itself on the day named here. Nobody has checked them.
customer-no-certificate = It is no certificate.
customer-day = Answered on
customer-count = { $asked } { $asked ->
    [one] question
   *[other] questions
}, of which { $met } in place
customer-count-of = Set of questions { $number }: { $count }
customer-record = Records there are
customer-record-day = Day of the record
customer-others = This sheet says nothing about the others.
customer-questions = The questions were written for this tool, not set by the government or a certification body.
