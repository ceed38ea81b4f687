### 保存

keeping-saving = 保存中
keeping-saved = 保存済み
keeping-draft = 書きかけ
keeping-failed = 保存できません

save-no-space = 答えをこのパソコンに書けません (空きがありません)。
save-no-space-mend = 空きを作ってから「もう一度」をえらんでください。
save-read-only = 答えをこのパソコンに書けません (書き込みが禁止されています)。
save-read-only-mend = 書き込みの禁止を外してから「もう一度」をえらんでください。
save-denied = 答えをこのパソコンに書けません (許可がありません)。
save-denied-mend = フォルダの許可を直してから「もう一度」をえらんでください。場所は「mamori paths」で見られます。
save-folder-gone = 答えを置くフォルダが見つかりません (USBメモリなどが外れたかもしれません)。
save-folder-gone-mend = つなぎ直してから「もう一度」をえらんでください。
save-too-large = このチェックが大きくなりすぎて、書けません。
save-too-large-mend = 長いメモを短くしてから「もう一度」をえらんでください。
save-other = 答えをこのパソコンに書けませんでした。{ $reason }。
save-other-mend = 少し待ってから「もう一度」をえらんでください。
save-safe = 答えはこの画面の中に残っています。まだ終わらないでください。
save-retry = もう一度
save-go-on = このまま答えを続ける (上に「保存できません」が出たままになります)
save-leave-unsaved = 残さずに終わる (最後に残せたのは { $when }、{ $at }問め までです)
save-leave-never-saved = 残さずに終わる (このチェックは、まだ一度も残せていません)
save-works-again = 保存できました。
save-still-fails = まだ保存できません。
save-then-end = 保存しています。終わったら、すぐに閉じます。
export-then-end = 書き出しが済んだら終わります。

err-panic = mamori に不具合が起きて、止まりました。
rec-panic = 「保存済み」と出ていた答えは、残っています。もう一度 mamori をはじめると、続きから答えられます。
rec-panic-report = 不具合の記録をこのファイルに残しました (あなたが書いたことばは入っていません): { $path }
err-terminal = この画面では続けられなくなりました。{ $reason }。
rec-terminal = 「保存済み」と出ていた答えは、残っています。別の端末の窓で、もう一度 mamori をはじめてください。
err-ended-unsaved = いちばん新しい答えは、残せませんでした。
rec-ended-unsaved = その前に「保存済み」と出ていた答えは、残っています。

keeping-looking = 見るだけ
save-held = 答えを書けません (ほかの mamori が、このチェックかフォルダを使っています)。
save-held-mend = ほかの mamori を終わらせてから「もう一度」をえらんでください。
save-in-use = 答えを書けません (Excel やウイルス対策など、ほかのプログラムが、そのファイルを開いています)。
save-in-use-mend = そちらを閉じるか、少し待ってから「もう一度」をえらんでください。
save-elsewhere = 別の場所に残す (USBメモリなど)
save-foreign-kept = ほかのプログラムが、このチェックのファイルを書きかえていました。それは「控え」に取ってあり、あなたの答えを保存しました。
look-only = ここでは見るだけです。このチェックは、ほかの mamori で開いています。そちらを終わらせてから、開き直してください。
look-only-held = ここでは見るだけです。このチェックは、ほかの mamori で { $when } から開いています (プロセス { $process })。そちらを終わらせてから、質問の一覧で開き直してください。
overview-reopen = 開き直す (ほかの mamori を終わらせたあとに)

elsewhere-title = どこに残しますか。
elsewhere-what = えらんだフォルダに、これからの答えを残します。今のフォルダにあるものは、そのままです。
elsewhere-own = 自分で書く
elsewhere-field = フォルダ:
elsewhere-empty = フォルダが書かれていません。
elsewhere-working = 残しています。
elsewhere-saved = { $folder } に残しました。次に開くときは、mamori --data-dir にこのフォルダを書いてください。
elsewhere-saved-in-part = { $folder } に残しました。次に開くときは、mamori --data-dir にこのフォルダを書いてください。渡したときの控えか自分だけのメモに、前の場所から読めなかったものがあり、そこに残っています。
elsewhere-no-space = そのフォルダには残せません (空きがありません)。別のフォルダをえらんでください。
elsewhere-read-only = そのフォルダには残せません (書き込みが禁止されています)。別のフォルダをえらんでください。
elsewhere-denied = そのフォルダには残せません (許可がありません)。別のフォルダをえらんでください。
elsewhere-gone = そのフォルダが見つかりません。名前を確かめるか、別のフォルダをえらんでください。
elsewhere-held = そのフォルダは、ほかの mamori が使っています。そちらを終わらせるか、別のフォルダをえらんでください。
elsewhere-in-use = そのフォルダのファイルを、ほかのプログラムが開いています。そちらを閉じるか、別のフォルダをえらんでください。
elsewhere-other-passphrase = そのフォルダには、ほかの合言葉の鍵がかかっています。別のフォルダをえらんでください。
elsewhere-name = その名前のフォルダは、Windows で使えません (CON などの名前、: ? * などの入った名前)。別のフォルダをえらんでください。
elsewhere-other = そのフォルダには残せませんでした (ファイルの名前かもしれません)。別のフォルダをえらんでください。
