### The result in plain text (mamori show)

report-case = Check: { $title } ({ $id }, last changed { $updated })
report-walk = ## { $walk }
report-other-version = It was answered with version { $before } of the questions. Here is version { $now }, which is used to judge it.
report-task = { $number }. { $measure } [{ $cost }]
report-task-item = Item: { $item }
report-item = { $item }
report-items = Item by item

report-compare-before = Before: { $title } ({ $id }, last changed { $updated })
report-compare-after = Now: { $title } ({ $id }, last changed { $updated })
report-compare-nothing = There are no questions that both checks have begun, so there is nothing to compare.
