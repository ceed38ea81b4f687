### 印刷して渡す結果 (HTML)

html-document = { $title } 自己チェックの結果
html-kind = 技術の情報を守れているかの自己チェック
html-changed = 最後に直した日
html-id = チェックのID
html-none = まだえらんでいません
html-list = 、
html-and = ・

html-contents = この書面の中身
html-gaps = そろっていない項目
html-gaps-count = { $count }件
html-gaps-of = { $count }問のうち
html-open-points = 四角は、まだそろっていない点です。
html-why = なぜ
html-how = どうやって
html-shows = 記録の例
html-cost = 費用
html-effort = 手間
html-cost-and-effort = 費用・手間
html-tick-done = 済んだら印
html-tick-found-out = 分かったら印
html-tick-there = あれば印
html-reason = 理由

html-bar = 割合
html-radar = 分野ごとに、そろっている質問の割合を円の上に表した図
html-radar-note = 外の円が全部、点線の円が半分です。「一部できている」は、そろっていない側に数えています。
html-point-there = ある:
html-point-open = まだ:

html-rests-on = もとにした基準
html-amended = 改正
html-kind-staff = 技術の情報を守るために、はじめにすること

profile-firm = 会社
profile-checked-by = 点検した人
export-fact = { $name }: { $value }
record-kept = { $day }、置き場所: { $place }
record-kept-place = 置き場所: { $place }

customer-title = 技術の情報の守り方: 自己チェックでそろっている項目
customer-none-checked = この日に会社が自分で答えたものです。だれも確かめていません。
customer-no-certificate = 証明書ではありません。
customer-day = 答えた日
customer-count = { $asked }問のうち、そろっている{ $met }問
customer-count-of = 質問集 { $number }: { $count }
customer-record = ある記録
customer-record-day = 記録の日
customer-others = ほかの項目のことは、この紙には書いていません。
customer-questions = 質問は、この道具が作ったものです。国や認証機関が決めたものではありません。
