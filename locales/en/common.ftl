# A language is named in that language.
language-ja = 日本語
language-en = English
bullet = {"-"}{" "}
window-too-small = The window is too small ({ $columns } x { $lines }). Please make it at least 40 x 12. Your answers are kept. Ctrl-C ends.
window-too-small-unsaved = The window is too small ({ $columns } x { $lines }). Please make it at least 40 x 12. The newest answers are not saved yet.
more-below = { $lines ->
    [one] More below ({ $lines } line)
   *[other] More below ({ $lines } lines)
}
more-above = More above
app-name = mamori
