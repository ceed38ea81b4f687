### コマンド: ヘルプと返事

cli-about = まもり: 技術の大事な情報を守れているかを、はじめて確かめるための道具です。認証ではありません。
cli-heading-usage = 使い方:
cli-heading-commands = コマンド:
cli-heading-words = 書くもの:
cli-heading-options = 指定:
cli-examples =
    例:
      mamori                      はじめる。前のチェックがあれば、その続きから
      mamori list                 チェックの一覧を見る
      mamori show                 最後に直したチェックの結果を見る
      mamori show --json          同じものをJSONで
      mamori scope --forms paper  紙だけの会社に聞くことを見る
cli-list = チェックの一覧を出します。
cli-show = チェックの結果を出します。ファイルは変えません。
cli-scope = 情報の形に応じて、どの分野を聞くかを出します。
cli-criteria = 問いの組 (自分で作ったものも) を調べます。
cli-criteria-list = 今ある問いの組を出します。
cli-criteria-check = 問いの組のファイルに間違いがないか調べます。
cli-criteria-schema = 問いの組の書き方 (JSON Schema) を出します。
cli-keys = キーの表を出します。
cli-paths = ファイルの置き場所を出します。
cli-completions = シェル (bash、zsh、fish、powershell、elvish) の補完を出します。
cli-man = man のページを出します。
cli-help-of = コマンドの説明を出します。
cli-help-command = 説明を見るコマンド。書かなければ全体
cli-shell = シェル。bash、zsh、fish、powershell、elvish のどれか
cli-case = チェック。id、そのはじめの何文字か、名前のどれか。書かなければ最後に直したもの
cli-case-too = 同じことを --case で書くとき
cli-data-dir = 答えを置くフォルダ (環境変数 MAMORI_DATA_DIR でも)
cli-lang = 言語。ja か en など (環境変数 MAMORI_LANG でも)
cli-help = この説明を出します
cli-show-version = 版の番号を出します
cli-plain = 画面を使わず、番号を打って答えます。読み上げソフトや、パイプで使うとき
cli-no-mouse = マウスを使いません。画面の文字を選んで写すとき
cli-width = ⅠやⅡのような文字の幅。auto (端末に聞く)、narrow (1桁)、wide (2桁)。書かなければ auto
cli-json = JSONで出します
cli-forms = 情報の形。paper (紙)、data (データ)、object (モノ) をコンマでつなぎます
cli-pack = 問いの組。書かなければ最低限の部分
cli-file = 問いの組のファイル
cli-markdown = Markdownの表で出します

err-no-home = 答えを置くフォルダを決められません。このパソコンでは、自分のフォルダ (ホーム) の場所が分かりません。
rec-no-home = 「--data-dir フォルダ」か、環境変数 MAMORI_DATA_DIR で、場所を決めてください。
err-no-cases = チェックはまだありません。
rec-no-cases = 「mamori」ではじめられます。
err-no-such-case = 「{ $case }」に当たるチェックはありません。
rec-no-such-case = 「mamori list」で一覧が見られます。
err-several-cases = 「{ $case }」に当たるチェックが、いくつかあります。
rec-several-cases = 次のどれかの id を、全部書いてください。
err-last-unread = 読めないチェックがあるので、どれが最後に直したものか分かりません: { $ids }
rec-last-unread = 何も変えていません。チェックの名前か id を書いてください。「mamori list」で一覧が見られます。
several-case = {"  "}{ $id }  { $title }  { $updated }
several-case-unread = {"  "}{ $id }  (今は読めません)
err-cannot-print = 出力できませんでした。(パソコンの返事: { $reason })

list-empty = チェックはまだありません。「mamori」ではじめられます。
list-id = id
list-title = 名前
list-updated = 最後に直した日
list-state = 様子

scope-count = 聞くのは{ $questions }問です。
scope-asked = { $questions }問
scope-not-asked = 聞かない
scope-all = どの会社にも
scope-heading = どの会社にも (柱書きだけ)
scope-form = えらんだ形なので
scope-form-not-chosen = えらんでいない形なので

criteria-usable = 使えます
criteria-wrong = 使えません (間違い{ $issues }件)
criteria-not-json = 使えません (JSONではない)
criteria-unreadable = 使えません (読めない)
criteria-other-id = 使えません (ファイルの名前と中の id が違う)
criteria-built-in = まもりに入っているもの
criteria-own = 自分のもの: { $path }
criteria-overriding = 自分のもの (同じ名前の、まもりに入っているものの代わり): { $path }
criteria-fine = { $path }: 間違いはありません。({ $pack } { $version }、{ $questions }問)
criteria-issues = 間違いは{ $issues }件です。

paths-there = あり
paths-not-there = まだない
paths-data = 置き場所
paths-cases = チェック
paths-history = チェックの控え
paths-bin = 捨てたもの
paths-damaged = わきによけたファイル
paths-reports = 不具合の記録
paths-criteria = 自分の問いの組
paths-locales = 自分のことば
paths-settings = 設定

keys-key = キー
keys-does = 何をするか
keys-where = どこで
keys-everywhere = どこでも
keys-on-every-screen = どの画面でも
keys-in-every-field = 文字を書く所
keys-on-first = はじめの画面
keys-on-forms = 情報の形や記録など、印をつける画面
keys-on-question = 問い
keys-on-measures = 費用を抑える方法
keys-on-overview = 一覧
keys-on-tasks = はじめにすること
keys-on-others = ほかの画面
keys-in-filter = 絞りこみ
keys-in-field = 一行の欄
keys-in-note = メモ

