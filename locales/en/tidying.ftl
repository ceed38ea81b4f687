### Tidying checks: names, earlier versions, throwing away, the bin

cases-manage = Tidy up (rename, earlier versions, throw away)
cases-bin = Thrown away: { $count }
cases-bin-unread = Thrown away (cannot be read now)
list-failed = The list of checks could not be read. That does not mean that they are gone. See that the USB stick or the connection is there, and open the list again. { $reason }.
list-is-old = The list cannot be read now. Below is what it was when it last could be.
bin-failed = What was thrown away cannot be read now. It is not gone. See that the USB stick or the connection is there, and open this page again.
case-earlier-unreadable = The earlier versions cannot be read now. That does not mean that there are none. See that the USB stick or the connection is there, and open this page again.
cases-state-copy = a copy
cases-state-renamed = file renamed
cases-state-locked = locked
manage-title = Which check do you want to tidy up?

case-progress = Changed last on { $when }. Answered: { $answered } of { $asked }.
case-open = Open
case-rename = Rename
case-renamed = Renamed.
case-earlier = Earlier versions: { $count }
case-restore = Go back to the newest earlier version
case-put-aside = Put aside (it leaves the list; the file is not deleted)
case-adopt = Make it a check of its own
case-name-back = Give the file its name back
case-throw-away = Throw away (it can come back for 30 days)
case-is-gone = This check is not there any more.
case-is-damaged = The file of this check is damaged and cannot be read, and there is no earlier version. The file is left as it is. The other checks work.
case-is-damaged-newest-unread = The file of this check is damaged and cannot be read, and neither can its newest earlier version. There are older ones. Choose the one to go back to.
case-is-damaged-with-earlier = The file of this check is damaged and cannot be read. There is an earlier version. If you go back to it, the damaged file is put aside and kept, and you can go on from there.
case-is-unread = That does not mean that it is damaged. As soon as it can be read, you go on as it is. An earlier version is older than that.
case-is-copy = This is a copy of another check. Copying a file makes one, and so does a synchronised folder that was written to from two places. Both files are left as they are.
case-is-renamed = The name of this file is not that of the check in it, and no file of that name is here. That happens when a file is renamed by hand. The file is left as it is. With its name back it can be opened.
case-is-locked = This check is locked with a key that is not this folder's. The file is left as it is. It needs the passphrase and the key file (identity.age) of the folder that it came from.
case-was-put-aside = Put aside. The file is in the folder "damaged" where the answers are kept.
case-thrown-away = Thrown away. For 30 days it can come back from "Thrown away".
case-adopted = It is a check of its own now. The file of the copy is in "Thrown away".
case-adopted-copy-stays = It is a check of its own now. The file of the copy could not be thrown away and is still in the list.
case-named-back = The file has its name back.

generations-title = Earlier versions
generations-what = Choose one to go back to it. What there is now becomes an earlier version too, so you can come back. The three newest are kept.
generations-foreign = written by another program
generation-restored = Back at the earlier version of { $when }. What there was before is among the earlier versions.
generation-restored-from-damage = Back at the earlier version of { $when }. The damaged file is kept in the folder "damaged" where the answers are.

throw-away-title = Throw away "{ $title }"?
case-is-damaged-earlier-unread = The file of this check is damaged and cannot be read. Whether there are earlier versions cannot be told now, as they cannot be read either. The file is left as it is. The other checks work.
throw-away-goes-earlier-unread = What leaves the list: answers { $answered }, and earlier versions, which cannot be read now.
throw-away-goes = What leaves the list: answers { $answered }, earlier versions { $earlier }.
throw-away-goes-unread = The file that cannot be read and its earlier versions leave the list.
throw-away-safe = For 30 days it can come back from "Thrown away". Then it is gone for good.
throw-away-not = Keep it
throw-away-do = Throw it away

bin-title = Thrown away
bin-what = Choose one to put it back into the list of checks.
bin-until = until { $day }
bin-is-empty = Nothing was thrown away.
bin-back = Back
bin-empty = Delete all of it now ({ $count })
bin-put-back = It is back in the list.
bin-emptied = Deleted: { $count }.
bin-emptied-in-part = Deleted: { $gone }. Could not be deleted and still there: { $left }. { $reason }. Their earlier versions may be gone already. Once the reason is gone, they can be deleted again.
empty-bin-title = { $count ->
    [one] Delete the check that was thrown away now?
   *[other] Delete the { $count } checks that were thrown away now?
}
empty-bin-final = They go for good, with their earlier versions. Nothing brings them back.
empty-bin-not = Keep them
empty-bin-do = Delete them

not-done-no-space = It could not be done: no space is left. The file is as it was.
not-done-read-only = It could not be done: writing is not allowed there. The file is as it was.
not-done-denied = It could not be done: no permission. The file is as it was.
not-done-gone = It could not be done: the file or folder is not there. See whether a USB stick was pulled out.
not-done-too-large = It could not be done: the file is too large. It is as it was.
not-done-held = It could not be done: another mamori is using it. Close that one and choose again.
not-done-in-use = It could not be done: another program has the file open. The file is as it was. Close it there or wait a little, then choose again.
not-done-taken = It could not be done: there is something of that name already. Both are as they were.
not-done-newest-unread = Nothing was changed, as the newest earlier version cannot be read. Choose the one to go back to.
not-done-unsure = How far it came cannot be seen now. { $reason }. Check the drive or the connection, then look at the list.
done-all-the-same = Done. But at the end the disk reported a fault. { $reason }. A power cut could bring back what was there before.
not-done-other = It could not be done. { $reason }. The file is as it was. Choose again.
