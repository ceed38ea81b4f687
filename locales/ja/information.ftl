### 守る情報の一覧、例

information-title = 守る情報の一覧
information-count = { $count }件 ({ $most }件まで)
information-what-for = 外に出ると困るものを、思いつく順に書きます。図面、加工のやり方、試作品、お客さんから預かったものなど。
information-add = 書き足す
information-examples = 例からえらぶ (業種ごと)
information-take-forms = 守る情報の一覧にある「{ $forms }」についても質問を受ける
information-forms-taken = 入れました。「情報の形」で、いつでも変えられます。
information-put-back = 外した「{ $what }」を「守る情報の一覧」に戻す
information-own-short = 自社
information-entrusted-short = 預かり
information-confidential = 守る情報の一覧は、何を守っているかが分かるものです。社外秘として扱ってください。
information-open = 守る情報の一覧 ({ $count }件)
information-listed = 守る情報の一覧に { $count }件
information-unnamed = (名前はまだ)
information-full = 守る情報の一覧に入るのは { $most }件までです。要らないものを外すと、書き足せます。

information-entry = 守る情報の一覧の { $number }件め
information-what = 何を
information-form = 形
information-place = どこに
information-owner = だれのものか
information-own = 自社
information-entrusted = お客さんなどから預かった
information-owner-not-said = まだ
information-entrusted-by = だれから
information-seen-by = 見てよい人
information-level = 大事さ
information-level-named = 関係者だけ
information-level-company = 社外秘
information-entry-how = 分かるところだけでかまいません。書いたことは、すぐ守る情報の一覧に入ります。
information-remove = 守る情報の一覧から外す
information-remove-now = 本当に外す
information-remove-ask = もう一度えらぶと、守る情報の一覧から外します。外したあとでも、守る情報の一覧の画面で戻せます。
information-removed = 「{ $what }」を外しました。「守る情報の一覧に戻す」で戻せます。
information-is-back = 「{ $what }」を守る情報の一覧に戻しました。
information-example-written-on = もう書き足してあるので、ここでは外しません。守る情報の一覧の画面で外せます。

examples-title = 例からえらぶ
examples-how = 近いものに印をつけると、守る情報の一覧に入ります。あとで自社のことばに直してください。