cli-history = チェックの控え (前の版) の一覧を出します。
cli-restore = チェックを控えに戻します。今のものも控えに残ります。
cli-delete = チェックを捨てます。30日のあいだ戻せます。
cli-bin = 捨てたものの一覧を出します。
cli-bin-restore = 捨てたものを一覧に戻します。
cli-bin-empty = 捨てたものを全部、今すぐ消します。
cli-lock = すべてのチェックに、合言葉の鍵をかけます。
cli-unlock = 合言葉の鍵を外します。
cli-passphrase = 合言葉を変えます。
cli-case-named = チェック。id、そのはじめの何文字か、名前のどれか
cli-generation = 控えの名前 (mamori history に出るもの)。書かなければ、いちばん新しい、読めるもの
cli-bin-name = 捨てたものの名前 (mamori bin に出るもの)
cli-yes = 確かめずに進みます

history-empty = 控えはまだありません。
history-name = 控えの名前
restore-done = 控え { $name } ({ $written }) に戻しました。戻す前のものも控えに残っています。
err-newest-unread = いちばん新しい控え { $name } が読めません。
rec-newest-unread = 何も変えていません。「mamori history」で一覧を見て、戻したい控えの名前を書いてください。
restore-aside = 読めなかったファイルは、ここによけました: { $path }
err-no-generation = その控えはないか、読めません。
rec-no-generation = 何も変えていません。「mamori history」で一覧が見られます。
delete-done = 捨てました。{ $days }日のあいだは「mamori bin restore」で戻せます。
bin-name = 名前
bin-kept-until = いつまで戻せるか
err-not-in-bin = 「{ $name }」は、捨てたものの中にありません。
rec-not-in-bin = 「mamori bin」で一覧が見られます。
err-case-held = このチェックは、ほかの mamori で開いています。
rec-case-held = 何も変えていません。ほかの mamori を終わらせてから、もう一度してください。

cli-export = チェックの結果を、印刷用やExcelなどのファイルに書き出します。
cli-import = 書き出したJSONやチェックのファイルを読み込みます。
cli-format = 形: html (印刷)、xlsx (Excel)、md、csv、json (まるごと。読み込める)、ndjson (1問1行)、application (申込みの下書き)、application-md。書かなければ、ファイルの名前の終わりから
cli-output = 書き出すファイル。- か、書かなければ、画面 (標準出力) へ
cli-anonymous = 会社と人の名前、メモ、理由、場所を入れません
cli-all = 読めるチェックを全部 (ndjsonだけ)
cli-replace = 同じ名前のファイルがあれば、置きかえます
cli-import-file = 読み込むファイル。- は標準入力
cli-import-replace = 同じチェックがあれば、置きかえます。今のものは前の版に残ります
cli-import-new = 同じチェックがあれば、新しいチェックにします

export-done = 「{ $title }」を書き出しました ({ $questions }問、はじめにすること { $tasks }つ): { $path }
export-all-done = チェック { $cases }件を書き出しました: { $path }
export-unread = 読めないチェックが { $count }件あり、入っていません。
export-exists = 同じ名前のファイルがあります。置きかえると、今のものはなくなります: { $path }
err-export-exists = 同じ名前のファイルがあります: { $path }
rec-export-exists = そのファイルには手をつけていません。別の名前にするか、--replace を付けてください。
rec-export = 途中までのファイルは残していません。チェックはそのままです。別の場所にするか、空きや許可を確かめて、もう一度書き出してください。
import-done = 「{ $title }」を読み込みました ({ $id })。答え { $answers }件。
import-done-new = 「{ $title }」を新しいチェックとして読み込みました ({ $id })。答え { $answers }件。
import-done-replaced = 「{ $title }」を読み込んで置きかえました ({ $id })。答え { $answers }件。前のものは「前の版」に残っています。
import-same = 「{ $title }」と同じものが、もうあります ({ $id })。答え { $answers }件。何も変えていません。
rec-import = 何も変えていません。「mamori export --format json」で書き出したファイルか、チェックのファイルを読み込めます。
err-import-exists = 「{ $title }」は、もうあります。
rec-import-exists = 何も変えていません。置きかえるなら --replace (今のものは前の版に残ります)、別のチェックにするなら --new を付けてください。
err-import-no-case = チェックとして読み込めません: { $path }
cli-compare = 二つのチェックを項目ごとに比べます。
cli-compare-before = 前のチェック
cli-compare-after = 後のチェック
err-export-folder = それはフォルダの名前なので、書き出せませんでした: { $path }
rec-export-folder = フォルダには手をつけていません。チェックはそのままです。その中に置くファイルの名前まで書いてください。
err-export-gone = 置き場所のフォルダがないので、書き出せませんでした: { $path }
err-export-not-a-folder = 置き場所のフォルダの名前が、ファイルのものなので、書き出せませんでした: { $path }
rec-export-place = 途中までのファイルは残していません。チェックはそのままです。フォルダの名前を確かめて、もう一度書き出してください。
err-export-denied = そこに書く権限がないので、書き出せませんでした: { $path }
err-export-read-only = 書き込み禁止の場所なので、書き出せませんでした: { $path }
err-export-no-space = 空きがないので、書き出せませんでした: { $path }
err-export-other = 書き出せませんでした: { $path } (パソコンの返事: { $reason })
err-input-unreadable = 渡された中身を読めませんでした (パソコンの返事: { $reason })。
rec-input-unreadable = 何も変えていません。ファイルの名前を書いても読み込めます。
import-empty = ファイルは空です。
import-not-utf8 = UTF-8で書かれていません。
import-too-large = 大きすぎます。{ $megabytes }MBまで読み込めます。
import-not-json = { $line }行目の{ $column }文字目から、JSONとして読めません。
import-wrong-shape = 足りないか読めない項目があります: { $place }
import-newer = もっと新しい版の mamori で書かれています。(ファイルの形式: { $format })
import-other = チェックとして読める中身ではありません。
