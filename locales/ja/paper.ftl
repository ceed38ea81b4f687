### ひな形: 印刷して署名する紙

paper-foot = この道具が作った例です。国や認証機関が決めた用紙ではありません。
paper-foot-not-ours = このパソコンに置かれたひな形から作りました。この道具の例ではありません。
paper-caution = 使う前に:
paper-sign = 署名
paper-day = 日付

paper-reach-wall = 掲示してよい
paper-reach-inside = 会社の中だけ (社内)
paper-reach-confidential = 社外秘

paper-first = はじめの6つ
paper-list-how = 作るには「mamori paper 名前 --output ファイル」と書きます。はじめの6つをまとめるなら「mamori paper --first --format docx --output ファイル」。
paper-done = 「{ $title }」から、ひな形 { $papers }種類、{ $pages }ページを作りました。署名してしまうまで、記録は「まだ」です: { $path }
paper-done-blank = 何も入れないひな形 { $papers }種類、{ $pages }ページを作りました: { $path }
papers-not-used = 質問集「{ $pack }」のひな形のファイルが、使えません。この道具のひな形があれば、それで続けます。(わけは「mamori criteria check ファイル」で分かります)
rec-unknown-paper = ひな形の名前は「mamori paper list」で見られます。
rec-paper-blank = チェックがなくても、--blank で何も入れない紙を作れます。
criteria-fine-papers = { $path }: 間違いはありません。({ $pack } のひな形 { $version }、{ $papers }種類)
