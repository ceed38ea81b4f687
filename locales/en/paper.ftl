### Papers to print and sign

paper-foot = An example made by this tool. It is not a form set by the state or by a certification body.
paper-foot-not-ours = Made from a template that was put on this computer. It is not an example of this tool.
paper-caution = Before use:
paper-sign = Signature
paper-day = Date

paper-reach-wall = May be posted
paper-reach-inside = Inside the company only
paper-reach-confidential = Confidential

paper-first = first six
paper-list-of = In the order of the check "{ $title }"
paper-list-how = To make one: mamori paper NAME --output FILE. For the first six together: mamori paper --first --format docx --output FILE.
paper-done = Made { $papers } { $papers ->
    [one] paper
   *[other] papers
  }, { $pages } { $pages ->
    [one] page
   *[other] pages
  }, from "{ $title }". Until it is signed and put away, a record is "not yet": { $path }
paper-done-blank = Made { $papers } blank { $papers ->
    [one] paper
   *[other] papers
  }, { $pages } { $pages ->
    [one] page
   *[other] pages
  }: { $path }
papers-not-used = The file of papers for the questions "{ $pack }" cannot be used. Where this tool has papers of its own, they serve. (mamori criteria check FILE says why.)
rec-unknown-paper = mamori paper list shows the names of the papers.
rec-paper-blank = Without a check, --blank makes papers with nothing filled in.
criteria-fine-papers = { $path }: no mistakes. (papers { $version } for { $pack }, { $papers } of them)

## On the screen
papers-title = List of papers
papers-what = Pages to print, sign and put away. What is known is filled in from this check.
papers-wanted = For this question
papers-for-tasks = For the steps to take first
papers-other = Other papers
paper-for-task = { $label }: { $measure }
paper-for-points = Points: { $points }
papers-make-first = { $count ->
    [one] Make the first one in one file, to print
   *[other] Make the first { $count } in one file, to print
}
papers-open = List of papers
papers-open-what = to print and sign
papers-none-here = No paper fits here. All of them are under "List of papers" on the result.
paper-file-not-used = The file of papers for "{ $pack }" cannot be used.
paper-make = Make this paper: { $paper }
paper-how = It can be made with what is known. What is empty becomes a line to write on.
paper-by-hand = (by hand)
paper-takes-list = { $count ->
    [0] The list of what to protect is empty, so its rows stay empty.
    [one] { $count } row comes from the list of what to protect.
   *[other] { $count } rows come from the list of what to protect.
}
paper-examples = It has example sentences. What does not fit can be struck out on paper.
paper-print = Print
paper-print-how = open it in a browser and print
paper-word = Edit in Word
paper-excel = Use in Excel
paper-pages = A4, { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
 }
paper-print-blank = Print it empty
paper-made = Written: { $path }
paper-made-to-print = Written. Open it in a browser and print it: { $path }
paper-made-in-doubt = Written, but something went wrong ({ $reason }). Open the file to make sure: { $path }

homework-open = Make the page to leave behind
homework-title = To do until the next visit
homework-holds = One page to leave behind: what is to be done, who does it, by when, and the next visit. No answers and no notes are on it.
homework-comes = Next visit
homework-no-visit = (not on it)
homework-take-visit = Put { $day } on it, from the notes for yourself
homework-make = Write the page (to print)
homework-day = { $day }
homework-visit = Next visit: { $day }
homework-what = To do
homework-who = Who
homework-by = By when
homework-rest = There { $count ->
    [one] is { $count } more thing
   *[other] are { $count } more things
} to do. The result has them.
homework-nothing = Nothing is agreed at the moment.
homework-written = The page is written: { $path }
paper-put-away-title = Once it is signed and put away:
paper-put-away = Put away: { $record }
paper-no-record-yet = A paper that was only made is no record yet. Sign it, then mark "Put away".
profile-manager = Person in charge
profile-deputy = Deputy
profile-contact = Contact
file-open = Open: { $path }
file-not-opened = It could not be opened. The file is here: { $path }
record-details-open = Write where records are kept, and their day
record-details-title = Where records are kept, and their day
record-place = Place
record-day = Day
visit-is-over = { $day } is over. Write the day of the next visit.
day-not-understood = That is not read as a day. Write it as "2026-11-20" or "11/20". The day was not changed.
review-points = Look at the points again: { $label }
key-paper = papers
key-back-to-papers = to the list of papers
key-back-to-paper = to the paper
task-done-points = Marked as done. To mark the points that are now in place, open this step and choose "Look at the points again".
