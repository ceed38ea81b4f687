### Papers to print and sign

paper-foot = An example made by this tool. It is not a form set by the state or by a certification body.
paper-foot-not-ours = Made from a template that was put on this computer. It is not an example of this tool.
paper-caution = Before use:
paper-sign = Signature
paper-day = Date

paper-reach-wall = May be posted
paper-reach-inside = Inside the company only
paper-reach-confidential = Confidential

paper-first = first six
paper-list-how = To make one: mamori paper NAME --output FILE. For the first six together: mamori paper --first --format docx --output FILE.
paper-done = Made { $papers } { $papers ->
    [one] paper
   *[other] papers
  }, { $pages } { $pages ->
    [one] page
   *[other] pages
  }, from "{ $title }". Until it is signed and put away, a record is "not yet": { $path }
paper-done-blank = Made { $papers } blank { $papers ->
    [one] paper
   *[other] papers
  }, { $pages } { $pages ->
    [one] page
   *[other] pages
  }: { $path }
papers-not-used = The file of papers for the questions "{ $pack }" cannot be used. Where this tool has papers of its own, they serve. (mamori criteria check FILE says why.)
rec-unknown-paper = mamori paper list shows the names of the papers.
rec-paper-blank = Without a check, --blank makes papers with nothing filled in.
criteria-fine-papers = { $path }: no mistakes. (papers { $version } for { $pack }, { $papers } of them)
