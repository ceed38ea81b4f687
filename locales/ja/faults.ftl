## 書けないとき

err-save = 書けませんでした。{ $reason }: { $path }
err-save-too-large = { $megabytes }MBより大きいファイルになるため、書けませんでした: { $path }
rec-save-no-space = チェックは前のままです。いらないファイルを消して空きを作り、もう一度してください。
rec-save-read-only = チェックは前のままです。書き込みの禁止を外してから、もう一度してください。
rec-save-denied = チェックは前のままです。ファイルとフォルダの権限を確かめて、もう一度してください。
rec-save-gone = チェックは前のままです。USBメモリーや共有フォルダをつなぎ直して、もう一度してください。
rec-save-not-a-folder = チェックは前のままです。そのファイルの名前を変えて、もう一度してください。
rec-save-too-large = チェックは前のままです。長いメモを短くしてから、もう一度してください。
rec-save-other = チェックは前のままです。もう一度してください。続くときは、パソコンに詳しい人に上の文を見せてください。
rec-save-unsure = どこまで済んだか、今は確かめられません。装置やつなぎ先を確かめてから、「mamori list」と「mamori bin」で見てください。

## 読めないとき

err-read = 読めませんでした。{ $reason }: { $path }
rec-read-denied = 何も変えていません。ファイルとフォルダの権限を確かめて、もう一度してください。
rec-read-gone = 何も消していません。USBメモリーや共有フォルダをつなぎ直して、もう一度してください。
rec-read-not-a-folder = そのファイルには手をつけていません。そのファイルの名前を変えて、もう一度してください。
rec-read-other = 何も変えていません。もう一度してください。続くときは、パソコンに詳しい人に上の文を見せてください。

## 済んだのに、失敗の返事があったとき

done-in-doubt = 済んでいることを、ディスクで確かめました。ただし、最後にディスクから失敗の返事がありました。停電などがあると、前に戻ることがあります。{ $reason }: { $path }

## チェックのファイルを開けないとき

err-case-gone = このチェックのファイルがありません。
rec-case-gone = ほかのチェックは無事です。ファイルを移したか、名前を変えたときは、元に戻してください。
rec-case-denied = ファイルには手をつけていません。ファイルの権限を確かめて、もう一度開いてください。
err-case-unreadable = このチェックのファイルを読めませんでした。{ $reason }。
rec-case-unreadable = ファイルには手をつけていません。もう一度開いてください。続くときは、パソコンに詳しい人に上の文を見せてください。
err-case-too-large = このチェックのファイルは大きすぎます。{ $megabytes }MBまで読めます。
rec-case-too-large = ファイルには手をつけていません。別のファイルが、この名前で置かれていないか確かめてください。
err-case-empty = このチェックのファイルは空です。
rec-case-empty = ファイルには手をつけていません。控えがあれば、そこから開いてください。
err-case-encoding = このチェックのファイルの文字が読めません。{ $encoding }
rec-case-encoding = ファイルには手をつけていません。手で書き直したときは、UTF-8で保存し直してください。控えがあれば、そこからも開けます。
err-case-not-json = このチェックのファイルは壊れています。{ $line }行目の{ $column }文字目から読めません。
rec-case-not-json = ファイルには手をつけていません。控えがあれば、そこから開いてください。手で書き直したときは、その場所を確かめてください。
err-case-wrong-shape = このチェックのファイルには、足りないか読めない項目があります: { $place }
rec-case-wrong-shape = ファイルには手をつけていません。控えがあれば、そこから開いてください。手で書き直したときは、その項目を確かめてください。
err-case-newer = このチェックは、もっと新しい版で保存されています。（ファイルの形式: { $format }）
rec-case-newer = ファイルには手をつけていません。新しい版を入れると開けます。
err-case-copy = これは、チェック { $id } のファイルを写したものです。
rec-case-copy = どちらのファイルにも手をつけていません。元のチェックを開いてください。

err-save-held = ほかの mamori が使っているため、できませんでした: { $path }
rec-save-held = チェックは前のままです。ほかの mamori を終わらせてから、もう一度してください。
err-save-taken = 同じ名前のものがもうあるため、できませんでした: { $path }
rec-save-taken = どちらもそのままです。そこにあるものを移してから、もう一度してください。
err-save-link = フォルダがあるはずの場所に、ほかの場所への近道（シンボリックリンク）があるため、書きませんでした: { $path }
rec-save-link = 近道の先には手をつけていません。近道を外してから、もう一度してください。
err-case-link = このチェックのファイルは、ほかの場所への近道（シンボリックリンク）です。
rec-case-link = 先のファイルには手をつけていません。近道の代わりに、ファイルそのものを置いてください。
err-case-not-a-file = このチェックの名前で、ファイルではないもの（フォルダなど）があります。
rec-case-not-a-file = それには手をつけていません。ほかの場所に移してください。
err-case-locked = このチェックには鍵がかかっています。
rec-case-locked = ファイルには手をつけていません。鍵のファイル（identity.age）がこのフォルダにあれば、合言葉で開けます。
err-case-other-key = このチェックには、ほかのフォルダの鍵がかかっています。
rec-case-other-key = ファイルには手をつけていません。元のフォルダの identity.age と合言葉が要ります。
err-case-seal-broken = このチェックの鍵つきのファイルは、壊れています。
rec-case-seal-broken = ファイルには手をつけていません。「mamori history」で控えを見て、「mamori restore」で戻せます。
rec-save-not-a-file = そこにあるものには手をつけていません。その名前を変えてから、もう一度してください。
err-newest-unread = いちばん新しい控えが読めません。{ $reason }: { $path }
rec-newest-unread = 何も変えていません。「mamori history」で一覧を見て、戻したい控えの名前を書いてください。
err-case-renamed = ファイルの名前が、中のチェック（{ $id }）と違います。その名前のファイルは、ここにはありません。
rec-case-renamed = ファイルには手をつけていません。手で名前を変えたときは、{ $id } の名前に戻すと開けます。

### ファイルの文字コード
encoding-damaged-utf-8 = UTF-8ですが、途中がこわれています。
encoding-damaged-utf-16 = UTF-16のようですが、途中がこわれています。
encoding-utf-32 = UTF-32で書かれています。
encoding-perhaps-shift-jis = Shift_JISで書かれているか、途中がこわれています。
encoding-unknown = どの文字コードで書かれているか分かりません。
