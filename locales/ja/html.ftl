### 印刷して渡す結果 (HTML)

html-document = { $title } 自己チェックの結果
html-kind = 技術の情報を守れているかの自己チェック
html-foot = 自己チェックです。認証ではありません。社外秘
html-changed = 最後に直した日
html-id = チェックの番号
html-none = まだえらんでいません
html-list = 、
html-and = ・
html-left-out = (入れていません)

html-contents = この書面の中身
html-gaps = そろっていない項目
html-gaps-count = { $count }件
html-gaps-of = { $count }問のうち
html-open-points = 四角は、まだそろっていない点です。
html-item = 項目
html-why = なぜ
html-how = どうやって
html-shows = 記録の例
html-cost = 費用
html-effort = 時間
html-cost-and-effort = 費用・時間
html-step = すること
html-steps-order = 大事な順、費用の少ない順です。順番と、費用・時間の目安は、この道具の考えです。
html-tick-done = 済んだら印
html-tick-found-out = 分かったら印
html-tick-there = あれば印
html-look = 見るもの
html-ask = 聞く人
html-from-outside = 外の窓口
html-reason = 理由
html-note = メモ

html-records = そろえる記録 { $count }点 (あるもの { $there }点)
html-records-note = そろっていることを見せるための紙やファイルの例です。
html-record = 記録
html-record-state = あるか
html-there = ある
html-not-there = まだ

html-information = 守る情報の一覧 { $count }件
html-information-note = この一覧も、そろえる記録の一つです。
html-information-what = 何を
html-information-form = 形
html-information-place = 置き場所
html-information-whose = だれのものか
html-information-seen-by = 見てよい人
html-information-level = 大事さ
html-own = 自社
html-entrusted = 預かりもの

html-section = 分野
html-bar = 割合
html-total = 合計
html-radar = 分野ごとに、そろっている問いの割合を円の上に表した図
html-radar-note = 外の円が全部、点線の円が半分です。「一部できている」は、そろっていない側に数えています。
html-answers = すべての答え
html-point-there = ある:
html-point-open = まだ:

html-sure = 確かなことと、この道具の読み
html-topic-source = 国の資料に項目の例がある
html-topic-reading = 対応は未確認
html-topic-checked = { $by } が { $on } に確かめました
html-packs = 使った問いの組
html-rests-on = もとにした基準
html-amended = 改正
