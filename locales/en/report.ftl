### The result in plain text (mamori show)

report-case = Check: { $title } ({ $id }, last changed { $updated })
report-walk = ## { $walk }
report-other-version = It was answered with version { $before } of the questions. Here is version { $now }, which is used to judge it.
pack-changed = The questions changed from { $before } to { $now }. { $orphans ->
    [0] {""}
    [one] { $orphans } answer has no place in them any more; it is not lost.{" "}
   *[other] { $orphans } answers have no place in them any more; they are not lost.{" "}
}{ $points ->
    [0] {""}
    [one] { $points } new point is to be checked in questions that were answered.{" "}
   *[other] { $points } new points are to be checked in questions that were answered.{" "}
}{ $result }{ $unanswered ->
    [0] {""}
    [one] {" "}{ $unanswered } question has no answer yet.
   *[other] {" "}{ $unanswered } questions have no answer yet.
}
pack-gaps = Of the questions that were answered, { $before ->
    [0] none was
    [one] { $before } was
   *[other] { $before } were
} not fully in place before, { $now ->
    [0] none is
    [one] { $now } is
   *[other] { $now } are
} now.
pack-gaps-same = { $count ->
    [0] In the questions that were answered nothing is missing, as before.
   *[other] Of the questions that were answered, as many as before are not fully in place: { $count }.
}
orphans-title = Answers without a place in these questions: { $count }
orphans-open = Answers without a place in these questions: { $count }
orphans-kept = They were given to earlier questions and have nowhere to go in those of today. They do not count in the result. They stay in the file.
orphan-question = Question "{ $question }": { $answer }
orphan-point = { $question }: the point "{ $point }" was { $state }
orphan-there = there
orphan-open = open
orphan-none = none here
orphan-record = The record is kept at: { $place }
orphan-measure = { $question }: the mark or the record of the measure "{ $measure }"
orphan-why = Why it was taken out: { $why }
orphan-why-unsaid = The questions do not say why it was taken out.
orphan-task = To do: who { $who }, by { $by }
notice-orphans = { $count ->
    [one] { $count } answer has no place in these questions and is not counted.
   *[other] { $count } answers have no place in these questions and are not counted.
}
notice-missing-pack = The questions "{ $pack }" cannot be used on this computer. { $count ->
    [one] { $count } answer to them is not in here. It stays in the file.
   *[other] { $count } answers to them are not in here. They stay in the file.
}
list-unread = { $count } could not be read. The files are as they were. "mamori show ID" says why, "mamori history ID" whether there are earlier versions.
list-locked = { $count } { $count ->
        [one] is
       *[other] are
    } locked, so that no name and no number is shown. Nothing is gone. At a terminal the same command asks for the passphrase first.
compare-done = Before and now were written: { $path }
compare-same-check = Before and now are the same check, "{ $title }", so nothing is different. Write two checks to compare them.
compare-two-firms = "Before" and "now" are checks of two firms. To see what has changed, name two checks of one firm.
compare-newer-first = "Before" is the check that was begun later. To see what has changed, name the one that was begun first before the other.
compare-one-sided = The questions "{ $pack }" were answered in one of the two checks only. They are not compared.
report-task = { $number }. { $measure } [{ $cost }]
report-task-item = Item: { $item }
report-item = { $item }
report-items = Item by item

report-compare-before = Before: { $title } ({ $id }, last changed { $updated })
report-compare-after = Now: { $title } ({ $id }, last changed { $updated })
report-compare-nothing = There are no questions that both checks have begun, so there is nothing to compare.
