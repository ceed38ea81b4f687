### 書きこむExcel: 表の中の言葉と、返ってきたときに言うこと

fill-title = 自己チェックの質問
fill-title-of = 自己チェックの質問と答え: { $title }
fill-sheet-answers = こたえ
fill-sheet-records = 記録
fill-has-notes = メモも入っています。続きを頼む人だけに渡してください。
fill-how-cells = うすい黄色の欄に書いてください (灰色の欄には書きません)。分からない所は、空いたままでかまいません。
fill-how-points = 質問の下の行ごとに「はい」か「いいえ」をえらべば、質問の答えは空いたままでかまいません。調べても分からない質問は、答えを「わからない」にしてください。
fill-how-back = 書きおわったら、保存して、このファイルのまま返してください。行や列は、消したり並べかえたりしないでください。
fill-filled-by = 書いた人 (なくてもかまいません)
fill-column-question = 質問 (下の行は、確かめる点)
fill-column-answer = 答え
fill-column-who = だれがするか
fill-column-by = いつまでにするか
fill-column-on = いつから
fill-walk = 質問集: { $title }
fill-yes = はい
fill-no = いいえ
fill-none = 関係なし
fill-point-none = (「関係なし」をえらぶのは: { $none })
fill-choose = 右の矢印を押して、出てくる言葉からえらんでください。
fill-end = ここまでです。ありがとうございました。
fill-records-title = 守っていることを見せられる記録
fill-how-records = 今ある記録だけ、「ある」をえらんで、置き場所と、いつからあるかを書いてください。全部そろえる必要はありません。
fill-blank-done = 空の質問 ({ $questions }問) を書き出しました: { $path }
