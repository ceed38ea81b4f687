# A language is named in that language.
language-ja = 日本語
language-en = English
