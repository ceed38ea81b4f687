### はじめの画面、チェックの一覧、情報の形、名前

leave = 終わる
open-about = この道具について (確かなこと、未確認のこと、置き場所)
empty = { "" }
moment = { $day } { $time }
day = { $month }月{ $day }日
day-of-year = { $year }年{ $month }月{ $day }日
month-of-year = { $year }年{ $month }月
joined = { $before }・{ $next }

welcome-title = 技術の大事な情報の守りを、はじめて確かめる道具です。
welcome-questions = 外に出ると困るもの(図面、お客さんから預かったもの、加工のやり方、試作品)について、1問ずつ聞きます。{ $fewest }問から{ $most }問、15分から30分ほどです。
welcome-stop = いつやめてもかまいません。答えは1問ごとに残します。
welcome-network = ネットワークは使いません。
welcome-basis = 国の技術情報管理認証制度の、改正前(2018年)の基準のうち、国の指針が「必要最低限の措置の部分」と呼んだ所をもとにしています。2024年8月からの「義務項目」と同じとは限りません。質問の文は、この道具が書いたものです。
pack-not-used = 質問集「{ $pack }」を置きかえるファイルが、使えません。この道具の質問集で続けます。(わけは mamori criteria list と mamori criteria check で分かります)
pack-added-not-used = 足した質問集「{ $pack }」のファイルが、使えません。ほかの質問集は、いつもどおり使えます。(わけは mamori criteria list と mamori criteria check で分かります)
packs-folder-unread = 足した質問集のフォルダの中を、見られません。この道具の質問集で続けます。(わけは mamori criteria list で分かります)
welcome-begin = はじめる

# Both in English and in ASCII alone in every language: on a bare Linux console nothing else can be read.
console-may-not-draw = This console may not be able to draw Japanese. For English, press l.
console-ascii-only = This terminal is not set to UTF-8, so this is English, and Japanese is shown as ???. The answers are kept as they are.
console-speaks-english = This console may not be able to draw Japanese, so this is English.

start-title = 前にはじめたチェックがあります。
start-last = 前回の続き
start-last-readable = 読めるものの中で、いちばん新しいもの
start-damaged = 読めなくなったチェックがあります ({ $count }件)。戻せるか見る
start-shut = 開けないチェックがあります ({ $count }件)。わけを見る
start-due = すること: { $due }
start-new = 新しくはじめる
start-others = ほかのチェックを開く
start-resumed = { $when } の続きです。{ $asked }問のうち { $answered }問に答えています。
start-still-saving = まだ保存の途中です。「保存済み」と出てから、もう一度えらんでください。

cases-title = どのチェックを開きますか。
cases-narrow = 名前や日で絞る:
cases-none = 当てはまるチェックはありません。文字を消すと、全部が出ます。
cases-progress = { $asked }問のうち { $answered }問
cases-gaps = そろっていない { $gaps }件
cases-state-damaged = 読めません
cases-state-too-large = 大きすぎて読めません
cases-state-newer = 新しい版のもの
cases-state-no-pack = 質問集が使えない
cases-unnamed = 名前が読めないチェック ({ $id })
cases-cannot-open = 開けませんでした。ファイルはそのままです。もう一度えらぶか、ほかのチェックを開いてください。{ $reason }。
cases-cannot-open-gone = 開けませんでした。ファイルが見つかりません。USBメモリなどに入れているときは、つなぎ直してから、もう一度えらんでください。
cases-cannot-open-denied = 開けませんでした。このファイルを読むことが、許されていません。ファイルはそのままです。
cases-cannot-open-damaged = 開けませんでした。ファイルがこわれていて読めません。ファイルはそのままです。「整理する」で、控えがあるかを見られます。
cases-cannot-open-too-large = 開けませんでした。ファイルが大きすぎます。手では書けない長さの文か、たくさんの値が入っています。ファイルはそのままです。別のファイルがこの名前で置かれていないか、確かめてください。
cases-cannot-open-link = 開けませんでした。チェックの名前で、ほかの場所への近道 (シンボリックリンク) があります。先のファイルには手をつけていません。近道の代わりに、ファイルそのものを置いてください。
cases-cannot-open-not-a-file = 開けませんでした。チェックの名前で、ファイルではないもの (フォルダなど) があります。それには手をつけていません。ほかの場所に移してください。
cases-newer = このチェックは、新しい版の mamori で作られています。ファイルはそのままです。新しい版で開いてください。
cases-no-pack = このチェックに使われている質問集が、このパソコンにないか、使えません。ファイルはそのままです。(どちらかは mamori criteria list で分かります)
case-default-title = { $day }のチェック
case-of-firm = { $firm }: { $title }

