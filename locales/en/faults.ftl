## When something cannot be written

err-save = It could not be written. { $reason }: { $path }
err-save-too-large = It could not be written, because the file would be larger than { $megabytes } MB: { $path }
rec-save-no-space = Your checks are as they were. Make room by deleting files that you do not need, and try again.
rec-save-read-only = Your checks are as they were. Remove the write protection and try again.
rec-save-denied = Your checks are as they were. Check the permissions of the file and its folder, and try again.
rec-save-gone = Your checks are as they were. Reconnect the USB stick or the shared folder and try again.
rec-save-not-a-folder = Your checks are as they were. Rename that file and try again.
rec-save-too-large = Your checks are as they were. Shorten long notes and try again.
rec-save-in-use = Your checks are as they were. Another program has the file open, such as Excel or a virus scanner. Close it there or wait a little, and try again.
rec-save-name = Your checks are as they were. Windows has no names such as CON or NUL, none with < > : " / \ | ? * in them, and none that end with a dot or a blank. Please choose a folder with another name.
rec-save-other = Your checks are as they were. Try again. If this goes on, show the line above to someone who knows computers.
rec-save-unsure = How far it came cannot be seen now. Check the drive or the connection, then look with "mamori list" and "mamori bin".

## When something cannot be read

err-read = It could not be read. { $reason }: { $path }
rec-read-denied = Nothing was changed. Check the permissions of the file and its folder, and try again.
rec-read-gone = Nothing was deleted. Reconnect the USB stick or the shared folder and try again.
rec-read-not-a-folder = That file was not touched. Rename it and try again.
rec-read-in-use = Nothing was changed. Another program has the file open, such as Excel or a virus scanner. Close it there or wait a little, and try again.
rec-read-other = Nothing was changed. Try again. If this goes on, show the line above to someone who knows computers.

## When it is done, and the disk reported a fault all the same

done-in-doubt = It is done: a look at the disk shows it. But at the end the disk reported a fault, and a power cut could bring back what was there before. { $reason }: { $path }

## When the file of a case cannot be opened

err-case-gone = The file of this check is not there.
rec-case-gone = Your other checks are safe. If you moved or renamed the file, put it back.
rec-case-denied = The file was not touched. Check its permissions and open it again.
rec-case-in-use = The file was not touched. Another program has it open, such as Excel or a virus scanner. Close it there or wait a little, and open it again.
err-case-unreadable = The file of this check could not be read. { $reason }.
rec-case-unreadable = The file was not touched. Open it again. If this goes on, show the line above to someone who knows computers.
err-case-too-large = The file of this check is too large. Up to { $megabytes } MB of text in all, { $kilobytes } kB in one text and { $values } values can be read.
rec-case-too-large = The file was not touched. See whether another file was put there under this name.
err-case-empty = The file of this check is empty.
rec-case-empty = The file was not touched. If there is an earlier version, open that.
err-case-encoding = The characters in the file of this check cannot be read. { $encoding }
rec-case-encoding = The file was not touched. If you edited it by hand, save it again as UTF-8. If there is an earlier version, you can open that too.
err-case-not-json = The file of this check is damaged. It cannot be read from line { $line }, character { $column }.
rec-case-not-json = The file was not touched. If there is an earlier version, open that. If you edited the file by hand, look at that place.
err-case-cut-off = The file of this check is cut off: its end is missing.
rec-case-cut-off = The file was not touched. If there is an earlier version, open that. If it was copied here, copy it again.
err-case-wrong-shape = Something in the file of this check is missing or cannot be read: { $place }
rec-case-wrong-shape = The file was not touched. If there is an earlier version, open that. If you edited the file by hand, look at that item.
err-case-newer = This check was saved by a newer version. (File format: { $format })
rec-case-newer = The file was not touched. Install the newer version to open it.
err-case-copy = This is a copy of the file of the check { $id }.
rec-case-copy = Neither file was touched. Open the original check.

err-save-held = Another mamori is using it, so it could not be done: { $path }
rec-save-held = Your checks are as they were. Close the other mamori and try again.
err-save-taken = There is something of that name already, so it could not be done: { $path }
rec-save-taken = Both are as they were. Move away what is there and try again.
err-save-link = A link to another place stands where a folder should be, so nothing was written: { $path }
rec-save-link = What it leads to was not touched. Take the link away and try again.
err-case-link = The file of this check is a link to another place.
rec-case-link = What it leads to was not touched. Put the file itself there instead of the link.
err-case-not-a-file = Something that is no file, such as a folder, has the name of this check.
rec-case-not-a-file = It was not touched. Move it to another place.
err-case-locked = This check is locked.
rec-case-locked = The file was not touched. With the key file (identity.age) in this folder the passphrase opens it.
err-case-other-key = This check is locked with the key of another folder.
rec-case-other-key = The file was not touched. It needs the identity.age of that folder and its passphrase.
err-case-seal-broken = The locked file of this check is damaged.
rec-case-seal-broken = The file was not touched. "mamori history" shows earlier versions, "mamori restore" goes back to one.
rec-save-not-a-file = What is there is unchanged. Please rename it, then try again.
err-newest-unread = The newest earlier version cannot be read. { $reason }: { $path }
rec-newest-unread = Nothing was changed. Look at the list with "mamori history" and write the name of the version to go back to.
err-case-renamed = The name of this file is not that of the check in it ({ $id }), and no file of that name is here.
rec-case-renamed = The file was not touched. If its name was changed by hand, give it back its own ({ $id }.json, or { $id }.json.age in a locked folder) to open it.

### The encoding of a file
encoding-damaged-utf-8 = It is UTF-8, but a part of it is damaged.
encoding-damaged-utf-16 = It looks like UTF-16, but a part of it is damaged.
encoding-utf-32 = It is written in UTF-32.
encoding-perhaps-shift-jis = It is written in Shift_JIS, or a part of it is damaged.
encoding-unknown = In which encoding it is written cannot be told.
