### 文字だけの結果 (mamori show)

report-case = チェック: { $title } ({ $id }、最後に直したのは { $updated })
report-walk = ## { $walk }
report-other-version = 答えたときの問いの組は { $before }、今ある組は { $now } です。今の組で見ています。
report-task = { $number }. { $measure } [{ $cost }]
report-task-item = 項目: { $item }
report-item = { $item }
report-items = 項目ごと

report-compare-before = 前: { $title } ({ $id }、最後に直したのは { $updated })
report-compare-after = 今: { $title } ({ $id }、最後に直したのは { $updated })
report-compare-nothing = 両方のチェックではじめた問いの組がないので、比べられません。
