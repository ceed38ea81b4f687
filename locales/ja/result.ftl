### 一覧、見直し、結果

place-result = 結果
notice-self-check = これは自己チェックです。認証ではありません。
notice-wording = 質問の文は、この道具が書いたものです。質問集の版: { $pack } { $version }
notice-version = 質問集の版: { $pack } { $version }
notice-wording-said = 質問集の作り手は「{ $by }」、もとの文書は「{ $of }」({ $on }) と名のっています。この道具は確かめていません。質問集の版: { $pack } { $version } ({ $source })
notice-wording-unsaid = 質問の文をだれが書いたかは、質問集に書かれていません。この道具は確かめていません。質問集の版: { $pack } { $version } ({ $source })
pack-in-place = この道具の質問集と置きかえたもの
pack-added = あとから加えたもの
notice-basis-amended = 改正前({ $year }年)の基準のうち、国の指針が「必要最低限の措置の部分」と呼んだ所をもとにしています。{ $amended }年8月からの「義務項目」と同じとは限りません。
notice-basis-examples = { $year }年の改正で追加された項目の例をもとにしています。「義務項目」の一覧ではありません。
notice-basis = { $name }をもとにしています。
notice-anonymous = 会社と人の名前、メモ、理由、場所は入っていません。
notice-no-wall = 社員だけに配るものです。壁には貼らないでください。はじめにすることは、今の弱いところでもあります。
notice-hand = メモとふせんも、まるごと入っています。続きを頼む人だけに渡してください。
notice-confidential = 会社の弱いところが分かる書面です。社外秘として扱ってください。

overview-title = 質問の一覧
overview-progress = { $asked }問のうち { $answered }問に答えました
overview-flags = ふせん { $flags }
overview-unknown = わからない { $unknown }
overview-forms = 情報の形
overview-reading = * I第一などは国の基準の番号です。質問との対応は、まだ確かめていません。
overview-continue = 続きから答える ({ $label })
overview-check = 答えを見直す
overview-others = ほかのチェック、新しいチェック
overview-back-to-walk = 最初の{ $questions }問へ戻る
section-progress = { $answered } / { $asked }
section-untouched = 未着手
section-begun = 途中
section-answered = 入力済み
section-form-not-chosen = えらんでいません

check-title = 答えを見直す
check-note = メモあり
check-flag = ふせん
check-note-and-flag = メモ、ふせん
check-partly = 一部できている { $in-place }/{ $points }

result-open = 結果を見る
result-open-unanswered = 結果を見る ({ $unanswered }問がまだです)
result-gaps = そろっていない項目   { $gaps }件   ({ $asked }問のうち)
result-no-gaps = ここの質問では、足りないものはありません。審査では、基準の文に照らして、文書と実際の様子が確かめられます。
result-counts = できていない { $not-met }    一部できている { $partly }    わからない { $unknown }    まだ { $unanswered }
result-in-place = そろっている { $met }    当てはまらない { $not-applicable }
result-tasks = { $count ->
    [0] はじめにすることはありません
   *[other] はじめにすること { $count }つ
}
result-tasks-free = 0円でできるもの { $free }つ
result-tasks-done = { $count }つのうち { $done }つ済み
result-gap-list = そろっていない項目 { $count }件
result-by-section = 分野ごと
result-find-out = 確かめること { $count }件
result-look-and-ask = 何を見て、だれに聞くか
result-not-applicable = 当てはまらないとした項目 { $count }件
result-reasons = 書いた理由
result-chart = 分野ごとの図
result-with-numbers = 数字つき
result-records = そろえる記録 { $count }件
result-records-what = あるもの、まだのもの
result-compare = 前と今
result-compare-what = よくなった { $improved }、悪くなった { $worse }
result-export = 書き出す
result-export-what = 印刷用、Excel ほか
result-again = もう一度確かめる
result-again-what = 前の答えを横に見ながら、はじめから
result-follow = 「{ $walk }」を続けて確かめる ({ $questions }問)

find-out-look = 見るもの: { $look }
find-out-ask = 聞く人: { $ask }
find-out-contact = 外の窓口: { $name } ({ $cost })

chart-title = 分野ごとの図
chart-numbers = { $needed }問のうち { $met }問そろっています
chart-note = 当てはまらないとした質問は、図の数に入れていません。
chart-count = { $outcome } { $count }問

tasks-order = 大事な順、費用の少ない順
tasks-number = { $number }
tasks-not-known-yet = はじめにすることは、まだ決まっていません (わからない、まだ答えていない { $count }問)
tasks-others = そのほか { $count }件
tasks-judgement = 順番は、この道具の考えです。
tasks-how = どうやって: { $detail }
tasks-why = なぜ: { $why }
tasks-agreed = だれが { $who }   いつまで { $by }   済んだ日 { $done }
tasks-open = (まだ)
tasks-done = 済み
tasks-over = { $day }を過ぎました
task-by-over = { $day } (過ぎました)
task-choose-first = 上下で、することをえらんでから d を押してください。
task-who = だれが
task-who-owner = 社長
task-who-manager = 責任者
task-own-words = 自分で書く
task-by = いつまで
task-by-week = 1週間後
task-by-month = 1か月後
task-by-quarter = 3か月後
task-done = 済んだ日
task-done-today = 今日
task-not-done = 済み
task-now = 今は: { $now }
task-field = 書いてEnter:
task-field-by = 書いてEnter (日は 2026-02-26 のように):
task-set-day = 日を決める

again-begun = 新しいチェックです。前のもの ({ $day }) は、そのまま残っています。質問ごとに、前の答えが出ます。

records-there = あるもの { $there }件
records-how = もうあるものに印をつけてください。
records-examples = 記録の名前は例です。会社の呼び方のままでかまいません。これで足りるかは、認証機関に聞いて確かめます。

compare-title = 前と今
compare-days = 前は{ $day }
compare-gaps = そろっていない項目   前 { $before }件 ({ $asked-before }問のうち{ $open-before ->
        [0] {""}
       *[other] 、まだ { $open-before }問
    })   今 { $after }件 ({ $asked-after }問のうち{ $open-after ->
        [0] {""}
       *[other] 、まだ { $open-after }問
    })
compare-counts = 前 { $before }   今 { $after }
compare-before = 前 { $before }
compare-after = 今 { $after }
compare-not-asked = 聞いていない
compare-improved = よくなった { $count }件
compare-worse = 悪くなった { $count }件
compare-other = 答えが変わった (よし悪しは言えない) { $count }件
compare-unchanged = 同じ { $count }件
compare-new = 新しく聞いた { $count }件
compare-gone = 今は聞かない { $count }件
compare-print = 前と今を印刷用に書き出す
compare-rule = 「できていない」と「わからない」の間では、よくなったとは数えません。「まだ答えていません」と「当てはまらない」は、よし悪しには数えません。
