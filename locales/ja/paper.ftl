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
paper-list-of = チェック「{ $title }」の順
paper-list-how = 作るには「mamori paper 名前 --output ファイル」と書きます。はじめの6つをまとめるなら「mamori paper --first --format docx --output ファイル」。
paper-done = 「{ $title }」から、ひな形 { $papers }種類、{ $pages }ページを作りました。署名して保管するまで、記録は「まだ」です: { $path }
paper-done-blank = 何も入れないひな形 { $papers }種類、{ $pages }ページを作りました: { $path }
papers-not-used = 質問集「{ $pack }」のひな形のファイルが、使えません。この道具のひな形があれば、それで続けます。(わけは「mamori criteria check ファイル」で分かります)
rec-unknown-paper = ひな形の名前は「mamori paper list」で見られます。
rec-paper-blank = チェックがなくても、--blank で何も入れない紙を作れます。
criteria-fine-papers = { $path }: まちがいはありません。({ $pack } のひな形 { $version }、{ $papers }種類)

## 画面
papers-title = ひな形の一覧
papers-what = 印刷して署名し、保管する紙です。分かるところは、このチェックから入ります。
papers-wanted = この質問に
papers-for-tasks = はじめにすることに
papers-other = ほかのひな形
paper-for-task = { $label }: { $measure }
paper-for-points = 確かめる点: { $points }
papers-make-first = はじめの{ $count }つをまとめて、印刷用に作る
papers-open = ひな形の一覧
papers-open-what = 印刷して署名する紙
papers-none-here = ここに合うひな形はありません。ひな形は、結果の「ひな形の一覧」に全部あります。
paper-file-not-used = 質問集「{ $pack }」のひな形のファイルが、使えません。
paper-make = この紙を作る: { $paper }
paper-how = 分かるところだけで作れます。空のところは、手で書く線になります。
paper-by-hand = (手で書く)
paper-takes-list = { $count ->
    [0] 「守る情報の一覧」がまだ空なので、行は空のままです。
   *[other] 「守る情報の一覧」から { $count }行が入ります。
}
paper-examples = 例の文が入ります。合わないところは、紙の上で消せます。
paper-print = 印刷する
paper-print-how = ブラウザで開いて印刷
paper-word = Wordで直す
paper-excel = Excelで使う
paper-pages = A4 { $pages }枚
paper-print-blank = 何も入れずに印刷する
paper-made = 書きました: { $path }
paper-made-to-print = 書きました。ブラウザで開いて、印刷してください: { $path }
paper-made-in-doubt = 書きましたが、うまくいかなかったことがあります ({ $reason })。ファイルを開いて確かめてください: { $path }

homework-open = 宿題の紙を作る (置いて帰る1枚)
homework-title = 宿題
homework-holds = 置いて帰る1枚です。すること、だれが、いつまでか、次に伺う日が入ります。答えやメモは入りません。
homework-comes = 次に伺う日
homework-no-visit = (書かない)
homework-take-visit = 自分だけのメモの { $day } を書く
homework-make = 宿題を書き出す (印刷用)
homework-day = { $day }
homework-visit = 次に伺う日: { $day }
homework-what = すること
homework-who = だれが
homework-by = いつまで
homework-rest = このほかに { $count }件あります。くわしくは結果を見てください。
homework-nothing = 今、決まっている宿題はありません。
homework-written = 宿題を書きました: { $path }
paper-put-away-title = 署名して、保管したら:
paper-put-away = 保管した: { $record }
paper-no-record-yet = 作っただけでは、記録は「まだ」です。署名して「保管した」に印をつけてください。
profile-manager = 責任者
profile-deputy = 代わりの人
profile-contact = 連絡先
file-open = 開く: { $path }
file-not-opened = 開けませんでした。ファイルはここにあります: { $path }
record-details-open = 記録の置き場所と日を書く
record-details-title = 記録の置き場所と日
record-place = 置き場所
record-day = 日
visit-is-over = { $day }は、もう過ぎています。次に伺う日を書いてください。
day-not-understood = 日として読めません。「2026-11-20」か「11/20」のように書いてください。日は変えていません。
review-points = この質問の点を見直す: { $label }
key-paper = ひな形
key-back-to-papers = ひな形の一覧へ
key-back-to-paper = ひな形へ
task-done-points = 済みにしました。そろった点には、このすることを開いて「この質問の点を見直す」から、印をつけられます。
