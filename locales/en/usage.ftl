### Mistakes in the arguments

usage-unknown-command = There is no command "{ $command }". The commands are { $commands }.
usage-unknown-flag = { $flag } cannot be used here.
usage-unexpected-word = "{ $word }" is one word too many.
usage-missing-value = { $flag } needs a value after it.
usage-wrong-value = { $flag } cannot be "{ $value }". You can write { $values }.
usage-no-value-here = { $flag } takes no value.
usage-twice = Write { $flag } only once.
usage-not-together = Write { $flag } or { $other }, not both.
usage-missing-word = { $word } is missing.
usage-missing-command = After criteria, write list, check or schema.
usage-not-unicode = One of the arguments cannot be read as text.
usage-two-cases = Name only one check.
usage-no-case-here = { $command } does not use --case.
usage-unknown-form = There is no form "{ $form }". You can write { $forms }.
usage-other = The arguments cannot be understood.
usage-see-help = "{ $command } --help" shows how to use it.
usage-which-format = Please name the format with --format.
usage-all-is-ndjson = --all works with --format ndjson only.
usage-not-to-a-terminal = This format cannot be shown in a terminal. Name a file with --output.
usage-unknown-paper = There is no paper "{ $paper }".
usage-which-paper = Write the name of a paper. mamori paper list shows them, and --first makes the first six.
usage-which-paper-format = Say with --format in which format.
usage-blank-has-no-case = --blank fills nothing in, so it takes no check.
