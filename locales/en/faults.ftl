## When a case cannot be saved

err-save-no-space = Not saved, because no space is left: { $path }
rec-save-no-space = What was saved before is safe. The new answers are only on this screen so far. Keep it open and delete some files that you do not need. Then save again.
err-save-read-only = Not saved, because the disk is write-protected: { $path }
rec-save-read-only = What was saved before is safe. The new answers are only on this screen so far. Keep it open and remove the write protection. Then save again.
err-save-denied = Not saved, because you have no permission to write: { $path }
rec-save-denied = What was saved before is safe. The new answers are only on this screen so far. Keep it open and check the permissions of the file and its folder. Then save again.
err-save-gone = Not saved, because the place to save to was not found: { $path }
rec-save-gone = The new answers are only on this screen so far. Keep it open and reconnect the USB drive or the shared folder. Then save again.
err-save-not-a-folder = Not saved, because a file is where a folder should be: { $path }
rec-save-not-a-folder = That file was not touched. The new answers are only on this screen so far. Keep it open and rename that file. Then save again.
err-save-too-large = Not saved, because the file would be larger than { $megabytes } MB: { $path }
rec-save-too-large = What was saved before is safe. The new answers are only on this screen so far. Keep it open and shorten the long notes. Then save again.
err-save-other = Not saved: { $path } (the computer says: { $reason })
rec-save-other = What was saved before is safe. The new answers are only on this screen so far. Keep it open and save again. If this goes on, show the line above to someone who knows computers.

## When the folder cannot be read

err-read-denied = You have no permission to open the folder of your checks: { $path }
rec-read-denied = No file was touched. Check the permissions of the folder and start again.
err-read-gone = The folder of your checks was not found: { $path }
rec-read-gone = Nothing was deleted. Reconnect the USB drive or the shared folder and start again.
err-read-not-a-folder = A file is where a folder should be: { $path }
rec-read-not-a-folder = That file was not touched. Rename it and start again.
err-read-other = The folder of your checks could not be read: { $path } (the computer says: { $reason })
rec-read-other = No file was touched. Start again. If this goes on, show the line above to someone who knows computers.

## When the file of a case cannot be opened

err-case-gone = The file of this check is not there.
rec-case-gone = Your other checks are safe. If you moved or renamed the file, put it back.
err-case-denied = You have no permission to open the file of this check.
rec-case-denied = The file was not touched. Check its permissions and open it again.
err-case-unreadable = The file of this check could not be read. (The computer says: { $reason })
rec-case-unreadable = The file was not touched. Open it again. If this goes on, show the line above to someone who knows computers.
err-case-too-large = The file of this check is too large. Up to { $megabytes } MB can be read.
rec-case-too-large = The file was not touched. See whether another file was put there under this name.
err-case-empty = The file of this check is empty.
rec-case-empty = The file was not touched. If there is an earlier copy, open that.
err-case-not-utf8 = The file of this check is damaged or written in another character encoding.
rec-case-not-utf8 = The file was not touched. If you edited it by hand, save it again as UTF-8. If there is an earlier copy, you can open that too.
err-case-not-json = The file of this check is damaged. It cannot be read from line { $line }, character { $column }.
rec-case-not-json = The file was not touched. If there is an earlier copy, open that. If you edited the file by hand, look at that place.
err-case-wrong-shape = Something in the file of this check is missing or cannot be read: { $place }
rec-case-wrong-shape = The file was not touched. If there is an earlier copy, open that. If you edited the file by hand, look at that item.
err-case-newer = This check was saved by a newer version. (File format: { $format })
rec-case-newer = The file was not touched. Install the newer version to open it.
err-case-copy = This is a copy of the file of the check { $id }.
rec-case-copy = Neither file was touched. Open the original check.

err-save-held = Another mamori is using it, so it could not be done: { $path }
rec-save-held = Nothing was changed. Close the other mamori and try again.
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
err-save-not-a-file = It could not be saved, as a folder or something else stands where a file should be: { $path }
rec-save-not-a-file = What is there is unchanged. Please rename it, then try again.
