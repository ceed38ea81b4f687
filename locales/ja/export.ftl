### ファイルに書き出す結果: 表の見出し、表の中のことば

column-notice = 注意
column-case = チェックのID
column-title = チェックの名前
column-pack = 問いの組
column-version = 版
column-number = 番号
column-question-id = 問いのID
column-section = 分野
column-place = 基準の場所
column-topic = 場所との対応
column-label = 項目
column-question = 問い
column-outcome-code = 答えの符号
column-outcome = 答え
column-points-in-place = そろっている点
column-points = 確かめる点
column-reason = 当てはまらない理由
column-note = メモ
column-flag = ふせん
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
topic-reading = 対応は未確認
topic-checked = { $on }に{ $by }が確認

record-there = ある
record-not-there = まだ
