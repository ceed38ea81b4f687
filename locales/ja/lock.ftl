### 合言葉の鍵、はじめのお知らせ

unlock-title = 合言葉を入れてください。
unlock-what = 答えには、合言葉の鍵がかかっています。開けるのは、はじめの一度だけです。
unlock-field = 合言葉:
unlock-enter = 合言葉を入れる
unlock-hidden = 打った文字は、画面に出ません。打ち終わったら Enter を押してください。
unlock-empty = 合言葉が書かれていません。
unlock-working = 開けています。
unlock-wrong = 合言葉が違います。大文字と小文字、日本語入力の切り替えを確かめて、もう一度打ってください。
unlock-key-damaged = 鍵のファイル (identity.age) がこわれていて、開けません。何も消していません。identity-copy.age か、identity.age の写しを元の場所に戻してください。
unlock-unreadable = 答えのフォルダを読めません。何も消していません。USBメモリなどが外れていないか、確かめてください。{ $reason }。

news-title = はじめる前のお知らせ
news-go-on = 続ける
news-closed-now = 答えのファイルを、このパソコンのほかの人も読めるようになっていました ({ $count }か所)。あなただけが読めるように直しました。
news-stays-open = 答えのフォルダを、ほかの人も読めます。このディスクでは、ほかの人に見えないようには、できません。このパソコンのほかの人に見られたくないときは、「mamori lock」で合言葉をかけられます。
news-no-locks = このディスクでは、二つの mamori が同時に書くのを止められません。同じチェックを二か所で開かないでください。
news-clock = パソコンの時計が、最後に答えたとき ({ $when }) より前になっています。時計を確かめてください。答えは順番どおりに残ります。
news-gone = 捨ててから30日たったチェック { $count }件を、消しました。
news-half-locked = 鍵をかける作業が、まだ終わっていません。{ $files }ファイルのうち{ $sealed }ファイルに鍵がかかり、{ $open }ファイルはそのまま読めます。次に合言葉を入れたときに、続きをします。
news-half-unlocked = { $sealed ->
    [0] 鍵を外す作業が、まだ終わっていません。{ $files }ファイル全部の鍵を外しましたが、片づけが残っています。次に合言葉を入れたときに、続きをします。
   *[other] 鍵を外す作業が、まだ終わっていません。{ $files }ファイルのうち{ $open }ファイルの鍵を外し、{ $sealed }ファイルには鍵がかかっています。次に合言葉を入れたときに、続きをします。
}
news-lock-unknown = すべてのファイルに鍵がかかっているか、確かめられませんでした。装置やつなぎ先を確かめてください。次に合言葉を入れたときに、もう一度確かめます。

