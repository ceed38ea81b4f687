### The passphrase, and what is told at the start

unlock-title = Please type the passphrase.
unlock-what = The answers are locked with a passphrase. It is asked once, at the start.
unlock-field = Passphrase:
unlock-enter = Type the passphrase
unlock-hidden = What you type is not shown. Press Enter when you are done.
unlock-empty = No passphrase was typed.
unlock-working = Opening.
unlock-wrong = That is not the passphrase. Check capitals and the Japanese input, and type it again.
unlock-key-damaged = The key file (identity.age) is damaged and does not open. Nothing was deleted. Put identity-copy.age or another copy of identity.age back in its place.
unlock-unreadable = The folder of the answers cannot be read. Nothing was deleted. See whether a USB stick was pulled out. { $reason }.

news-title = Before you begin
news-go-on = Go on
news-closed-now = Other people on this computer could read files or folders with your answers ({ $count }). They were closed: only you can read them now.
news-stays-open = Other people can read the folder of your answers, and this disk has no way to close it. If they must not, "mamori lock" puts a passphrase on it.
news-no-locks = On this disk two mamori cannot be kept from writing at the same time. Do not open one check in two places.
news-clock = The clock of this computer is behind your last answer ({ $when }). Please check the clock. Your answers stay in their order.
news-gone = Deleted, 30 days after they were thrown away: { $count }.
news-half-locked = Locking is not finished. Of { $files } files, { $sealed ->
    [one] { $sealed } is
   *[other] { $sealed } are
} locked and { $open ->
    [one] { $open } can be read as it is
   *[other] { $open } can be read as they are
}. The next time the passphrase is given, the work goes on.
news-half-unlocked = Taking the lock away is not finished. { $sealed ->
    [0] None of the { $files } files is locked any more, but not all is tidied up.
   *[other] Of { $files } files, { $open ->
        [one] { $open } is
       *[other] { $open } are
    } not locked any more and { $sealed ->
        [one] { $sealed } still is
       *[other] { $sealed } still are
    }.
} The next time the passphrase is given, the work goes on.
news-lock-unknown = Whether every file is locked could not be seen. Please check the drive or the connection. The next time the passphrase is given, it is looked at again.

