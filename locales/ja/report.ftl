### 文字だけの結果 (mamori show)

report-case = チェック: { $title } ({ $id }、最後に直したのは { $updated })
report-walk = ## { $walk }
report-other-version = 答えたときの問いの組は { $before }、今ある組は { $now } です。今の組で見ています。
pack-changed = 質問集が { $before } から { $now } に変わりました。{ $orphans ->
    [0] {""}
   *[other] 今の質問集にない答えが{ $orphans }件あります。消えてはいません。
}{ $points ->
    [0] {""}
   *[other] 答えた問いに、新しく確かめる点が{ $points }つあります。
}答えた問いのうち、そろっていないものは{ $gaps-before }件から{ $gaps }件になりました。{ $unanswered ->
    [0] {""}
   *[other] まだ答えていない問いが{ $unanswered }件あります。
}
orphans-title = 今の質問集にない答え { $count }件
orphans-open = 今の質問集にない答え { $count }件
orphans-kept = 前の質問集で答えたもののうち、今の質問集に行き先がないものです。結果には数えません。ファイルには残っています。
orphan-question = 問い「{ $question }」: { $answer }
orphan-point = { $question }: 点「{ $point }」は{ $state }
orphan-there = ある
orphan-open = まだ
orphan-none = 関係なし
orphan-record = 記録の置き場所: { $place }
orphan-measure = { $question }: 対策「{ $measure }」の印か記録
orphan-why = なくなったわけ: { $why }
orphan-why-unsaid = なくなったわけは、質問集に書かれていません。
orphan-task = すること: だれが { $who }、いつまで { $by }
notice-orphans = 今の質問集にない答えが{ $count }件あります。結果には数えていません。
notice-missing-pack = 問いの組「{ $pack }」が、このパソコンで使えません。その答え{ $count }件は、ここにありません。ファイルには残っています。
compare-one-sided = 問いの組「{ $pack }」は、片方のチェックだけで答えられています。くらべていません。
report-task = { $number }. { $measure } [{ $cost }]
report-task-item = 項目: { $item }
report-item = { $item }
report-items = 項目ごと

report-compare-before = 前: { $title } ({ $id }、最後に直したのは { $updated })
report-compare-after = 今: { $title } ({ $id }、最後に直したのは { $updated })
report-compare-nothing = 両方のチェックではじめた問いの組がないので、比べられません。
