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
