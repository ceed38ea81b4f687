### Writing reports to files

exporting-title = Who is it for?
exporting-self = Yourself
exporting-self-what = all of it: open points, places, notes. Written at once
exporting-staff = Your people
exporting-staff-what = what to do first, who, by when. Not for a wall
exporting-advisor = An advisor
exporting-advisor-what = open points and records. No notes, no flags, no list of what to protect
exporting-body = A certification body
exporting-body-what = a draft to apply, with open points and the list of what to protect. The body's own form decides
exporting-customer = A business partner
exporting-customer-what = only the names of what is in place and of its records, and the days. No places, people, list, reasons or notes
exporting-hand = Someone to continue
exporting-hand-what = Excel, or a file with all of it. All notes are in it
exporting-others = Other formats
exporting-others-what = Word, Excel, CSV, counting without names. Choose notes
exporting-begins = Each of them begins with "This is a self-check, not a certification".
exporting-no-certificate = What a business partner gets is no certificate, and has no place for a seal.
exporting-in-it = In it: { $parts }
exporting-not-in-it = Not in it: { $parts }
exporting-named = { $what }: { $names }
exporting-unsure-items = { $count ->
    [one] One question is left out
   *[other] { $count } questions are left out
} where it is not confirmed whether there is anything for a point. Open it to say so.
exporting-html = To print
exporting-html-name = HTML
exporting-html-what = open it in a browser and print
exporting-docx = To edit as a text
exporting-docx-name = Word
exporting-docx-what = open it and write on
exporting-xlsx = To edit as a table
exporting-xlsx-name = Excel
exporting-xlsx-what = what to do: who, by when, done
exporting-csv = For other tools
exporting-csv-name = CSV
exporting-csv-what = one line a question
exporting-markdown = To use in a text
exporting-markdown-name = Markdown
exporting-markdown-what = headings and lists
exporting-json = For another computer
exporting-json-name = .mamori
exporting-json-what = all of it; what comes back is merged
exporting-statistics = For counting, no names
exporting-ndjson-name = NDJSON
exporting-ndjson-what = one line a question
exporting-notes = Put notes and flags in
exporting-firm = Firm: { $said }
exporting-firm-label = Firm:
exporting-checked-by = Checked by: { $said }
exporting-checked-by-label = Checked by:
exporting-unwritten = (not written)
exporting-name-files = Put the firm or the check into the name of the file
part-title = the name of the check
part-firm = the firm
part-checked-by = who checked it
part-in-place = the names of what is in place and of its records
part-counts = counts and charts
part-gaps = open points
part-first-tasks = what to do first
part-other-tasks = what to do next
part-people = who and by when
part-find-out = what to find out
part-not-applicable = what does not apply
part-reasons = why it does not apply
part-records = records to have
part-record-days = the days of records
part-record-places = where records are
part-answers = every answer
part-notes = notes and flags
part-list = the list of what to protect
part-draft = a draft to apply (open points, records that are there)
part-basis = what is certain and what is a reading
exporting-anonymous = Leave names out
exporting-anonymous-what = No firm, people, notes, reasons or places.
exporting-place = File: { $path }
exporting-place-label = File:
exporting-done = Written: { $path } ({ $questions } { $questions ->
    [one] question
   *[other] questions
}, { $tasks } { $tasks ->
    [one] step
   *[other] steps
})
exporting-done-to-print = Written. Open it in a browser to print it: { $path } ({ $questions } { $questions ->
    [one] question
   *[other] questions
}, { $tasks } { $tasks ->
    [one] step
   *[other] steps
})
exporting-handed = The file to hand over is written: { $path }. What is in it is kept here: when it comes back, "Open a file that was sent to you" puts both together.
exporting-not-kept = What is to be handed over could not be kept, so no file was written. Your answers are as they were. { $reason }.
exporting-passphrase = Put a passphrase on the file
exporting-passphrase-what = Whoever opens the file needs this passphrase and no other. If it is forgotten, nobody can open it. Tell it in another way than you send the file.
exporting-passphrase-field = Passphrase (at least { $shortest } characters):
exporting-passphrase-again = Once more:
exporting-passphrase-is-set = The file will have this passphrase. Now write the file.
exporting-exists = A file of that name is there already.
exporting-exists-where = The file: { $path }
exporting-exists-lost = If you replace it, what is in it is gone.
exporting-other-name = Choose another name
exporting-replace = Replace it
exporting-no-space = It cannot be written (no space). Your answers are as they were. Make room, or choose another place.
exporting-read-only = It cannot be written (writing is forbidden there). Your answers are as they were. Choose another place.
exporting-denied = It cannot be written (no permission). Your answers are as they were. Choose another place.
exporting-folder-gone = It cannot be written (that folder is not there). Your answers are as they were. Correct the place.
exporting-too-large = It cannot be written (it would be too large). Your answers are as they were. Shorten long notes.
exporting-in-use = It cannot be written (another program has that file open, such as Excel). Your answers are as they were. Close it there and choose again, or choose another name.
exporting-name = It cannot be written (Windows has no files called CON and the like, nor with : ? * " < > | in the name). Your answers are as they were. Choose another name.
exporting-other = It could not be written. Your answers are as they were. Choose another place or format, and try again. { $reason }.
exporting-unsure = Whether it was written cannot be seen now. { $reason }. Your answers are as they were. Please look at the file where it should be.
exporting-done-in-doubt = Written: { $path } ({ $questions } { $questions ->
    [one] question
   *[other] questions
}, { $tasks } { $tasks ->
    [one] step
   *[other] steps
}). The file is whole. But at the end the device reported a fault. { $reason }.
exporting-no-pack = Not written: the file with this check's questions cannot be read. The answers are as they were. "mamori criteria list" shows which one it is.
exporting-exists-elsewhere = Not written, because a file of that name is there. It is as it was. Choose again on the page "Write to a file".
exporting-not-locked = The passphrase does not protect the files that are written here.
exporting-folder = It cannot be written (that is the name of a folder or a device). The answers are unchanged. If it is a folder, please name a file in it.
exporting-groups = Trade and size, for counting
groups-title = Trade and size, for counting
groups-what = They go into the NDJSON for counting, into complete files and into the workbook over several firms, and nowhere else. You need not choose any.
groups-few = Where few firms are of your trade, these alone may tell which one you are. Then choose none.
groups-trade = Trade
groups-size = People
trade-machining = Machining
trade-moulds = Moulds
trade-plating = Plating
trade-sheet-metal = Sheet metal and welding
trade-plastics = Plastic moulding
trade-casting = Casting
trade-painting = Painting
trade-electronics = Electronics
trade-textiles = Dyeing and weaving
trade-woodwork = Woodwork and furniture
trade-food = Food
trade-software = Software
trade-printing = Printing
trade-other = Other
size-1-5 = 1 to 5
size-6-20 = 6 to 20
size-21-50 = 21 to 50
size-51-100 = 51 to 100
size-101-300 = 101 to 300
size-301 = 301 or more
