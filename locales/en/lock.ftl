### The passphrase, and what is told at the start

unlock-title = Please type the passphrase.
unlock-what = The answers are locked with a passphrase. It is asked once, at the start.
unlock-field = Passphrase:
unlock-enter = Type the passphrase
unlock-hidden = What you type is not shown. Press Enter when you are done.
unlock-empty = No passphrase was typed.
unlock-working = Opening.
unlock-wrong = The passphrase is another one. Check capitals and the Japanese input, and type it again.
unlock-key-damaged = The key file (identity.age) is damaged and does not open. Nothing was deleted. Put identity-copy.age or a backup of identity.age back in its place.
unlock-unreadable = The folder of the answers cannot be read. Nothing was deleted. See whether a USB stick was pulled out.

news-title = Before you begin
news-go-on = Go on
news-closed-now = Other people on this computer could read { $count } of the files and folders with your answers. They were closed: only you can read them now.
news-stays-open = Other people can read the folder of your answers, and this disk has no way to close it. If they must not, "mamori lock" puts a passphrase on it.
news-no-locks = On this disk two mamori cannot be kept from writing at the same time. Do not open one check in two places.
news-clock = The clock of this computer is behind your last answer ({ $when }). Please check the clock. Your answers stay in their order.
news-gone = Deleted, 30 days after they were thrown away: { $count }.

ask-passphrase = Passphrase:
ask-new-passphrase = New passphrase (at least { $shortest } characters):
ask-again = The same passphrase once more:
ask-yes = Type y and Enter to go on:
word-yes = yes
nothing-done = Nothing was done.
err-not-answered = There was no answer, so nothing was done.
rec-not-answered = Type it in a terminal, or give it as a line of the standard input. A yes can be given with --yes.
err-wrong-passphrase = The passphrase is another one.
rec-wrong-passphrase = Nothing was changed. Check capitals and the Japanese input, and type it again.
err-short-passphrase = Please use at least { $shortest } characters.
err-different-passphrases = The two passphrases differ. Please type both again.
err-key-damaged = The key files (identity.age and identity-copy.age) are damaged and do not open.
rec-key-damaged = Nothing was deleted. Put a backup of identity.age back in its place.
err-locked-already = It is locked already.
rec-locked-already = "mamori passphrase" changes the passphrase, "mamori unlock" takes the lock away.
err-not-locked = It is not locked.
rec-not-locked = "mamori lock" locks it.
lock-what = This locks every check, every earlier version and everything thrown away with a passphrase. Without it neither names nor numbers can be read.
lock-final = If you forget the passphrase, nobody can open them any more, not even the makers of this tool. Write it on paper and keep the paper in another place.
lock-elsewhere = Copies that were made before (backups, synchronised folders) are not locked.
lock-done = Locked ({ $files } files). The passphrase is asked at the next start.
lock-aside = { $files } files that did not open were moved as they are to the folder "damaged".
lock-half-way = It stopped half-way. Every check can be read, as it is or with the passphrase. The next start finishes the work.
unlock-done = Unlocked ({ $files } files).
passphrase-done = The passphrase was changed. Older copies of identity.age still open with the old one: delete them if you do not need them.
