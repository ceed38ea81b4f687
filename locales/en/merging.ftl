### Answers that came back: both sides beside each other, and taking them in

merge-open = Compare the answers that came back (not taken in yet)
merge-page-title = Answers that came back (nothing changes before they are taken in)
merge-page-none = There is nothing to compare any more.
merge-page-no-conflict = Nowhere have both of you given different answers.
merge-page-count = Where both differ: { $at } of { $count }
merge-page-base = Before you parted ({ $day }): { $base }
merge-choice-ours = Ours: { $held }
merge-choice-theirs = Theirs: { $held }
merge-choice-unknown = Cannot be decided (it becomes "do not know", which is to be found out)
merge-choice-later = Decide later (until then it stays ours)
merge-marks-of = ours theirs
merge-marks = [{ $ours }]  [{ $theirs }]
merge-mark-there = x
merge-mark-open = { " " }
merge-mark-none = -
merge-points = Points (x there, - nothing for it here)
merge-page-points-rule = Marks are not added together: that would say "in place" where nobody did.
merge-page-kept-rule = What is not chosen stays in their file and in the earlier version.
merge-previous = Difference before
merge-next = Next difference
merge-look = See what they alone have changed ({ $count })
merge-look-first = See what they alone have changed ({ $count }; { $better } became better and must be seen before)
merge-take = Take them in
merge-take-with-open = Take them in ({ $open } not decided: they stay ours)
merge-give-up = Leave it without taking anything in
merge-chose-ours = Ours it is. Not decided yet: { $open }.
merge-chose-theirs = Theirs it is. Not decided yet: { $open }.
merge-chose-unknown = It becomes "do not know". Not decided yet: { $open }.
merge-chose-later = Later. Not decided yet: { $open }.
merge-undone = One decision was taken back.
merge-undone-again = What was taken back is there again.
merge-not-looked = Please see first what became better. Nothing is taken in that nobody has seen.
merge-given-up = Nothing was taken in and nothing was changed. The file that was sent is as it was.
merge-for-later = Nothing was changed yet. You can go on from the list of questions. At the end of the program the decisions are forgotten.
why-no-such-choice = There is no such number here.
why-first-difference = This is the first difference.
why-last-difference = This is the last difference.

merge-taken-title = What they alone have changed: { $count }
merge-taken-what = What is marked is taken in. Take the mark off what is to stay as it is here.
merge-taken-unseen = { $count ->
    [one] { $count } answer became better and was not seen yet. Please look at it.
   *[other] { $count } answers became better and were not seen yet. Please look at each of them.
}
merge-better-mark = better
merge-better-unseen = better (not seen yet)
merge-from-to = Now: { $ours } / taken in: { $theirs }
merge-gained = They marked: [{ $mark }] { $point }
merge-taken-back = Back to the differences

merge-done-title = They were taken in
merge-done-theirs = Theirs now: { $count }
merge-done-unknown = "Do not know" now: { $count }
merge-done-ours = Left as they were here: { $count }
merge-done-later = Not decided yet (as they were here): { $count }. Open the file once more to compare them again.
merge-done-kept = What there was before is among the earlier versions. All of it can be taken back in one step.
merge-done-go-on = Go on
undo-merge = what was taken in
merge-base-unsure = A state from before you parted cannot be read, so an earlier one is compared with. Please see whether something is missing.
merge-base-not-kept = What was taken in is saved. What the next comparison starts from could not be kept, so more may be asked then. { $reason }.
