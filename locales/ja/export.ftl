### ファイルに書き出す結果: 表の見出し、表の中のことば

column-notice = 注意
column-case = チェックのID
column-title = チェックの名前
column-pack = 質問集
column-version = 版
column-number = 番号
column-question-id = 質問のID
column-section = 分野
column-place = 基準の場所
column-topic = 場所との対応
column-label = 項目
column-question = 質問
column-outcome-code = 答えの符号
column-outcome = 答え
column-points-in-place = そろっている、確かめる点
column-points = 確かめる点
column-points-none = 関係なしの、確かめる点
column-reason = 当てはまらない理由
column-note = メモ
column-flag = ふせん
column-related = 似た番号 (別の制度)
column-order = することの順番
column-measure = すること
column-cost = 費用の目安
column-effort = 手間の目安
column-record = そろえる記録
column-record-there = 記録の有無
column-who = だれが
column-by = いつまで
column-done = 済んだ日

topic-source = 資料のとおり
topic-example = 資料にあるのは、項目の名前だけ
topic-mark = *
topic-marked = * 対応は未確認 (この道具の読み)
topic-reading = 対応は未確認
topic-checked = { $by } が { $on } に確認

record-there = ある
record-not-there = まだ

column-questions = 質問の数
column-in-place = そろっている質問
column-what = 何を
column-form = 形
column-kept = 置き場所
column-owner = だれのものか
column-seen-by = 見てよい人
column-level = 大事さ

owner-own = 自社
owner-not-said = まだ決めていない
owner-entrusted = 預かりもの
owner-entrusted-by = 預かりもの ({ $by })

export-title = 自己チェックの結果: { $title }
export-id = チェックのID: { $id }
export-updated = 最後に直した日: { $updated }
export-forms = 情報の形: { $forms }
export-walk = { $walk }
export-by-section = 分野ごと
export-not-counted = 当てはまらないとした質問は、この数に入れていません。
export-section = { $section } ({ $place }、{ $topic })
export-section-unconfirmed = { $section } ({ $place } *)
export-section-without-place = { $section } ({ $topic })
export-item = { $label }: { $outcome }
export-item-flagged = { $label }: { $outcome } (ふせん)
export-order = 大事な順、費用の少ない順です。順番と、費用・手間の目安は、この道具の考えです。
export-left-out = (入れていません)
export-records = そろえる記録 { $count }件 (あるもの { $there }件)
export-records-note = そろっていることを見せるための紙やファイルの例です。
export-answers = すべての答え
export-information = 守る情報の一覧 { $count }件
export-information-note = この一覧も、そろえる記録の一つです。
export-certain = 確かなことと、この道具の読み
export-packs = 使った質問集
export-point-none = { $point } - 関係なし ({ $reason })
export-pack = { $title } ({ $id } { $version })。もとにした基準: { $notice } ({ $date })
export-amended = 改正: { $date }

column-first = はじめに
column-why = なぜ
column-priority = 優先度 (1が先)
column-state = 済み
column-look = 見るもの
column-ask = 聞く人
column-outside = 外の窓口
column-open-points = まだの、確かめる点
column-walk = 質問集の名前

first-yes = はじめに

sheet-summary = まとめ
sheet-tasks = すること
sheet-find-out = 確かめること
sheet-answers = 答え
sheet-records = そろえる記録
sheet-information = 守る情報
sheet-certain = この結果について

export-foot = 自己チェックです。認証ではありません。社外秘
export-total = 合計
export-cut = { $text } (長いので、ここまで)
export-contact = { $name } ({ $cost })

# 前と今
column-before = 前
column-now = 今
column-change = 変わったこと
sheet-compare = 前と今
change-improved = よくなった
change-worse = 悪くなった
change-other = 答えが変わった
change-unchanged = 同じ
change-new = 新しく聞いた
change-gone = 今は聞かない
compare-before-day = 前: { $day }までの答え
compare-before-no-day = 前: 日付のない答え
compare-sheet-about = { $first } { $before }   { $after }

summary-about-self = { $first }{ $counted }会社の名前と弱いところが入っています。自分用です。人に渡さないでください。
summary-about-others = { $first }{ $counted }数は5社ずつの幅です。5社より少ないまとまりは「ほか」に入れ、分かってしまう行は出していません。
summary-counted = はじめた質問集を全部合わせた数です。支援先の一覧の「そろっていない」は、今開いている質問集だけの数なので、これより少ないことがあります。
summary-sheet-firms = 会社
summary-sheet-items = 項目
summary-sheet-actions = はじめにすること
summary-sheet-trade = 業種ごと
summary-sheet-size = 人数ごと
summary-firm = 会社
summary-now = 今の数
summary-before = 前の数
summary-now-compared = 前もある会社の今
summary-which = どの会社
summary-group = まとまり
summary-rest = ほか
summary-not-said = (書いていない)
summary-firms = 会社の数
summary-under-five = 5社未満
summary-from = { $count }から{ $to }社
summary-left-out = (出しません)
