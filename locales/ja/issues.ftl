# 質問集のまちがい。ファイルの名前と場所は、この文の前に出ます。

issue-wrong-shape = ここには{ $expected }を書きます。今は{ $found }です。
issue-shape-nothing = 空 (null)
issue-shape-yes-or-no = true か false
issue-shape-number = 数
issue-shape-text = 文字列 ("...")
issue-shape-list = 並び ([...])
issue-shape-members = 名前つきのまとまり ({"{...}"})

issue-missing-member = この項目が書かれていません。ないときは null か空の並びを書きます。
issue-unknown-member = この名前の項目はありません。つづりを確かめてください。
issue-unknown-format = この形式 ({ $found }) はありません。あるのは形式 1 と 2 です。
issue-newer = 形式 { $found } は、新しい版の mamori のものです。まちがいではありません。mamori を新しくすると読めます。
issue-not-an-id = 「{ $text }」は名前に使えません。使えるのは英小文字と数字と - で、64文字までです。
issue-duplicate = 「{ $text }」が2回書かれています。
issue-empty-text = 文が空です。
issue-too-long = 文が長すぎます。{ $most }文字までです。
issue-hidden-character = 目に見えない文字 ({ $code }) が入っています。消してください。
issue-not-a-language = 「{ $text }」は言語の名前ではありません。ja や en のように書きます。
issue-missing-language = { $language } の文がありません。languages に並べた言語の文が全部要ります。
issue-unlisted-language = { $language } は languages に並んでいません。
issue-not-a-version = 「{ $text }」は版の番号ではありません。1.0.0 のように書きます。
issue-not-a-date = 「{ $text }」は日付ではありません。2024-08-16、2024-08、2024 のように書きます。
issue-not-a-url = 「{ $text }」はアドレスではありません。https:// か http:// ではじまる半角文字で書きます。
issue-not-one-of = 「{ $text }」は書けません。書けるのは { $choices } のどれかです。
issue-not-a-range = 「{ $text }」は目安ではありません。{ $steps } のどれか、または2つを - でつないで書きます。
issue-reversed-range = 「{ $text }」の順が逆か、同じものが2つです。小さいほうを先に書きます。
issue-not-between = { $found } は書けません。{ $least }から{ $most }までの整数です。
issue-too-few = 足りません。要るのは{ $least }以上、今は{ $found }です。
issue-too-many = 多すぎます。{ $most }までですが、今は{ $found }です。

issue-no-such-form = 「{ $id }」という情報の形 (forms) はありません。
issue-no-such-section = 「{ $id }」という分野 (sections) はありません。
issue-no-such-question = 「{ $id }」という質問 (questions) はありません。
issue-no-such-point = 「{ $id }」という確かめる点 (points) は、この質問にありません。
issue-no-such-measure = 「{ $id }」という方法 (measures) は、この質問にありません。
issue-no-such-contact = 「{ $id }」という相談先 (contacts) はありません。
issue-no-such-term = 「{ $id }」ということば (terms) はありません。
issue-no-such-pack = 「{ $id }」という質問集はありません。

issue-point-not-closed = この点をそろえる方法がありません。どれかの方法の closes に入れてください。
issue-point-not-closed-for = 情報の形が「{ $form }」だけのとき、この点をそろえる方法が1つも出ません。方法の forms を確かめてください。
issue-none-everywhere = どの点にも「関係なし」(none) があります。どの会社にも当てはまる点が1つ要ります。
issue-none-everywhere-for = 情報の形が「{ $form }」だけのとき、出る点のどれにも「関係なし」(none) があります。どの会社にも当てはまる点が1つ要ります。
issue-still-there = この名前はまだ使われています。名前が変わったか、なくなったものだけを書きます。
issue-renamed-in-circle = 名前の変わり先をたどると、元に戻ってしまいます。
issue-renamed-and-removed = この名前は renamed にも removed にもあります。どちらかにしてください。
issue-cheaper-than-before = 前の方法より安く済みます。方法は、費用、手間の順に、小さいものから並べます。
issue-section-never-asked = この分野には、聞かれる質問がありません。
issue-known-on-wall = ここは壁に貼ってよい紙です。チェックの中身 (known、information) は載せられません。
issue-cells-not-columns = この行には、印の列を除いた{ $columns }列分の文 (か null) が要りますが、今は{ $cells }です。
issue-follows-itself = 自分のあとに続くことはできません。
issue-followed-missing = 前に置く質問集「{ $id }」がないか、読めません。