firms-title = 支援先の一覧
firms-none = 当てはまる会社はありません。文字を消すと、全部が出ます。
firms-all-checks = チェックの一覧を開く (前のチェック、整理)
firms-due = 過ぎた { $over }・今月 { $soon }
firms-columns = 右の数は、そろっていない件数、答えた数、最後に直した日です。
firms-not-in-place = { $gaps }件

others-hidden = ほかの会社を隠しました。出ているのは、この会社だけです。
others-shown = ほかの会社も出しています。
others-are-hidden = ほかの会社は隠しています。
hidden-find = 会社の名前を入れると、その会社だけが出ます。
hidden-not-opened = ほかの会社のチェックなので、開いていません。先に、隠すのをやめてください。
hide-choose-first = どの会社だけにするか、まだ決まっていません。支援先の一覧で会社に合わせるか、チェックを開いてから、もう一度どうぞ。
show-others = ほかの会社も出す
show-others-title = ほかの会社も出しますか
show-others-what = ほかの会社の名前が、画面に出るようになります。だれかが見ているときは、隠したままにしてください。
show-others-not = 隠したままにする
show-others-do = ほかの会社も出す

own-notes-open = 自分だけのメモ (次の訪問、よみ、分類)
own-notes-title = 自分だけのメモ
own-notes-stay = 会社には出ません。書き出し、紙、渡すファイルのどれにも入らず、このパソコンに残ります。
own-notes-closed = ほかの会社を隠している間は、自分だけのメモを出しません。
own-notes-awaited = 読んでいます。
own-notes-unreadable = メモのファイルは、そのままにしてあります。書きかえません。戻せたら、また開いてください。
own-notes-reading = よみ
own-notes-visit = 次の訪問
own-notes-tags = 分類
own-notes-note = 会社のメモ
own-notes-question = 質問: { $label }
own-notes-counting = 集計用の業種と人数 (チェックに入ります)
own-notes-nothing = (まだ)
own-notes-kept = 自分だけのメモを保存しました。
own-notes-foreign-kept = 保存しました。ほかのプログラムが書いたメモは、読めないファイルの置き場 (damaged) に残してあります。
own-notes-not-kept = 自分だけのメモを保存できませんでした。{ $reason }。文字はこの画面に残っています。
own-notes-retry = もう一度保存する
own-notes-unsaved = 前に開いた会社のメモが、まだ保存できていません。もう一度保存しています。
own-notes-leave-unsaved = 自分だけのメモが保存できていません。もう一度「終わる」をえらぶと、保存しないで終わります。
own-notes-no-firm = この会社のメモは、まだ書けません。会社に合わせるか、チェックを開いて、一つ答えてからもう一度どうぞ。
firms-columns-visits = 右は、次の訪問、過ぎたものと今月までのもの、そろっていない件数、答えた数、最後に直した日です。
firms-notes-unread = 読めない「自分だけのメモ」があります。ファイルはそのままです。

forms-title = 外に出ると困る情報は、どんな形で持っていますか。
forms-all-that-apply = 当てはまるものを全部えらんでください。
forms-count-none = どの会社にも{ $everyone }問あります。えらんだ形の分が加わります。
forms-count = { $asked }問になります ({ $sum })。
forms-count-everyone = どの会社にも{ $everyone }問
forms-count-plus = { $sum } + { $form }に{ $questions }問
forms-later = あとで変えられます。変えても、答えたことは消えません。
forms-reading = 紙・データ・モノという分け方と、基準のIII・IV・Vへの当てはめは、この道具の読みです (未確認)。迷ったら、全部えらんでください。
forms-done = 次へ
forms-information = 守る情報の一覧から考える
forms-choose-one = 一つはえらんでください。迷ったら、全部でかまいません。
forms-kept = 一つもえらばれていないので、前にえらんだ形のままにしました。

name-title = このチェックに名前をつけますか。
name-label = 名前:
name-offered = つけなければ「{ $title }」になります。そのままEnterでかまいません。
name-where-shown = 名前は、チェックの一覧、画面の左上、書き出したファイルに出ます。
name-done = 次へ

place-language = { $language } は l

### 一覧で探すことば (画面には出ない)
find-not-begun = 未着手
find-begun = 途中
find-finished = 終わった 入力済み

## すること
due-this-month = 今月まで { $soon }件
due-over = 過ぎたもの { $over }件
due-both = 過ぎたもの { $over }件、今月まで { $soon }件
due-in-other-walk = 日の決まった「すること」は、もう一つの質問集の中です。この行から開けます。
