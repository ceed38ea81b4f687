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
column-reason = Why it does not apply
column-note = Note
column-flag = Flag
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
topic-reading = not confirmed
topic-checked = checked by { $by } on { $on }

record-there = there
record-not-there = not yet
