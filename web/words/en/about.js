/** Words in English: About, the accessibility statement, citing, the keys, and what goes wrong. */
export const about = {
  'about.parts': 'About',
  'about.method': 'Method and data',
  'about.title': 'About: method, limits, data',
  'about.sentence': 'What the page shows, how it is computed, and what it cannot say.',
  'about.what': 'What this is',
  'about.what-1':
    'relier reads the EU’s international digital strategy as a network: the EU, its partners, groupings, forums and instruments. Every tie carries the quotation that states it, found byte for byte in the document by a machine; a fact without a verified quotation does not enter the network.',
  'about.what-2':
    'The unit is a tie, not a pair: an instrument or an action with its participants, dates, state and sentences. Standing in the same cell of the annex is not a tie between the countries in it.',
  'about.directions': 'The four directions',
  'about.deepen':
    'In which of the promised domains is something running, planned or not on record, for each existing partnership and dialogue?',
  'about.enlarge':
    'With whom could a partnership, a dialogue or an agreement be opened, on the criteria of the text alone? Pareto fronts, never a league table.',
  'about.connect':
    'Which partners meet without going through the EU, and where do parallel bilaterals run that could be one table?',
  'about.secure': 'Where do the digital leg and the security leg of a partnership not match?',
  'about.values': 'Five values, not two',
  'about.values-1':
    'A cell does not say yes or no. Only a closed list, which enumerates a whole class at its date, allows “established absence”; everywhere else silence is worded “not on record”.',
  'about.states': 'States',
  'about.states-1':
    'The state comes from the words of the text. No state moves on because an announced date has passed: it becomes “unconfirmed”. A period that the text states, as 2026 to 2029, begins and ends on its own days, whatever became of it since. Signed is not in force.',
  'about.classes': 'Three classes of evidence, and a fourth that is off unless asked for',
  'about.classes-1':
    'A member never inherits a named cell from its grouping: the unit that the text names is the unit of analysis.',
  'about.kinds': 'Kinds of ties',
  'about.kinds-1': 'Colour and line are those of the pictures; the word always stands beside them.',
  'about.core': '(core kind)',
  'about.limits': 'Limits',
  'about.limit-language': 'Both texts are read in French; quotations stay in that language.',
  'about.limit-ego':
    'Both documents are the EU’s own: it touches almost everything by construction. It is set apart in rankings, and “Without the EU” recomputes everything.',
  'about.limit-states': 'Names of countries and their order imply no position on any status.',
  'about.method-way': 'The whole method: each measure, each rule, each objection',
  'about.limit-coding':
    'Within this direction the crosswalk from areas to promised domains is the only judgement; it is written line by line with its reason, and one may disagree.',
  'about.data': 'Dataset card',
  'about.document': 'Document',
  'about.reference': 'Reference',
  'about.date': 'Published on',
  'about.publisher': 'Author',
  'about.reuse': 'Reuse',
  'about.version': 'Dataset',
  'about.digest': 'Digest',
  'about.program': 'Program',
  'about.dispute': 'What can be disputed',
  'about.dispute-1':
    'The quotations are verified by the machine; the coding is not: it can be read, and argued with, in three files of the dataset.',
  'about.dispute-crosswalk': 'From area to promised domain, each line with its reason:',
  'about.dispute-codebook': 'How each word of the text becomes a state, a kind, a participant:',
  'about.dispute-differences': 'Where two separate codings of the same text differed, and what was kept:',
  'about.dispute-2': 'What other codings would change in the counts is computed.',
  'about.dispute-way': 'See the robustness',
  'about.correct': 'How to correct',
  'about.correct-1':
    'The dataset is made of TOML files that people edit. The following command says everything that is wrong at once, with file, line and remedy:',
  'about.correct-2':
    'A correction that cites a sentence not found in the document is refused; one that is accepted changes the digest of the dataset, which every output bears.',
  'about.cite': 'Citing',
  'about.cite-as':
    'relier, dataset {version} ({digest}), as of {asOf}, known on {known}; after JOIN(2025) 140 final and ST 15315/1/25 REV 1.',
  'about.cite-note':
    'The link of a view holds the whole view: dates, filters, language, what is looked at. The same link shows the same thing.',
  'about.api': 'Open data',
  'about.api-1':
    'Everything on the page can also be read as JSON, through an open interface; each view can be downloaded as SVG, CSV or JSON.',
  'about.api-way': 'All resources and their parameters',
  'about.access': 'Accessibility',
  'about.access-1':
    'Everything works by keyboard; no meaning hangs on colour alone; every picture has its table. The page aims at WCAG 2.1, level AA; a machine checks it, which does not prove everything.',
  'about.access-2': 'No request leaves for elsewhere, there is no cookie, nothing is kept in the browser.',

  'access.tested': 'What is checked at every change',
  'access.axe':
    'axe-core, rules of WCAG 2.1 A and AA and best practice: every view, in French and English, light and dark; the narrow screen, open menus, the panel, the windows of help and citation.',
  'access.keyboard':
    'The keyboard alone, in a real browser: finding a partner and reading its quotations, filtering, undoing, searching a document, citing, downloading. The order of the page and the keys are in the help (?).',
  'access.reflow':
    'A width of 320 pixels, which is 400\u00a0% magnification: no view scrolls sideways; tables and pictures alone scroll in their frames. What is pressed measures at least 24 pixels.',
  'access.colours': 'Colours forced by the system, and reduced motion.',
  'access.language': 'The language of the page, and that of the quotations: always French, marked as such.',
  'access.scripts': 'With scripts off, the tables, the documents and the analysis can still be read.',
  'access.not-tested': 'What has not been tried',
  'access.readers': 'No screen reader (NVDA, JAWS, VoiceOver, TalkBack) has been listened to by a person; the accessibility tree alone is checked.',
  'access.people': 'No disabled person has tried the page yet; there has been no outside audit.',
  'access.browsers': 'The checks run in Chromium; Firefox and Safari have not been tried.',
  'access.short': 'What falls short',
  'access.pictures': 'The pictures hold over a hundred marks: arrows lead from actor to actor, but the tables beside them read better and say the same.',
  'access.quotations': 'Quotations are never translated: in English, they ask one to read French.',
  'access.faults': 'The faults of a watched dataset are told in English.',
  'access.tell': 'An obstacle? Tell it where the project takes its remarks: it is a fault like any other.',

  'watch.faults.one': 'The dataset on disk has {n} fault.',
  'watch.faults.other': 'The dataset on disk has {n} faults.',
  'watch.served': 'The last good one is still shown.',
  'watch.more.one': 'and {n} more; relier check{data} --lang en tells all of them',
  'watch.more.other': 'and {n} more; relier check{data} --lang en tells all of them',
  'watch.renewed': 'The dataset has changed; the view is drawn anew',

  'word.title': 'The words of this view, in plain language',
  'word.unit': 'unit',
  'word.unit-is':
    'A partner or grouping with which the EU has a trade and technology council, a digital partnership or a digital dialogue: the core of the network. The Western Balkans have one dialogue: they count as one unit.',
  'word.cell': 'cell',
  'word.cell-is': 'Where a partner and a domain cross: what the documents say of the one in the other.',
  'word.absent': 'established absence',
  'word.absent-is':
    'The text gives a whole list, and the partner is not on it. Only then can one say that there is nothing, on the date of the list.',
  'word.silent': 'not on record',
  'word.silent-is': 'The two documents do not speak of it. Something they do not mention may exist.',
  'word.stratum': 'stratum',
  'word.stratum-is':
    'Where a country stands in EU policy: enlargement, neighbourhood, or other third country. It serves to filter, never to judge.',
  'word.front': 'Pareto front',
  'word.front-is':
    'A group of countries none of which is outdone by another on all criteria at once. It is no ranking: within a front nobody comes before another.',
  'word.level': 'level of meeting',
  'word.level-is':
    'Working: they work together there. Agenda: they sit in the same restricted forum. An organisation open to all makes nobody meet.',
  'word.parallel': 'parallel bilaterals',
  'word.parallel-is':
    'With two partners, separately, the EU runs actions in the same area, and no working table on that area brings them together.',
  'word.leg': 'leg',
  'word.leg-is':
    'The digital leg is a council, a digital partnership or a digital dialogue; the security leg a security and defence partnership.',
  'word.coding': 'coding',
  'word.coding-is':
    'How a sentence is turned into data. Where another reader might have decided otherwise, the count is made again: “… to … by coding”.',
  'word.betweenness': 'betweenness',
  'word.betweenness-is':
    'How many of the paths between two others pass through this actor: a measure of who serves as a bridge.',
  'word.constraint': 'constraint',
  'word.constraint-is':
    'How far an actor’s contacts know each other. High: it hangs on one circle; low: it links circles that are apart.',
  'word.tau': 'Kendall’s τ',
  'word.tau-is':
    'From 1 (same order) to −1 (reverse order): what is left of a ranking when ties are taken out at random. Below 0.7 the order is fragile.',
  'word.perimeter': 'perimeter',
  'word.perimeter-is':
    'The units over which one counts. Frozen: those of the start, to compare like with like; live: those of each reading.',
  'word.move': 'move',
  'word.move-is':
    'A tie to add or to extend, chosen by computation because it closes most gaps. It is no advice.',

  'problem.title': 'The page could not answer',
  'problem.not-found': 'Not found',
  'problem.bad-query': 'The address asks for what does not exist',
  'problem.not-held':
    'This file holds the whole network, its quotations, its gaps, its rankings and how far they hold on the dates of the documents, with and without the EU; filters of ties are reckoned in it. Other dates, assumptions, filtered rankings and matrices and other comparisons need the program: run this command, or “relier serve”, and add what follows the # of this address to the one it gives.',
  'problem.not-held-title': 'This file does not hold this view',
  'problem.offline':
    'The server does not answer. Check that “relier serve” is still running, then reload the page.',
  'problem.status': 'The server answered {status}.',
  'problem.unexpected': 'Unexpected error: {text}',
  'problem.again': 'Try again',
  'problem.way-out': 'Back to this view without filter or date',
  'problem.misread': 'The address holds unknown words, left aside: {words}.',
  'problem.misread-way': 'Mend the address',
  'problem.finding': 'There is no finding “{finding}” on these dates.',
  'problem.cell': 'There is no cell “{cell}”.',
  'problem.table': 'This direction has no list “{table}”.',
  'problem.measure': 'There is no measure “{measure}”; choose one of these.',
  'problem.passage': 'This document has no passage “{at}”.',

  'keys.button': 'Keys and order of the page (?)',
  'keys.title': 'By keyboard',
  'keys.order':
    'The order of the page: skip link, views, search, undo and redo, language and theme, tools of the view, filters, the view, the panel of what is looked at, dates and dataset. Everything is reached with Tab; these keys are shorter.',
  'keys.everywhere': 'Everywhere',
  'keys.evidence': 'Quotations',
  'keys.picture': 'In a picture',
  'keys.reader': 'In a document',
  'keys.help': 'this help',
  'keys.search': 'go to the search field',
  'keys.undo': 'undo: the state before, as with the browser’s Back',
  'keys.redo': 'redo, as with Forward',
  'keys.escape': 'close the menu or the panel, and return to where it was opened',
  'keys.tab': 'next, previous',
  'keys.step': 'next, previous quotation',
  'keys.open': 'open the quotation in its document; without one in focus, the first of the panel',
  'keys.panel': 'go to the panel',
  'keys.actors': 'next, previous actor',
  'keys.ties': 'through its ties, and back',
  'keys.choose': 'choose',
  'keys.hits': 'in the search field: next, previous place found',
  'keys.passages': 'next, previous cited passage, or place found',
  'keys.return': 'back to where the quotation was opened',
  'keys.single': 'Keys of one character',
  'keys.single-note':
    'Switched off, they are left to your assistive software; the address keeps the choice (keys=off), nothing is stored.',
  'cite.title': 'Cite this view',
  'cite.note':
    'Each form names the view’s command, both dates, the dataset and its digest: text, tables and SVG can be recomputed to the byte.',
  'cite.assumption': 'An assumption, not a fact.',
  'cite.text': 'Text',
  'cite.bibtex': 'BibTeX',
  'cite.csl': 'CSL-JSON',
  'cite.copy': 'Copy',
};
