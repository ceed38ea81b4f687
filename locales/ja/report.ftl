### 文字だけの結果 (mamori show)

report-case = チェック: { $title } ({ $id }、最後に直したのは { $updated })
report-walk = ## { $walk }
report-other-version = 答えたときの質問集は { $before }、今ある質問集は { $now } です。今の質問集で見ています。
pack-changed = 質問集が { $before } から { $now } に変わりました。{ $orphans ->
    [0] {""}
   *[other] 今の質問集にない答えが{ $orphans }件あります。消えてはいません。
}{ $points ->
    [0] {""}
   *[other] 答えた質問に、新しく確かめる点が{ $points }つあります。
}{ $result }{ $unanswered ->
    [0] {""}
   *[other] まだ答えていない質問が{ $unanswered }件あります。
}
pack-gaps = 答えた質問のうち、そろっていないものは{ $before }件から{ $now }件になりました。
pack-gaps-same = { $count ->
    [0] 答えた質問は、前と同じで、そろっていないものがありません。
   *[other] 答えた質問のうち、そろっていないものの数は変わらず、{ $count }件です。
}
orphans-title = 今の質問集にない答え { $count }件
orphans-open = 今の質問集にない答え { $count }件
orphans-kept = 前の質問集で答えたもののうち、今の質問集に行き先がないものです。結果には数えません。ファイルには残っています。
orphan-question = 質問「{ $question }」: { $answer }
orphan-point = { $question }: 確かめる点「{ $point }」は{ $state }
orphan-there = ある
orphan-open = まだ
orphan-none = 関係なし
orphan-record = 記録の置き場所: { $place }
orphan-measure = { $question }: 方法「{ $measure }」の印か記録
orphan-why = なくなったわけ: { $why }
orphan-why-unsaid = なくなったわけは、質問集に書かれていません。
orphan-task = すること: だれが { $who }、いつまで { $by }
notice-orphans = 今の質問集にない答えが{ $count }件あります。結果には数えていません。
notice-missing-pack = 質問集「{ $pack }」が、このパソコンで使えません。その答え{ $count }件は、ここにありません。ファイルには残っています。
list-unread = 読めないものが { $count }件あります。ファイルには手をつけていません。わけは「mamori show ID」、戻せるかは「mamori history ID」で分かります。
list-locked = 鍵がかかっていて、名前も件数も出していないものが { $count }件あります。なくなってはいません。端末で同じコマンドを打つと、合言葉を聞いてから出します。
compare-done = 前と今を書き出しました: { $path }
compare-same-check = 前も今も、同じチェック「{ $title }」です。違いはありません。比べるチェックを二つ書いてください。
compare-two-firms = 「前」と「今」は、別の会社のチェックです。前から何が変わったかを見るには、同じ会社のチェックを二つ書いてください。
compare-newer-first = 「前」のほうが、あとにはじめたチェックです。前から何が変わったかを見るには、先にはじめたほうを先に書いてください。
compare-one-sided = 質問集「{ $pack }」は、片方のチェックだけで答えられています。比べていません。
report-task = { $number }. { $measure } [{ $cost }]
report-task-item = 項目: { $item }
report-item = { $item }
report-items = 項目ごと

report-compare-before = 前: { $title } ({ $id }、最後に直したのは { $updated })
report-compare-after = 今: { $title } ({ $id }、最後に直したのは { $updated })
report-compare-nothing = 両方のチェックではじめた質問集がないので、比べられません。