ask-passphrase = 合言葉:
ask-file-passphrase = 「{ $path }」の合言葉:
err-file-passphrase = このファイルの合言葉が違います: { $path }
rec-file-passphrase = 何も変えていません。自分の合言葉ではなく、ファイルを作った人が決めたものです。確かめて、もう一度してください。
err-file-other-key = 合言葉ではなく、別のパソコンの鍵がかかっているので、開けません: { $path }
rec-file-other-key = 何も変えていません。作った人に「mamori hand」で渡すファイルを作ってもらってください。
err-file-seal-cut-off = 鍵のかかったファイルが、途中で切れています: { $path }
err-file-seal-changed = 合言葉は合っていますが、ファイルが途中で切れているか、変わっています: { $path }
err-file-seal-broken = 鍵のかかったファイルの、はじめの所が変わっています: { $path }
err-file-too-much-work = 開くのに、ふつうでない量のメモリがいるファイルなので、開きません: { $path }
rec-file-seal-broken = 何も変えていません。もう一度、送ってもらってください。(大きさが元のファイルと違えば、送る途中で切れています)
ask-new-passphrase = 新しい合言葉 ({ $shortest }文字以上):
ask-again = もう一度、同じ合言葉:
ask-yes = よければ y を打って Enter:
word-yes = はい
nothing-done = 何もしませんでした。
err-answer-unreadable = 返事を読めなかったので、何もしませんでした。
err-not-answered = 返事がなかったので、何もしませんでした。
rec-not-answered = 端末で打つか、標準入力の一行で渡してください。{ $option } を付けると、聞かずに進みます。
err-no-passphrase = チェックには鍵がかかっています。合言葉がなかったので、何もしませんでした。
err-no-file-passphrase = このファイルには鍵がかかっています。合言葉がなかったので、何もしませんでした: { $path }
err-no-new-passphrase = 新しい合言葉がなかったので、何もしませんでした。
rec-no-passphrase = 合言葉は、端末で打つか、標準入力の一行で渡してください。
err-wrong-passphrase = 合言葉が違います。
rec-wrong-passphrase = 何も変えていません。大文字と小文字、日本語入力の切り替えを確かめて、もう一度打ってください。
err-short-passphrase = 合言葉は{ $shortest }文字以上にしてください。
err-different-passphrases = 二つの合言葉が違います。もう一度はじめから打ってください。
err-key-damaged = 鍵のファイル (identity.age と identity-copy.age) がこわれていて、開けません。
rec-key-damaged = 何も消していません。identity.age の写しを元の場所に戻してください。
err-locked-already = もう鍵がかかっています。
rec-locked-already = 合言葉を変えるには「mamori passphrase」、鍵を外すには「mamori unlock」です。
err-not-locked = 鍵はかかっていません。
rec-not-locked = 鍵をかけるには「mamori lock」です。
lock-what = 答えの置き場所のすべてのチェック、控え、捨てたものに、合言葉の鍵をかけます。名前も件数も、合言葉なしでは読めなくなります。
lock-final = 合言葉を忘れると、だれにも、この道具を作った人にも、もう開けられません。紙に書いて、別の場所にしまっておいてください。
lock-elsewhere = 鍵をかける前のファイルの写し (バックアップや同期のフォルダ) には、鍵はかかりません。
lock-done = 鍵をかけました ({ $files }ファイル)。次に開くとき、合言葉を聞きます。
lock-step = { $files }ファイルのうち、{ $done }まで済みました。
lock-stopped = 止めました。済んだところまでは、そのままです。
lock-aside = 開けなかった { $files }ファイルは、そのまま damaged フォルダによけました。
lock-half-way = 鍵をかける途中です。{ $files }ファイルのうち{ $sealed }ファイルに鍵がかかりました。{ $open }ファイルは、まだそのまま読めます。
lock-was-half-way = 鍵をかける作業が、途中で止まっていました。{ $files }ファイルのうち{ $open }ファイルが、そのまま読めます。合言葉を入れると、続けて鍵をかけます。
unlock-was-half-way = 鍵を外す作業が、途中で止まっていました。{ $files }ファイルのうち{ $open }ファイルが、そのまま読めます。合言葉を入れると、また鍵をかけます。
unlock-half-way = { $sealed ->
    [0] 鍵を外す途中です。{ $files }ファイル全部の鍵を外しましたが、片づけが残っています。開くときは、まだ合言葉を聞きます。
   *[other] 鍵を外す途中です。{ $files }ファイルのうち{ $open }ファイルの鍵を外しました。{ $sealed }ファイルには、まだ鍵がかかっています。
}
lock-goes-on = どのチェックも、そのままか合言葉で読めます。次に合言葉を入れたときに、続きをします。
lock-is-on = 鍵はかかっています（{ $files }ファイル）。次に開くとき、合言葉を聞きます。
lock-is-off = 鍵は外れています。
lock-not-begun = 鍵はかかっていません。チェックは前のままです。
unlock-not-begun = 鍵はかかったままです。チェックは前のままです。
lock-unknown = どこまで鍵がかかっているか、今は確かめられません。何も消していません。装置やつなぎ先を確かめて、もう一度してください。
passphrase-is-new = 合言葉は変わっています。今は、新しい合言葉で開きます。
passphrase-is-old = 合言葉は変わっていません。今も、前の合言葉で開きます。
passphrase-is-both = 途中で止まりました。今は、前の合言葉でも、新しい合言葉でも開きます。新しい合言葉で一度開くと、新しいものだけになります。
passphrase-unknown = 前の合言葉と新しい合言葉のどちらで開くか、今は確かめられません。どちらも、とっておいてください。
unlock-done = 鍵を外しました ({ $files }ファイル)。
passphrase-done = 合言葉を変えました。前に取った identity.age の写しは、前の合言葉で開きます。要らなければ消してください。
list-in-use = ほかの mamori で開いています
err-odd-passphrase = 合言葉に、見えない文字かタブが入っています。ほかの画面で打てなくなるので、使えません。
odd-passphrase-end = 終わりの空白は取りました。
odd-passphrase-start = 合言葉が、空白ではじまっています。
odd-passphrase-width = 合言葉に、全角の英数字や空白、半角カナなどが入っています。別のパソコンでは、同じに打てないことがあります。
odd-passphrase-how = これでよければ、もう一度同じ合言葉を打ってください。やめるには Ctrl-C を押します。
err-key-too-much-work = 鍵のファイル (identity.age) が、この道具が使う上限 (256 MB) より多くのメモリを求めています。開けません。
rec-key-too-much-work = 何も消していません。この道具が作った identity.age の写しを元の場所に戻してください。
unlock-too-much-work = 鍵のファイル (identity.age) が、この道具が使う上限 (256 MB) より多くのメモリを求めていて、開けません。何も消していません。この道具が作った identity.age の写しを元の場所に戻してください。
