### About this tool: what is certain, and what is this tool's reading

about-title = About this tool
about-what = A first self-check for a small firm that is new to Japan's technical information management scheme (TICS). It is not a certification.
about-certain-title = Certain (written in the official paper we hold)
about-certain-old = The guideline before the amendment called these the "minimum necessary measures": Ⅰ-1 to Ⅰ-3, the lead text of Ⅰ-4 to Ⅰ-6, the lead text of Ⅱ and, by the form of the information, the lead text of Ⅲ, Ⅳ and Ⅴ.
about-certain-new = Since 16 August 2024 the guideline says "mandatory items" (義務項目) in that place. The paper we hold does not list them.
about-certain-forms = The forms of information were fixed at Ⅰ-1-3 before the amendment and are at Ⅰ-2-2 (1) to (3) after it.
about-certain-application = An application states at least the form of the information, the measures decided on for that form, and the range of certification wanted.
about-reading-title = This tool's own reading and judgement (not confirmed)
about-reading-places = Which question belongs to which place of the criteria, Ⅰ-1 included.
about-reading-forms = Dividing into paper, data and objects, and that these go with Ⅲ, Ⅳ and Ⅴ.
about-reading-wording = The wording of the questions. It is not the text of the criteria.
about-reading-figures = The figures in the points (once a year, ten characters), and the estimates of cost and effort.
about-reading-order = The order of "What to do first".
about-less = A certification body checks more than is asked here. Having everything here in place may not be enough.
about-deleted = What was deleted in 2024, by example (detailed specifications of containers, locks, restricted areas and shredders), is not asked.
about-next-title = The next step
about-data-title = Where the answers are kept
about-data-place = Answers are kept in this folder, and files you write stay where you put them: { $folder }
about-data-delete = To delete a check, choose "Open another check", then "Tidy up". It can come back for 30 days, then it is gone; it can go at once too.
about-data-lock = A passphrase can keep others from reading them: mamori lock
about-data-network = No network is used. No login name and no computer name is written anywhere.
next-step = Next step: ask a certification body to show you the "mandatory items" (義務項目) and to explain measures that keep costs down.
