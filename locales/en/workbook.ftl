### The workbook to fill: the words in it, and what is said when it comes back

fill-title = Questions of the self-check
fill-title-of = Questions and answers of the self-check: { $title }
fill-sheet-answers = Answers
fill-sheet-records = Records
fill-has-notes = Notes are in it too. Give it only to whoever goes on with the check.
fill-how-cells = Please fill the pale yellow cells (not the grey ones). What you do not know can stay empty.
fill-how-points = Choose Yes or No in each row below a question; then the answer to the question itself can stay empty. Where nobody can find out, choose "Do not know" as the answer to the question.
fill-how-back = When you are done, save it and send this file back as it is. Please do not delete or sort rows or columns.
fill-filled-by = Filled in by (optional)
fill-column-question = Question (the rows below are its points)
fill-column-answer = Answer
fill-column-who = Who does it
fill-column-by = By when
fill-column-on = Since
fill-walk = Questions: { $title }
fill-yes = Yes
fill-no = No
fill-none = None here
fill-point-none = (None here, if: { $none })
fill-choose = Please choose from the list.
fill-end = This is the end. Thank you.
fill-records-title = Records that show what is done
fill-how-records = Only for records that you have: choose "there", and write where it is and since when. Nobody needs all of them.
fill-blank-done = The empty questions are written: { $path } (questions: { $questions })

workbook-at = Sheet { $sheet }, { $cell }: { $what }
workbook-unknown-word = "{ $text }" is not one of the words to choose from. It was not taken.
workbook-not-offered = "{ $word }" cannot be chosen here. It was not taken.
workbook-not-a-day = "{ $text }" cannot be read as a day. Please write it as 2026-11-20.
workbook-too-long = Too long (at most { $most } characters). It was not taken.
workbook-mistake = A formula that went wrong. It was not taken.
workbook-contradiction = The answer and the Yes and No in the rows below do not agree. Neither was taken.
workbook-points-missing = Too few Yes and No in the rows below to tell the answer. The answer to this question was not taken.
workbook-no-reason = There is no reason why it does not apply. The answer to this question was not taken.
workbook-reason-unused = There is a reason, but the answer is not "Does not apply". The answer to this question was not taken.
workbook-beside-unread = One cell of this question could not be read, so what was filled in beside it was not taken either.
workbook-firm-changed = The name of the firm was "{ $was }" before. Please make sure that this is not another firm's workbook.
workbook-record-not-said = Where a record is or since when stands here, but "there" is not chosen. It was not taken.
workbook-emptied = It was "{ $was }" and is empty now. It is left as it was.
workbook-row-twice = The same row stands in line { $first } too and says something else. Neither was taken.
workbook-row-twice-same = The same row stands in line { $first } too. Both say the same.
workbook-row-unknown = The question of this row is not among today's questions. It was not taken.
workbook-row-of-nothing = This is not the row of a question. It was not taken.
workbook-other-version = The questions "{ $pack }" are of another version (in the workbook { $theirs }, here { $ours }). Only questions that are in both were read.
workbook-none = This is not a workbook to fill (xlsx).
rec-workbook-none = Please give a workbook made with mamori export --format xlsx --fill, or with --blank. Nothing was changed.
workbook-old = This is an old Excel file (xls), or one with a password.
rec-workbook-old = Please open it in Excel and save it as xlsx, without a password. Nothing was changed.
workbook-cut-off = The workbook is cut off: its end is missing.
rec-workbook-cut-off = Have it sent again, or copy it again. Nothing was changed.
workbook-damaged = The workbook is damaged and cannot be read.
workbook-too-large = This is too large for a workbook to fill, so it was not opened.
workbook-not-ours = This is not a workbook to fill that mamori has made (its hidden sheet is not there).
workbook-newer = This workbook was made by a newer version of mamori. (format: { $format })
rec-workbook-newer = Please update mamori and try again. Nothing was changed.
workbook-no-rows = The sheet of answers or the marks of its rows (a hidden column) are gone, so nobody can tell which answer is to which question.
rec-workbook-again = Please have the workbook filled that was given, and try again. Nothing was changed.
workbook-no-pack = The questions "{ $pack }" of this workbook cannot be used on this computer.
rec-workbook-no-pack = Please install their file and try again. Nothing was changed.
workbook-findings = To look at in the workbook: { $count }
workbook-base = Compared with: the answers when this workbook was made
merge-emptied-take = Take out what stood in the { $count } emptied { $count ->
        [one] cell
       *[other] cells
    }
merge-emptied-leave = Leave the { $count } emptied { $count ->
        [one] cell
       *[other] cells
    } as before (now they are to be taken out)
workbook-emptied-how = Cells that are empty now: { $count }. They are left as they were; mamori merge with --emptied takes out what was there.
workbook-emptied-ask = Cells that are empty now: { $count }. Take out what was there? Enter alone leaves it.
workbook-not-here = The check it was made of is not here. It became a new check of what stands in the workbook.
workbook-into = Nothing can be merged into a workbook. Please name a check to merge into.
workbook-how-conflicts = Answered differently: { $count }. Give --ours, --theirs or --unknown to mamori merge { $id } { $path } to say what counts.
workbook-how-better = Answers that became better: { $count }. Look at them, and if they are right: mamori merge { $id } { $path } --yes
received-workbook-findings = This workbook has cells that cannot be read ({ $count }). mamori import tells which and takes in the rest. Nothing was changed: { $path }
