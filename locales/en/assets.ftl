### Files of the user's own (packs, words) that cannot be used

err-file-too-large = The file is too large; { $megabytes } MB can be read: { $path }
rec-file-too-large = The file is unchanged. Please see whether it is the right one.
err-file-encoding = { $encoding } Its characters cannot be read: { $path }
rec-file-encoding = The file is unchanged. Please save it again as UTF-8.
err-file-gone = There is no such file: { $path }
rec-file-gone = Please see whether the name and the place are right.
rec-file-place-gone = See that the USB stick or the shared folder is connected, and try again.
err-file-denied = There is no permission to open the file: { $path }
rec-file-denied = The file is unchanged. Please check its permissions.
err-file-in-use = The file cannot be read, as another program has it open: { $path }
rec-file-in-use = The file is unchanged. If it is open in Excel or the like, close it there and try again.
err-file-not-a-file = This is not a file: { $path }
rec-file-not-a-file = Please name a file, not a folder or a device.
err-file-unreadable = The file could not be read. { $reason }: { $path }
rec-file-unreadable = The file is unchanged. If this goes on, show the sentence above to somebody who knows computers.

err-pack-name = Not used, as its name is that of no pack and of no papers: { $path }
rec-pack-name = The file was not touched. Name it "id.json" (papers: "id.papers.json") to use it, in plain letters, digits and hyphens, with .json at its end.
err-pack-missing = The questions "{ $pack }" are not on this computer.
rec-pack-missing = The file of the check is unchanged. "mamori criteria list" shows the questions that are here.
err-pack-not-json = This cannot be read as JSON from line { $line }, character { $column } on: { $path }
rec-pack-not-json = The file is unchanged. Please look at the brackets, commas and quotation marks there.
err-pack-wrong = { $issues ->
    [one] { $issues } mistake in the file of questions: { $path }
   *[other] { $issues } mistakes in the file of questions: { $path }
}
rec-pack-wrong = The file of the check is unchanged. "mamori criteria check { $path }" shows what is wrong.

err-words-not-a-language = Not used, as it is not the name of a language: { $code }
err-words-not-a-message = What cannot be read as a message is not used: { $language }/{ $file }: { $excerpt }
err-words-too-deep = Not used, as its braces are too deep: { $language }/{ $file }
