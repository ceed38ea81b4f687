### 質問の画面、方法、理由、ことば

place-question = { $asked }問中 { $at }問め
place-question-short = { $at }/{ $asked }
caption-reading = { $section }  ({ $place }との対応は未確認)
caption-place = { $section }  { $place }
# 基準の中の場所。
place-provision = { $part }第{ $number ->
    [1] 一
    [2] 二
    [3] 三
    [4] 四
    [5] 五
    [6] 六
    [7] 七
    [8] 八
    [9] 九
   *[other] { $number }
}
place-unconfirmed = { $place } *
# 基準の書き方 ($official) と同じなので、並べて書かない。
place-first-met = { $official ->
   *[other] { $place }
}
caption-example = { $section }  (2024年に追加された項目の例)
caption-plain = { $section }
question-why = なぜ:
question-why-folded = なぜ
question-points = { $points ->
    [1] これがそろっていれば「できている」です。
   *[other] { $points }つともそろっていれば「できている」です。
}
question-points-folded = 確かめる点 { $points }つ、なぜ
question-all-points = { $points ->
    [1] ある、と記録しました。違うなら外してください。
   *[other] { $points }つともある、と記録しました。違うものは外してください。
}
question-which-points = どれができているか、印をつけてください。
question-points-missing = まだ答えになっていません。ある点に印をつけるか、ほかの答えをえらびます。あとにするなら、もう一度で進みます。
question-no-point-left = 印がなくなったので、まだ答えていないことにしました。
point-none = 関係なし ({ $reason })
point-unsure = 前は「ある、または関係なし」の印でした。今はどちらか、えらび直せます。
point-none-recorded = この点は関係なし、と記録しました。
question-wording = この質問の文の作り手は「{ $by }」、もとの文書は「{ $of }」({ $on }) と名のっています。この道具は確かめていません。
question-checked = 質問と基準の文の対応を確かめた人: { $by } ({ $on })
question-cleared = 答えを取り消しました。
question-not-answered = まだ答えていません。あとにするなら、右で次へ進めます。
question-flag-on = ふせんをつけました。書き出したファイルにも出ます (申込みの下書きを除く)。
question-flag-off = ふせんを外しました。
question-note = メモ: { $note }
question-earlier = 前の答え ({ $day }): { $answer }
question-as-before = 前の答えのまま ({ $day }): { $answer }
question-earlier-reason = { $answer } ({ $reason })
question-seen-today = 今日、見て確かめた
question-is-as-before = 前の答えを、その日付のまま写しました。今日見たなら「今日、見て確かめた」をえらびます。
point-before = 前はあり
check-as-before = 前のまま
question-earlier-undated = 前の答え: { $answer }
ime-is-on = 日本語入力がオンです。半角/全角キーで切るか、上下とEnterで答えてください。
field-full = ここに書ける長さを超えました。入った分は残っています。

outcome-met = できている
outcome-partly = 一部できている
outcome-not-met = できていない
outcome-unknown = わからない
outcome-not-applicable = 当てはまらない
outcome-unanswered = まだ答えていません
answer-partly-of = 一部できている   ({ $points }つのうち{ $in-place }つ)

reply-met = 見せられる記録の例: { $record }
reply-gap = まずはここから: { $measure } ({ $cost })
reply-unknown = 見るもの: { $look }。聞く人: { $ask }。
reply-not-applicable = 理由: { $reason }

help-measures = ? 費用を抑える方法 { $measures }件
help-note = m メモ
help-flag-on = f ふせん
help-flag-off = f ふせんつき
help-information = i 守る情報の一覧 ({ $count }件)
help-terms = w ことば

note-title = メモ
note-where-shown = メモは、書き出したファイルにも出ます (申込みの下書きと「名前を入れない」を除く)。

reason-title = どうして当てはまらないのですか。結果と書き出したファイルに、この理由がそのまま出ます。
reason-own = 自分で書く:
reason-now = 今は「{ $reason }」
reason-until-then = 理由がないうちは、前の答え ({ $answer }) のままです。
reason-needed = 理由を書くか、上の理由からえらんでください。やめるときは Esc です。

cost-and-effort = { $cost }・{ $effort }
cost-nothing = 0円
cost-under-10k = 1万円未満
cost-under-100k = 10万円未満
cost-above = 10万円以上
cost-range = { $from }から{ $to }
effort-minutes = 1時間以内
effort-hours = 数時間
effort-days = 数日
effort-range = { $from }から{ $to }

mark-document = 手元の国の資料
mark-confirmed = 公の発表や複数の報道
mark-secondary = 報道など一つの資料
mark-general = 一般的な理由

measures-title = 費用を抑える方法   { $label }
measures-one-mark = 印は一つです。それが「はじめにすること」に入ります。
measures-estimate = 費用と手間は、5人から30人ほどの会社での、この道具のおおよその目安です。
measures-cost-and-record = { $cost }   見せられる記録の例: { $record }
measures-marked = 印をつけました。できていない間、「はじめにすること」に入ります。
measures-unmarked = 印を外しました。まだの点をそろえる方法のうち、費用の少ないものが入ります。
measures-help = だれに聞けるか
measures-why = なぜ: { $why } ({ $source }。{ $mark })
measures-amendment = 2024年の改正: { $note }
related-numbers = { $scheme }の { $numbers } が、よく似たことを求めています (この道具の読み、未確認)。取引先から求められたときの手がかりです。
contact = { $name } ({ $cost }): { $purpose }
contact-cost-verify = { $cost }、要確認
contact-verify = { $name } ({ $cost }、要確認): { $purpose }

terms-title = この質問のことば
terms-others = ほかのことば
term = { $name }: { $text }
