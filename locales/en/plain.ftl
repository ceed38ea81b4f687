### Answering by numbers (--plain)

plain-recorded = { $kept }. { $answer }
plain-point = point { $number }
plain-prompt = number or letter>
plain-prompt-answer = answer>
plain-prompt-points = points>
plain-prompt-text = text>
plain-points-how = Type the numbers of the points, with spaces between (such as 1 3). Enter alone leaves it as it was.
plain-text-how = Type one line, then Enter. Enter alone leaves it as it was.
plain-type-something = Type a number or a letter, then Enter.
plain-not-understood = That does nothing here. h shows the help.
plain-no-such-number = There is no such number here.
plain-not-utf8 = These characters cannot be read (not UTF-8). Your answers are as they were. Set the terminal to UTF-8, or answer with digits.
plain-key-previous = b question before
plain-key-back = b back
plain-key-later = s later
plain-key-leave = q save and quit
plain-word-back = back
plain-word-later = later
plain-word-leave = quit