ask-passphrase = Passphrase:
ask-file-passphrase = Passphrase of { $path }:
err-file-passphrase = That is not the passphrase of this file: { $path }
rec-file-passphrase = Nothing was changed. It is not your own, but the one that whoever made the file chose. Check it and try again.
err-file-other-key = This file is locked with the key of another computer and not with a passphrase: { $path }
rec-file-other-key = Nothing was changed. Ask whoever made it for a file from "mamori hand".
err-file-seal-cut-off = This locked file is cut off: its end is missing: { $path }
err-file-seal-changed = The passphrase is right, but the file was cut off or changed: { $path }
err-file-seal-broken = The beginning of this locked file was changed: { $path }
err-file-too-much-work = This file asks for more memory than is reasonable, and is not opened: { $path }
rec-file-seal-broken = Nothing was changed. Ask for the file once more. (If its size is not that of the original, it was cut off on the way.)
ask-new-passphrase = New passphrase (at least { $shortest } characters):
ask-again = The same passphrase once more:
ask-yes = Type y and Enter to go on:
word-yes = yes
nothing-done = Nothing was done.
err-answer-unreadable = The answer could not be read, so nothing was done.
err-not-answered = There was no answer, so nothing was done.
rec-not-answered = Type it in a terminal, or give it as a line of the standard input. With { $option } it goes on without asking.
err-no-passphrase = The checks are locked. There was no passphrase, so nothing was done.
err-no-file-passphrase = This file is locked. There was no passphrase, so nothing was done: { $path }
err-no-new-passphrase = There was no new passphrase, so nothing was done.
rec-no-passphrase = Type the passphrase in a terminal, or give it as a line of the standard input.
err-wrong-passphrase = That is not the passphrase.
rec-wrong-passphrase = Nothing was changed. Check capitals and the Japanese input, and type it again.
err-short-passphrase = Please use at least { $shortest } characters.
err-different-passphrases = The two passphrases differ. Please type both again.
err-key-damaged = The key files (identity.age and identity-copy.age) are damaged and do not open.
rec-key-damaged = Nothing was deleted. Put a copy of identity.age back in its place.
err-locked-already = It is locked already.
rec-locked-already = "mamori passphrase" changes the passphrase, "mamori unlock" takes the lock away.
err-not-locked = It is not locked.
rec-not-locked = "mamori lock" locks it.
lock-what = This locks every check, every earlier version and everything thrown away with a passphrase. Without it neither names nor numbers can be read.
lock-final = If you forget the passphrase, nobody can open them any more, not even the makers of this tool. Write it on paper and keep the paper in another place.
lock-elsewhere = Copies that were made before (backups, synchronised folders) are not locked.
lock-done = Locked (files: { $files }). The passphrase is asked at the next start.
lock-step = { $done } of { $files } files are done.
lock-stopped = Stopped. What was done stays done.
lock-aside = Files that did not open, moved as they are to the folder "damaged": { $files }.
lock-half-way = Locking stopped half-way. Of { $files } files, { $sealed ->
    [one] { $sealed } is
   *[other] { $sealed } are
} locked and { $open ->
    [one] { $open } can still be read as it is
   *[other] { $open } can still be read as they are
}.
lock-was-half-way = Locking had stopped half-way: of { $files } files, { $open ->
    [one] { $open } can be read as it is
   *[other] { $open } can be read as they are
}. With the passphrase it goes on.
unlock-was-half-way = Taking the lock away had stopped half-way: of { $files } files, { $open ->
    [one] { $open } can be read as it is
   *[other] { $open } can be read as they are
}. With the passphrase they are locked again.
unlock-half-way = The lock is being taken away. { $sealed ->
    [0] None of the { $files } files is locked any more, but not all is tidied up: the passphrase is still asked.
   *[other] Of { $files } files, { $open ->
        [one] { $open } is
       *[other] { $open } are
    } not locked any more and { $sealed ->
        [one] { $sealed } still is
       *[other] { $sealed } still are
    }.
}
lock-goes-on = Every check can be read, as it is or with the passphrase. The next time the passphrase is given, the work goes on.
lock-is-on = It is locked (files: { $files }). The passphrase is asked at the next start.
lock-is-off = It is not locked any more.
lock-not-begun = It is not locked. Your checks are as they were.
unlock-not-begun = It is locked as before. Your checks are as they were.
lock-unknown = How much of it is locked cannot be seen now. Nothing was deleted. Check the drive or the connection and try again.
passphrase-is-new = The passphrase was changed: the new one opens now.
passphrase-is-old = The passphrase was not changed: the old one opens, as before.
passphrase-is-both = It stopped half-way: both the old and the new passphrase open now. Once the new one was used, only that one does.
passphrase-unknown = Which of the old and the new passphrase opens cannot be seen now. Please keep both.
unlock-done = Unlocked (files: { $files }).
passphrase-done = The passphrase was changed. Older copies of identity.age still open with the old one: delete them if you do not need them.
list-in-use = open in another mamori
err-odd-passphrase = There is a tab or a character that cannot be seen in the passphrase. It could not be typed everywhere, so please use another one.
odd-passphrase-end = The blanks at its end were taken off.
odd-passphrase-start = The passphrase begins with a blank.
odd-passphrase-width = The passphrase has full-width letters, digits or blanks, half-width kana or the like in it. On another computer it may not be typed the same.
odd-passphrase-how = If that is as it should be, type it once more. Ctrl-C gives up.
err-key-too-much-work = The key file (identity.age) asks for more memory than this program takes for it (256 MB), so it does not open.
rec-key-too-much-work = Nothing was deleted. Put a copy of identity.age that this program has made back in its place.
unlock-too-much-work = The key file (identity.age) asks for more memory than this program takes for it (256 MB), so it does not open. Nothing was deleted. Put a copy of identity.age that this program has made back in its place.
