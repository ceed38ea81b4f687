# 言語の名前は、その言語で書く。
language-ja = 日本語
language-en = English
