### The list of what to protect, and examples

information-title = What to protect
information-count = { $count } of { $most } at most
information-what-for = Write down what would hurt you if it got out, in any order: drawings, process know-how, prototypes, what customers entrusted to you.
information-add = Add something
information-examples = Choose from examples (by trade)
information-take-forms = Be asked about the forms on this list too ({ $forms })
information-forms-taken = Done. You can change this under "Forms" at any time.
information-put-back = Put "{ $what }" back on the list
information-own-short = own
information-entrusted-short = entrusted
information-confidential = This list shows what you protect. Treat it as confidential.
information-open = What to protect ({ $count })
information-listed = { $count } on the list
information-unnamed = (no name yet)
information-full = The list holds { $most } at most. Take one off to add another.

information-entry = Number { $number } on the list
information-what = What
information-form = Form
information-place = Where
information-owner = Whose
information-own = our own
information-entrusted = entrusted by a customer or others
information-owner-not-said = (open)
information-entrusted-by = By whom
information-seen-by = Who may see it
information-level = Level
information-level-named = Named people only
information-level-company = Company-confidential
information-entry-how = Fill in what you know. What you write is on the list at once.
information-remove = Take it off the list
information-remove-now = Really take it off
information-remove-ask = Choose again to take it off the list. It can still be put back from the list afterwards.
information-removed = "{ $what }" is off the list. "Put back" brings it back.
information-is-back = "{ $what }" is back on the list.
information-example-written-on = You have written more about this one, so it stays. It can be taken off on the list itself.

examples-title = Examples
examples-how = Mark what comes close: it goes on the list. Put it into your own words later.
