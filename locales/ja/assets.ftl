### 自分で置いたファイル (質問集、ことば) が使えないとき

err-file-too-large = ファイルが大きすぎます。{ $megabytes }MBまで読めます: { $path }
rec-file-too-large = ファイルには手をつけていません。別のファイルを指していないか確かめてください。
err-file-encoding = { $encoding }文字が読めません: { $path }
rec-file-encoding = ファイルには手をつけていません。文字コードをUTF-8にして、保存し直してください。
err-file-gone = ファイルがありません: { $path }
rec-file-gone = ファイルの名前と場所を確かめてください。
rec-file-place-gone = USBメモリや共有フォルダがつながっているかを確かめて、もう一度してください。
err-file-denied = ファイルを開く許可がありません: { $path }
rec-file-denied = ファイルには手をつけていません。ファイルの許可を確かめてください。
err-file-in-use = ほかのプログラムが開いているため、ファイルを読めません: { $path }
rec-file-in-use = ファイルには手をつけていません。Excel などで開いていれば閉じて、もう一度してください。
err-file-not-a-file = ファイルではありません: { $path }
rec-file-not-a-file = フォルダや装置ではなく、ファイルを書いてください。
err-file-unreadable = ファイルを読めませんでした。{ $reason }: { $path }
rec-file-unreadable = ファイルには手をつけていません。続くときは、パソコンに詳しい人に上の文を見せてください。

err-pack-name = 名前がちがうので、質問集やひな形として使っていません: { $path }
rec-pack-name = ファイルには手をつけていません。名前を「質問集の id.json」(ひな形は「id.papers.json」) にすると使えます。半角の英数字とハイフンだけで、終わりは小文字の .json です。
err-pack-missing = 質問集「{ $pack }」が、このパソコンにありません。
rec-pack-missing = チェックのファイルには手をつけていません。「mamori criteria list」で、今ある質問集が見られます。
err-pack-not-json = JSONとして読めません。{ $line }行目の{ $column }文字目からです: { $path }
rec-pack-not-json = ファイルには手をつけていません。その場所の、かっこ、コンマ、引用符を確かめてください。
err-pack-wrong = 質問集のファイルにまちがいが{ $issues }件あります: { $path }
rec-pack-wrong = チェックのファイルには手をつけていません。まちがいは「mamori criteria check { $path }」で見られます。

err-words-not-a-language = 言語の名前ではないため、使っていません: { $code }
err-words-not-a-message = 文として読めない所は使っていません: { $language }/{ $file }: { $excerpt }
err-words-too-deep = かっこが深すぎるため、使っていません: { $language }/{ $file }
