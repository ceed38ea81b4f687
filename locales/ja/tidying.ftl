### チェックの整理: 名前、控え、捨てる、ごみ箱

cases-manage = 整理する (名前を変える、控えに戻す、捨てる)
cases-bin = 捨てたもの { $count }件
list-failed = チェックの一覧を読めませんでした。読めなかっただけで、消えてはいません。USBメモリやつながりを確かめて、もう一度開いてください。{ $reason }。
list-is-old = 今はチェックの一覧を読めません。下は、前に読めたときのものです。
bin-failed = 捨てたものを、今は読めません。消えてはいません。USBメモリやつながりを確かめて、もう一度開いてください。
case-earlier-unreadable = 控えを、今は読めません。あるかないかは、まだ分かりません。USBメモリやつながりを確かめて、もう一度開いてください。
cases-state-copy = 写し
cases-state-renamed = ファイルの名前が違います
cases-state-locked = 鍵がかかっています
manage-title = どのチェックを整理しますか。

case-progress = { $when } に直しました。{ $asked }問のうち { $answered }問に答えています。
case-open = 開く
case-rename = 名前を変える
case-renamed = 名前を変えました。
case-earlier = 控え { $count }つ
case-restore = いちばん新しい控えに戻す
case-put-aside = わきによける (チェックの一覧に出なくなります。ファイルは消しません)
case-adopt = 新しいチェックとして開けるようにする
case-name-back = ファイルの名前を元に戻す
case-throw-away = 捨てる (30日のあいだ戻せます)
case-is-gone = このチェックは、もうありません。
case-is-damaged = このチェックのファイルは、こわれていて読めません。控えもありません。ファイルはそのまま残してあります。ほかのチェックは使えます。
case-is-damaged-newest-unread = このチェックのファイルは、こわれていて読めません。いちばん新しい控えも読めません。それより前の控えがあります。控えから、戻したいものをえらんでください。
case-is-damaged-with-earlier = このチェックのファイルは、こわれていて読めません。控えがあります。戻すと、こわれたファイルはわきによけて残し、控えから続けられます。
case-is-unread = こわれているとは限りません。読めるようになれば、そのまま続けられます。控えは、それより前の答えです。
case-is-copy = これは、ほかのチェックの写しです。ファイルをコピーしたときや、同期のフォルダで二か所から書いたときにできます。どちらのファイルもそのままです。
case-is-renamed = ファイルの名前が、中のチェックの名前と違います。元の名前のファイルは、ここにはありません。手で名前を変えたときに、こうなります。ファイルはそのままです。名前を元に戻すと開けます。
case-is-locked = このチェックには、このフォルダのものではない鍵がかかっています。ファイルはそのままです。元のフォルダの合言葉と鍵のファイル (identity.age) が要ります。
case-was-put-aside = わきによけました。ファイルは、答えの置き場所の damaged フォルダにあります。
case-thrown-away = 捨てました。30日のあいだは「捨てたもの」から戻せます。
case-adopted = 新しいチェックにしました。写しのファイルは「捨てたもの」に入れました。
case-adopted-copy-stays = 新しいチェックにしました。写しのファイルは「捨てたもの」に入れられず、チェックの一覧に残っています。
case-named-back = ファイルの名前を元に戻しました。

generations-title = 控え
generations-what = えらぶと、その控えに戻します。今のものも控えとして残るので、また戻せます。新しいものから3つを残しています。
generations-foreign = ほかのプログラムが書いたもの
generation-restored = { $when } の控えに戻しました。戻す前のものも「控え」に残っています。
generation-restored-from-damage = { $when } の控えに戻しました。こわれたファイルは、答えの置き場所の damaged フォルダに残っています。

throw-away-title = 「{ $title }」を捨てますか。
case-is-damaged-earlier-unread = このチェックのファイルは、こわれていて読めません。控えがあるかどうかは、今は読めないので分かりません。ファイルはそのまま残してあります。ほかのチェックは使えます。
throw-away-goes-earlier-unread = いっしょにチェックの一覧から消えるもの: 答え { $answered }問、控え (今は読めません)。
throw-away-goes = いっしょにチェックの一覧から消えるもの: 答え { $answered }問、控え { $earlier }つ。
throw-away-goes-unread = 読めないファイルと、その控えが、チェックの一覧から消えます。
throw-away-safe = 30日のあいだは「捨てたもの」から戻せます。そのあとは消えて、戻せません。
throw-away-not = 捨てない
throw-away-do = 捨てる

bin-title = 捨てたもの
bin-what = えらぶと、チェックの一覧に戻します。
bin-until = { $day } まで
bin-is-empty = 捨てたものはありません。
bin-back = 戻る
bin-empty = 全部を今すぐ消す ({ $count }件)
bin-put-back = チェックの一覧に戻しました。
bin-emptied = { $count }件を消しました。
bin-emptied-in-part = { $gone }件を消しました。{ $left }件は消せずに残っています。{ $reason }。残ったものの控えは、もう消えていることがあります。
empty-bin-title = 捨てたもの { $count }件を、今すぐ消しますか。
empty-bin-final = 消すと、控えもいっしょに消えて、もう戻せません。
empty-bin-not = 消さない
empty-bin-do = 消す

not-done-no-space = できませんでした。空きがありません。前のファイルはそのままです。
not-done-read-only = できませんでした。書き込みが禁止されています。前のファイルはそのままです。
not-done-denied = できませんでした。許可がありません。前のファイルはそのままです。
not-done-gone = できませんでした。ファイルかフォルダが見つかりません。USBメモリなどが外れていないか、確かめてください。
not-done-too-large = できませんでした。ファイルが大きすぎます。前のファイルはそのままです。
not-done-held = できませんでした。ほかの mamori が使っています。そちらを終わらせてから、もう一度えらんでください。
not-done-in-use = できませんでした。ほかのプログラムが、そのファイルを開いています。前のファイルはそのままです。そちらを閉じるか、少し待ってから、もう一度えらんでください。
not-done-taken = できませんでした。同じ名前のものが、もうあります。どちらもそのままです。
not-done-newest-unread = いちばん新しい控えが読めないので、何も変えていません。控えから、戻したいものをえらんでください。
not-done-unsure = どこまで済んだか、今は確かめられません。{ $reason }。装置やつなぎ先を確かめてから、チェックの一覧を見てください。
done-all-the-same = できました。ただし、最後にディスクから失敗の返事がありました。{ $reason }。停電などがあると、前に戻ることがあります。
not-done-other = できませんでした。{ $reason }。前のファイルはそのままです。もう一度えらんでください。
