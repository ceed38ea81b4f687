### 番号で答える画面 (--plain)

plain-recorded = { $kept }。{ $answer }
plain-point = 点{ $number }
plain-prompt = 番号か文字>
plain-prompt-answer = 答え>
plain-prompt-points = 点>
plain-prompt-text = 文字>
plain-points-how = 点の番号を、空白で区切って書いてください (例: 1 3)。書かずにEnterで、前のままです。
plain-text-how = 一行で書いてEnter。書かずにEnterで、前のままです。
plain-type-something = 番号か文字を書いて、Enterを押してください。
plain-not-understood = その文字には、ここではできることがありません。h でヘルプが出ます。
plain-no-such-number = その番号は、ここにはありません。
plain-not-utf8 = 読めない文字です (UTF-8ではありません)。答えはそのままです。端末の文字コードをUTF-8にするか、数字で答えてください。
plain-key-previous = b 前の問い
plain-key-back = b 戻る
plain-key-later = s あとで
plain-key-leave = q 保存して終わる
plain-word-back = 戻る
plain-word-later = あとで
plain-word-leave = 終わる
