### About this tool: what is certain, and what is this tool's reading

about-title = About this tool
about-what = A first self-check for a small firm that is new to Japan's Technology Information Control System (TICS). It is not a certification.
about-certain-title = Certain (written in the official paper we hold)
about-certain-old = The guideline before the amendment called these the "minimum part": I-1 to I-3, the lead text of I-4 to I-6, the lead text of II and, by the form of the information, the lead text of III, IV and V.
about-certain-new = Since 16 August 2024 the guideline says "mandatory items" (義務項目) in that place. What they are is not in the paper we hold.
about-certain-forms = The forms of information were fixed at I-1-3 before the amendment and are at I-2-2 (1) to (3) after it.
about-certain-application = An application states at least the scope of certification wanted, such as the form of the information and the measures decided on for that form.
about-reading-title = This tool's own reading and judgement (not confirmed)
about-reading-places = Which question belongs to which place of the criteria, I-1 included. A * after the number is the mark of this. I-1 is what the criteria write as Ⅰ第一.
about-reading-forms = Dividing into paper, data and objects, and that these go with III, IV and V.
about-reading-wording = The wording of the questions and of their points. It is not the text of the criteria, nor is it for the examples of what was added in 2024.
about-reading-figures = The figures in the points (once a year, ten characters), and the estimates of cost and effort.
about-reading-order = The order of "What to do first".
about-less = Under the criteria before the amendment a certification body checked more than is asked here. Having everything here in place may not be enough.
about-added = What was added in 2024, by example: response to incidents, setting confidentiality levels, in-house training, rules for using outside information systems, working with business partners, keeping information systems running.
about-deleted = What was deleted in 2024, by example (detailed specifications of containers, locks, restricted areas and shredders), is not asked.
about-next-title = The next step
about-data-title = Where the answers are kept
about-data-place = Answers are kept in this folder, and files you write stay where you put them: { $folder }
about-data-delete = To delete a check, choose "Open another check", then "Tidy up". It can come back for 30 days, then it is gone; it can go at once too.
about-data-lock = A passphrase can keep others from reading them: mamori lock
about-data-network = No network is used. No login name and no computer name is written anywhere.
next-step = Next step: ask a certification body to show you today's "mandatory items" (義務項目), and ask it for ways that cost little.
about-next-find = To find one: the state has to publish the name, the address and the scope of work of each certification body it accredits (Industrial Competitiveness Enhancement Act; on the internet or otherwise).
