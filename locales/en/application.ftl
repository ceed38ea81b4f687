### The draft for the application

application-document = { $title }: draft for an application
application-kind = Draft for an application
application-is-none = This is not an application. It is a draft to write down what has been decided before applying to a certification body.
application-form-decides = The certification body's own form decides. What it asks for is to be written the way it asks.
application-what = What an application states: the scope of certification wanted (form of the information, measures and the like; Method of certification, 3-1)
application-not-held = Items 3 to 8 of the same place are left out of the paper we hold. Ask the certification body what else is to be written.
application-mandatory = The measures below follow the questions of this tool. They are not the list of "mandatory items" (義務項目).
application-missing = Not decided yet
application-undecided-items = { $count ->
    [one] { $count } of the measures
   *[other] { $count } of the measures
}
application-blank = Not decided yet [room to write]
application-forms = The form of the information (態様)
application-forms-note = Paper, data and objects are this tool's reading (not confirmed). What the criteria call the forms is not in the paper we hold.
application-examples = Such as
application-listed = On the list
application-nothing-listed = nothing yet
application-measures = The measures decided on
application-measures-note = A ticked box is in place now, an empty one is not yet. Below stands what has been decided to do.
application-every-form = Whatever the form
application-form = Form of the information: { $form }
application-records = Records there
application-decided = To do
application-undecided = What to do is not decided yet [room to write]
application-unknown = Not found out yet whether it is in place [room to write]
application-unanswered = Not answered yet [room to write]
application-information = List of what to protect
application-scope = The scope of certification wanted
application-scope-hint = Besides form and measures: how far the certification is to go. How to write it is not in the paper we hold. Hints by this tool: which site or department; which product or job; which information.
application-record = Record there: { $record }
application-record-kept = Record that is there: { $record } ({ $kept })
application-to-do = To do: { $measure }
