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
save-other = The answers could not be written to this computer. { $reason }.
save-other-mend = Wait a little, then choose "Try again".
save-safe = The answers are still in this program. Please do not quit yet.
save-retry = Try again
save-go-on = Go on answering ("cannot save" stays at the top)
save-leave-unsaved = Quit without keeping (the last save was { $when }, at question { $at })
save-leave-never-saved = Quit without keeping (this check has never been saved)
save-works-again = Saved.
save-still-fails = It still cannot be saved.
save-then-end = Saving. It closes as soon as that is done.
export-then-end = Ending as soon as the report is written.

err-panic = mamori has run into a fault of its own and has stopped.
rec-panic = Answers that were shown as "saved" are kept. Start mamori again to go on.
rec-panic-report = What happened in the program, without any of your words, is in this file: { $path }
err-terminal = It cannot go on in this terminal. { $reason }.
rec-terminal = Answers that were shown as "saved" are kept. Start mamori again in another terminal window.
err-ended-unsaved = The newest answers could not be kept.
rec-ended-unsaved = Those that were shown as "saved" before are kept.

keeping-looking = looking only
save-held = The answers cannot be written (another mamori has this check or the folder).
save-held-mend = Close the other mamori, then choose "Try again".
save-in-use = The answers cannot be written (another program has the file open, such as Excel or a virus scanner).
save-in-use-mend = Close it there or wait a little, then choose "Try again".
save-elsewhere = Keep it in another place (such as a USB stick)
save-foreign-kept = Another program had changed the file of this check. What it wrote is among the earlier versions, and your answers are saved.
look-only = You can only look here. This check is open in another mamori. Close that one and open the check again.
look-only-held = You can only look here. This check has been open in another mamori since { $when } (process { $process }). Close that one and open the check again from the list of questions.
overview-reopen = Open it again (once the other mamori is closed)

elsewhere-title = Where is it to be kept?
elsewhere-what = Your answers go to the folder you choose from now on. What is in the present folder stays as it is.
elsewhere-own = Type the folder yourself
elsewhere-field = Folder:
elsewhere-empty = No folder is written.
elsewhere-working = Saving.
elsewhere-saved = Saved in { $folder }. To open it next time, name this folder: mamori --data-dir
elsewhere-saved-in-part = Saved in { $folder }. To open it next time, name this folder: mamori --data-dir. Of what was kept when the check was handed over, or of the notes for oneself, some could not be read from the place before; it is still there.
elsewhere-no-space = Nothing can be kept in that folder (there is no space left). Please choose another one.
elsewhere-read-only = Nothing can be kept in that folder (it can only be read). Please choose another one.
elsewhere-denied = Nothing can be kept in that folder (there is no permission). Please choose another one.
elsewhere-gone = That folder cannot be found. Please see whether its name is right, or choose another one.
elsewhere-held = Another mamori works in that folder. Please end it, or choose another folder.
elsewhere-in-use = Another program has a file of that folder open. Please close it there, or choose another folder.
elsewhere-other-passphrase = That folder is locked with another passphrase. Please choose another one.
elsewhere-name = Windows cannot have a folder of that name (such as CON, or with : ? * in it). Please choose another folder.
elsewhere-other = Nothing could be kept in that folder (it may be the name of a file). Please choose another one.
