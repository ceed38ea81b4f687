# Mistakes in a pack. The name of the file and the place stand before these sentences.

issue-wrong-shape = This must be { $expected }; it is { $found }.
issue-shape-nothing = nothing (null)
issue-shape-yes-or-no = true or false
issue-shape-number = a number
issue-shape-text = a text ("...")
issue-shape-list = a list ([...])
issue-shape-members = a set of named members ({"{...}"})

issue-missing-member = This member is missing. Where there is nothing to say, write null or an empty list.
issue-unknown-member = There is no member of this name. Check the spelling.
issue-unknown-format = There is no such format ({ $found }). There are formats 1 and 2.
issue-newer = Format { $found } is for a newer version of mamori. It is no mistake: a newer mamori can read it.
issue-not-an-id = "{ $text }" cannot be an id. Use small letters, digits and -, at most 64 characters.
issue-duplicate = "{ $text }" stands here twice.
issue-empty-text = The text is empty.
issue-too-long = The text is too long. At most { $most } characters are allowed.
issue-hidden-character = There is a character that cannot be seen ({ $code }). Delete it.
issue-not-a-language = "{ $text }" does not name a language. Write it like ja or en.
issue-missing-language = The text in { $language } is missing. Every language listed in languages is needed.
issue-unlisted-language = { $language } is not listed in languages.
issue-not-a-version = "{ $text }" is not a version. Write it like 1.0.0.
issue-not-a-date = "{ $text }" is not a date. Write it like 2024-08-16, 2024-08 or 2024.
issue-not-a-url = "{ $text }" is not an address. It must start with https:// or http:// and hold ASCII characters only.
issue-not-one-of = "{ $text }" is not allowed here. Choose one of { $choices }.
issue-not-a-range = "{ $text }" is not an estimate. Write one of { $steps }, or two of them joined by -.
issue-reversed-range = "{ $text }" runs backwards or names one step twice. Write the smaller one first.
issue-not-between = { $found } is not allowed here. Write a whole number from { $least } to { $most }.
issue-too-few = Too few: there should be at least { $least }, not { $found }.
issue-too-many = Too many: there should be at most { $most }, not { $found }.

issue-no-such-form = There is no form "{ $id }" in forms.
issue-no-such-section = There is no section "{ $id }" in sections.
issue-no-such-question = There is no question "{ $id }" (questions).
issue-no-such-point = This question has no point "{ $id }" in points.
issue-no-such-measure = This question has no measure "{ $id }" (measures).
issue-no-such-contact = There is no contact "{ $id }" in contacts.
issue-no-such-term = There is no term "{ $id }" in terms.
issue-no-such-pack = There is no pack "{ $id }".

issue-point-not-closed = No measure closes this point. Name it in the closes of some measure.
issue-point-not-closed-for = Where "{ $form }" is the only form chosen, no measure that is offered closes this point. Look at the forms of the measures.
issue-none-everywhere = Every point offers "none here" (none). One point must hold for every firm.
issue-none-everywhere-for = Where "{ $form }" is the only form chosen, every point that is asked offers "none here" (none). One point must hold for every firm.
issue-still-there = This name is still in use. Only names that were changed or are gone stand here.
issue-renamed-in-circle = Following the new names leads back to the first one.
issue-renamed-and-removed = This name stands under renamed and under removed. It can be only one of them.
issue-cheaper-than-before = This measure is cheaper than the one before it. List measures by cost, then effort, the smallest first.
issue-section-never-asked = This section has no question that is ever asked.
issue-known-on-wall = This page may hang on a wall: nothing of a check (known, information) may stand on it.
issue-cells-not-columns = This row needs { $columns } { $columns ->
    [one] text
   *[other] texts
} (or null), one for each column that is not a box; it has { $cells }.
issue-follows-itself = A pack cannot follow itself.
issue-followed-missing = The pack to follow, "{ $id }", is not there or cannot be read.
