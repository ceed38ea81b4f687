### 引数の間違い

usage-unknown-command = 「{ $command }」というコマンドはありません。コマンドは { $commands } です。
usage-unknown-flag = { $flag } という指定は、ここでは使えません。
usage-unexpected-word = 「{ $word }」は余分です。
usage-missing-value = { $flag } のあとに値がありません。
usage-wrong-value = { $flag } に「{ $value }」は書けません。書けるのは { $values } です。
usage-no-value-here = { $flag } には値をつけません。
usage-twice = { $flag } は一度だけ書いてください。
usage-not-together = { $flag } と { $other } は、どちらか一つだけ書いてください。
usage-missing-word = { $word } を書いてください。
usage-missing-command = criteria のあとに list、check、schema のどれかを書いてください。
usage-not-unicode = 引数に、文字として読めないものがあります。
usage-two-cases = チェックは一つだけ指定してください。
usage-no-case-here = { $command } では --case を使いません。
usage-unknown-form = 「{ $form }」という情報の形はありません。書けるのは { $forms } です。
usage-other = 引数の書き方が違います。
usage-see-help = 使い方は「{ $command } --help」で見られます。
usage-which-format = どの形で書き出すかを、--format で書いてください。
usage-all-is-ndjson = --all は、--format ndjson のときだけ使えます。
usage-not-to-a-terminal = この形は画面に出せません。--output でファイルを書いてください。
usage-unknown-paper = 「{ $paper }」というひな形はありません。
usage-which-paper = どのひな形を作るか、名前を書いてください。ひな形の一覧は「mamori paper list」、はじめの6つは --first です。
usage-which-paper-format = どの形で作るかを、--format で書いてください。
usage-blank-has-no-case = --blank は何も入れないので、チェックの名前は要りません。
