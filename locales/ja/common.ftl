# 言語の名前は、その言語で書く。
language-ja = 日本語
language-en = English
bullet = ・
window-too-small = 画面が小さすぎます ({ $columns }桁 { $lines }行)。40桁 12行以上にしてください。答えは残っています。終わるときは Ctrl-C です。
window-too-small-unsaved = 画面が小さすぎます ({ $columns }桁 { $lines }行)。40桁 12行以上にしてください。新しい答えは、まだ保存できていません。
more-below = 続きがあります (あと { $lines }行)
more-above = 上にも続きがあります
app-name = まもり
