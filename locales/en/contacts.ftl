### Whom to ask, and codes for a phone

contacts-open = Whom to ask (for little or no money)
contacts-title = Whom to ask
contacts-check-first = Costs, dates and programmes change. Check those marked "to be checked" before you apply.
contacts-verify = to be checked
contacts-cost = Cost: { $cost }   Source: { $mark }
measures-all-contacts = See everyone you can ask
code-how = Read it with the camera of a phone to open the page. This computer uses no network.
code-no-room = This window has no room for a code that a phone can read. Make it at least { $columns } x { $lines }. The address above works as it is.
