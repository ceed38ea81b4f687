### Opening a file that somebody has sent

received-open = Open a file that was sent to you
received-title = Open a file that was sent to you
received-what = Looks for files of checks, and for workbooks that were filled in, in downloads, on the desktop, in the current folder and on USB sticks. Nothing changes before you choose one.
received-searching = Looking for them.
received-none = None was found. If it is somewhere else, write where it is below.
received-left-out = { $count ->
    [one] { $count } more file was not looked at. If it is that one, write where it is below.
   *[other] { $count } more files were not looked at. If it is one of those, write where it is below.
}
received-unread-folder = This could not be read: { $path } ({ $reason })
received-type = Write where the file is
received-path = Place:
received-again = Look once more (such as after plugging in a USB stick)
received-sealed = under a passphrase
received-workbook = workbook to fill in
received-path-empty = Nothing was written. Choose it again and write where the file is.
received-reading = Reading the file.
received-new = It is on this computer now, and open. You can go on from here. The file itself is as it was.
received-new-in-doubt = It is on this computer now, and open. Something failed on the way all the same. { $reason }.
received-same = Nothing in the file is new. What is here was opened.
received-other-firm = It was not opened. A check with the same number is here, and nothing says that it is of the same firm. Nothing was changed.
received-here-unread = It was not opened. The same check is here, and cannot be read. Nothing was changed. { $problem }
received-not-kept = It could not be put on this computer. The file itself is as it was. { $reason }.
received-no-pack = The questions of this file are not on this computer, or cannot be used. The file is as it was: { $path }
received-not-a-check = This cannot be read as a check. The file is as it was. { $why } { $path }
received-no-base = What is here was opened. The file differs, but what there was before you parted cannot be read, so they were not compared. Nothing was changed. { $reason }.
received-others-hidden = Other firms are hidden, so only files that are known to be of this firm are shown.
answerer-title = Who is answering
answerer-what = This check is answered by more than one. A name that you write here stands with the answers that you give, and is shown when they are put together. It may stay empty.
answerer-go-on = Go on
file-passphrase-title = This file is under a passphrase.
file-passphrase-of = File: { $path }
file-passphrase-what = Type the passphrase that whoever made the file told you. It is not your own.
