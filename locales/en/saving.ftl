### Saving

keeping-saving = saving
keeping-saved = saved
keeping-draft = draft
keeping-failed = cannot save

save-no-space = The answers cannot be written to this computer (no space is left).
save-no-space-mend = Make some space, then choose "Try again".
save-read-only = The answers cannot be written to this computer (writing is not allowed there).
save-read-only-mend = Allow writing, then choose "Try again".
save-denied = The answers cannot be written to this computer (no permission).
save-denied-mend = Mend the permissions of the folder, then choose "Try again". "mamori paths" shows where it is.
save-folder-gone = The folder for the answers cannot be found (a USB stick may have come out).
save-folder-gone-mend = Connect it again, then choose "Try again".
save-too-large = This check has grown too large to be written.
save-too-large-mend = Shorten long notes, then choose "Try again".
save-other = The answers could not be written to this computer.
save-other-mend = Wait a little, then choose "Try again".
save-safe = The answers are still in this program. Please do not quit yet.
save-retry = Try again
save-go-on = Go on answering ("cannot save" stays at the top)
save-leave-unsaved = Quit without keeping (the last save was { $when }, at question { $at })
save-leave-never-saved = Quit without keeping (this check has never been saved)
save-works-again = Saved.
save-still-fails = It still cannot be saved.
save-then-end = Saving. It closes as soon as that is done.

err-panic = mamori has run into a fault of its own and has stopped.
rec-panic = Answers that were shown as "saved" are kept. Start mamori again to go on.
rec-panic-report = What happened in the program, without any of your words, is in this file: { $path }
err-terminal = It cannot go on in this terminal ({ $reason }).
rec-terminal = Answers that were shown as "saved" are kept. Start mamori again in another terminal window.
err-ended-unsaved = The newest answers could not be kept.
rec-ended-unsaved = Those that were shown as "saved" before are kept.
