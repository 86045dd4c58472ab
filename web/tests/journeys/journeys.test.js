import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { hashOf, leave, settled, stage, text } from './stage.js';

/** @type {import('./stage.js').Stage} */
let on;
before(async () => {
  on = await stage();
});
after(() => on?.close());

/** The closed list of security and defence partnerships, as the document has it. */
const CLOSED =
  'L’UE a conclu de tels partenariats avec le Royaume-Uni, la Norvège, la Moldavie, la Corée du Sud, le Japon, l’Albanie et la Macédoine du Nord.';
const WITHOUT = [
  'Argentina',
  'Australia',
  'Brazil',
  'Canada',
  'India',
  'Mexico',
  'Singapore',
  'United States',
  'Western Balkans',
];

test('the page opens on the wheel and the four directions, each with its count, its sentence and its way in', async () => {
  const page = await on.open();
  assert.equal(await page.locator('svg.alive [data-node]').first().isVisible(), true);
  assert.equal(await page.locator('.card').count(), 4);
  for (const verb of ['deepen', 'enlarge', 'connect', 'secure']) {
    const card = page.locator(`.card.direction-${verb}`);
    assert.match(await text(card, '.figure'), /^\d+ sur \d+/);
    assert.ok((await text(card, '.sentence')).length > 40);
    assert.equal(await card.locator('a.way').getAttribute('href'), `#/gaps/${verb}`);
  }
  const status = await text(page, '#status');
  assert.match(
    status,
    /État au 20 novembre 2025.*connu au 20 novembre 2025.*données [\d.]+ [0-9a-f]{12}.*Deux documents, pas un registre/,
  );
  await leave(page);
});

test('a newcomer asks which partners have no security leg, and where the text says so', async () => {
  const page = await on.open('', { locale: 'en-GB' });
  await page.click('.card.direction-secure a.way');
  await settled(page);
  assert.match(await text(page, '.view-sentence'), /digital leg without a security leg/);
  const rows = page.locator('#lines-digital-only tbody th[scope=row]');
  assert.deepEqual(await rows.allTextContents(), WITHOUT);
  assert.equal(await text(page, '#lines-digital-only .value-absent'), 'established absence');
  assert.ok((await page.locator('.shared .words').allTextContents()).includes(CLOSED));
  await page.click('[data-row^="ARG"] button.unfold');
  const quotes = page.locator('tr.more:visible .quotation');
  assert.ok((await quotes.count()) >= 4);
  assert.ok(
    (await quotes.locator('.words').allTextContents()).includes(
      'Avec le Brésil, le Mexique, l’Argentine, l’Australie et les Balkans occidentaux.',
    ),
  );
  assert.equal(await quotes.locator('blockquote').first().getAttribute('lang'), 'fr');
  assert.match(await text(page, 'tr.more:visible'), /JOIN\(2025\) 140 final, note 14/);
  await leave(page);
});

test('from the sentence to its document, to what rests on it, and back', async () => {
  const page = await on.open('#/gaps/secure');
  const before_ = await hashOf(page);
  await page
    .locator('.shared .quotation', { hasText: 'Macédoine du Nord' })
    .locator('a.open-passage')
    .click();
  await settled(page);
  assert.match(await hashOf(page), /^#\/documents\/join-2025-140\?at=n30&quote=\d+-\d+$/);
  const lit = page.locator('.passage.is-lit');
  assert.equal(await lit.getAttribute('data-at'), 'n30');
  assert.equal((await lit.locator('.lit').allTextContents()).join(''), CLOSED);
  assert.equal(
    await lit.evaluate(
      (e) => e.getBoundingClientRect().top > 0 && e.getBoundingClientRect().bottom < innerHeight,
    ),
    true,
  );
  assert.equal(await lit.locator('.resting li').count(), 7);
  await lit.locator('.resting a', { hasText: 'sécurité et de défense UE-Japon' }).click();
  await page.waitForSelector('#panel-title');
  assert.match(await text(page, '#panel'), /Japon/);
  assert.ok((await page.locator('#panel .words').allTextContents()).includes(CLOSED));
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('#panel')?.hasAttribute('hidden'));
  await page.goBack();
  await settled(page);
  assert.equal(await hashOf(page), before_);
  assert.ok((await page.locator('.shared .words').allTextContents()).includes(CLOSED));
  await leave(page);
});

test('a mark of the reader leads to the ties that rest on it', async () => {
  const page = await on.open('#/documents/join-2025-140?at=n13');
  const lit = page.locator('.passage.is-lit');
  assert.equal(await lit.getAttribute('data-at'), 'n13');
  await lit.locator('a.cited').first().click();
  await page.waitForSelector('.resting li');
  assert.deepEqual((
    await page.locator('.resting li').evaluateAll((all) => all.map((li) => li.getAttribute('data-tie')))
  ).sort(), [
    'DP-CAN',
    'DP-JPN',
    'DP-KOR',
    'DP-SGP',
  ]);
  await leave(page);
});

test('every quotation that an actor’s panel shows stands in its document, letter for letter', async () => {
  const page = await on.open('#/network?node=JPN');
  await page.waitForSelector('#panel .quotation');
  const shown = await page.locator('#panel .quotation').evaluateAll((all) =>
    all.map((q) => ({
      words: q.querySelector('.words')?.textContent ?? '',
      href: q.querySelector('a.open-passage')?.getAttribute('href') ?? '',
    })),
  );
  assert.ok(shown.length > 30);
  /** @type {Record<string, Buffer>} */
  const documents = {};
  for (const { words, href } of shown) {
    const [, id = '', start, end] = /documents\/([^?]+)\?.*quote=(\d+)-(\d+)/.exec(href) ?? [];
    const file = new URL(`../../../seeds/documents/${id}.txt`, import.meta.url);
    documents[id] ??= readFileSync(file);
    assert.equal(documents[id]?.subarray(Number(start), Number(end)).toString('utf8'), words);
  }
  await leave(page);
});

test('filters are chosen from menus with counts, stand as chips, and come off', async () => {
  const page = await on.open();
  await page.click('#menu-instrument-button');
  const option = page.locator('label.option', { has: page.locator('#filter-instrument-DP') });
  assert.match(await text(option, '.count'), /^\d+ liens?$/);
  await page.check('#filter-instrument-DP');
  await settled(page);
  assert.equal(await hashOf(page), '#/network?instrument=DP');
  assert.equal(
    await page.locator('#menu-instrument').evaluate((d) => /** @type {HTMLDetailsElement} */ (d).open),
    true,
  );
  const actors = await page.locator('#actors tbody th').allTextContents();
  assert.deepEqual(
    actors.sort(),
    ['Canada', 'Japon', 'République de Corée', 'Singapour', 'Union européenne'].sort(),
  );
  assert.match(await text(page, '.view-sentence'), /Seulement: Partenariats numériques/);
  await page.keyboard.press('Escape');
  await page.click('#chip-instrument-DP');
  await settled(page);
  assert.equal(await hashOf(page), '#/network');
  await leave(page);
});

test('state, class, area and kind filter too, and all come off at once', async () => {
  const page = await on.open('#/network?kind=partner&state=active&area=CYB&class=stated,derived');
  assert.equal(await page.locator('.chips .chip').count(), 5);
  await page.click('#chip-all');
  await settled(page);
  assert.equal(await hashOf(page), '#/network');
  await leave(page);
});

test('the EU is taken out by a switch', async () => {
  const page = await on.open();
  await page.locator('label.switch:has(#without-eu)').click();
  await settled(page);
  assert.equal(await hashOf(page), '#/network?without-eu');
  assert.match(await text(page, '.view-sentence'), /sans l’UE/);
  await page.click('#table-actors');
  await settled(page);
  await page.click('#actors-all');
  const actors = await page.locator('#actors tbody th').allTextContents();
  assert.ok(actors.length > 10 && !actors.includes('Union européenne'));
  await leave(page);
});

test('the date is chosen by stops or freely, and a date that does not exist is told', async () => {
  const page = await on.open('#/actions');
  await page.click('#menu-date-button');
  await page.click('#as-of-after');
  await settled(page);
  assert.equal(await hashOf(page), '#/actions?as-of=2026-01-01');
  assert.match(await text(page, '#status'), /État au 1er janvier 2026/);
  await page.fill('#as-of-date', '2026-02-30');
  await page.click('#as-of-apply');
  assert.match(await text(page, '#as-of-problem'), /2026-02-30.*n’est pas un jour/);
  assert.equal(await hashOf(page), '#/actions?as-of=2026-01-01');
  await page.fill('#as-of-date', '2027-06-30');
  await page.keyboard.press('Enter');
  await settled(page);
  assert.equal(await hashOf(page), '#/actions?as-of=2027-06-30');
  await leave(page);
});

test('an actor is found by its name in either language, by code and by acronym', async () => {
  const page = await on.open();
  for (const [typed, id] of [
    ['Corée du Sud', 'KOR'],
    ['coree du sud', 'KOR'],
    ['South Korea', 'KOR'],
    ['KOR', 'KOR'],
    ['UIT', 'ITU'],
  ]) {
    await page.fill('#search', typed ?? '');
    await page.waitForSelector('#search-list [role=option]');
    assert.equal(await page.getAttribute('#search', 'aria-expanded'), 'true');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#panel-title');
    assert.equal(await hashOf(page), `#/network?node=${id}`, typed);
  }
  await page.fill('#search', 'xyzzy');
  assert.match(await text(page, '#search-list'), /Rien de ce nom/);
  await leave(page);
});

test('the picture is walked by keyboard: to an actor, among its ties, into the panel and out', async () => {
  const page = await on.open();
  const stops = await page.locator('svg.alive [tabindex="0"]').count();
  assert.equal(stops, 1);
  await page.locator('svg.alive [data-node="JPN"]').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('#panel .tie-card');
  assert.equal(await text(page, '#panel-title'), 'Japon');
  assert.equal(await page.locator('svg.alive.has-selection').count(), 1);
  assert.ok((await page.locator('svg.alive [data-tie].is-near').count()) > 0);
  assert.equal(await page.locator('svg.alive [data-node="EU"].is-near').count(), 1);
  assert.equal(await page.locator('svg.alive [data-node="BRA"].is-near').count(), 0);
  await page.keyboard.press('ArrowDown');
  const tie = await page.evaluate(() => /** @type {SVGElement} */ (document.activeElement).dataset.tie);
  assert.ok(tie);
  await page.keyboard.press('ArrowUp');
  assert.equal(
    await page.evaluate(() => /** @type {SVGElement} */ (document.activeElement).dataset.node),
    'JPN',
  );
  await page.keyboard.press('ArrowRight');
  const other = await page.evaluate(() => /** @type {SVGElement} */ (document.activeElement).dataset.node);
  assert.ok(other && other !== 'JPN');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('#panel')?.hasAttribute('hidden'));
  assert.equal(await hashOf(page), '#/network');
  await leave(page);
});

test('a tie of the picture opens with its sentences', async () => {
  const page = await on.open();
  await page.locator('svg.alive [data-tie="DP-JPN"]').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('#panel .quotation');
  assert.equal(await hashOf(page), '#/network?tie=DP-JPN');
  assert.match(await text(page, '#panel'), /en cours ou en vigueur/);
  await leave(page);
});

test('a cell of a matrix opens with its value in words and its sentences', async () => {
  const page = await on.open('#/gaps/deepen');
  const cell = page.locator('[data-cell="units-domains:JPN:D6"]');
  assert.match((await cell.textContent()) ?? '', /en cours, nommé/);
  await cell.click();
  await page.waitForSelector('#panel .quotation');
  assert.equal(await text(page, '#panel-title'), 'Japon × Cybersécurité');
  assert.equal(await page.locator('.cell-link.is-selected').count(), 1);
  await page.locator('[data-cell="units-domains:ARG:D7"]').click();
  await page.waitForFunction(() =>
    document.querySelector('#panel-title')?.textContent?.startsWith('Argentine'),
  );
  assert.match(await text(page, '#panel'), /absent du corpus.*n’en disent rien/);
  await leave(page);
});

test('the language switch keeps the view, and quotations stay French', async () => {
  const page = await on.open('#/gaps/secure?as-of=2025-11-20&node=AUS');
  await page.waitForSelector('#panel .quotation');
  const quotes = await page.locator('#panel .words').allTextContents();
  await page.click('#lang-en');
  await settled(page);
  await page.waitForFunction(() => document.querySelector('#panel-title')?.textContent === 'Australia');
  assert.match(await hashOf(page), /^#\/gaps\/secure\?as-of=2025-11-20&node=AUS&lang=en$/);
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  assert.deepEqual(await page.locator('#panel .words').allTextContents(), quotes);
  await leave(page);
});

test('the same address shows the same sight in a fresh page', async () => {
  const page = await on.open('', { locale: 'en-GB' });
  await page.click('#menu-instrument-button');
  await page.check('#filter-instrument-DP');
  await settled(page);
  await page.check('#filter-instrument-SDP');
  await settled(page);
  await page.keyboard.press('Escape');
  await page.click('#actors-sort-actor');
  await settled(page);
  await page.locator('#actors tbody a', { hasText: 'Japan' }).click();
  await page.waitForSelector('#panel .quotation');
  const hash = await hashOf(page);
  assert.equal(hash, '#/network?instrument=DP,SDP&sort=actor&node=JPN&lang=en');
  const sight = await text(page, '#layout');
  const fresh = await on.open(hash, { locale: 'fr-FR' });
  await fresh.waitForSelector('#panel .quotation');
  assert.equal(await text(fresh, '#layout'), sight);
  await leave(fresh);
  await leave(page);
});

test('back and forward undo and redo', async () => {
  const page = await on.open('#/network');
  await page.click('#nav-gaps');
  await settled(page);
  await page.click('#goal-enlarge');
  await settled(page);
  await page.goBack();
  await settled(page);
  assert.equal(await hashOf(page), '#/gaps');
  assert.equal(await page.locator('.goal').count(), 4);
  await page.goForward();
  await settled(page);
  assert.equal(await page.locator('#lines-candidates').count(), 1);
  await leave(page);
});

test('rankings sort both ways, by any measure, and set the EU apart', async () => {
  const page = await on.open('#/rank/degree');
  assert.match(await text(page, '.apart'), /Mise à part.*Union européenne/);
  const column = () =>
    page
      .locator('#rank tbody tr')
      .evaluateAll((rows) => rows.map((r) => Number(r.querySelector('td:nth-of-type(2)')?.textContent)));
  const down = await column();
  assert.deepEqual(
    down,
    [...down].sort((a, b) => b - a),
  );
  assert.equal(await page.locator('#rank th[aria-sort=descending]').count(), 1);
  await page.click('#rank-sort-value');
  await settled(page);
  assert.equal(await hashOf(page), '#/rank/degree?sort=value');
  const up = await column();
  assert.deepEqual(
    up,
    [...up].sort((a, b) => a - b),
  );
  await page.click('#measure-harmonic');
  await settled(page);
  assert.equal(await hashOf(page), '#/rank/harmonic');
  await page.click('#graph-incidence');
  await settled(page);
  assert.equal(await hashOf(page), '#/rank/harmonic?graph=incidence');
  // The EU keeps its value, set apart, and the reading without it comes first.
  await page.locator('label.switch:has(#without-eu)').click();
  await settled(page);
  assert.match(await text(page, '#rank-sort-value'), /sans l’UE/);
  assert.match(await text(page, '.apart'), /Union européenne/);
  await leave(page);
});

test('a measure that is undefined says why', async () => {
  const page = await on.open('#/rank/eigenvector?without-eu');
  assert.match(await text(page, '.measure .notice'), /composantes/);
  await leave(page);
});

test('actions are told by phase, with the Council’s deadlines and their sentences', async () => {
  const page = await on.open('#/actions');
  const all = await page.locator('#actions tbody tr[data-row]').count();
  assert.equal(all, 82);
  await page.click('#phase-to-start');
  await settled(page);
  const some = await page.locator('#actions tbody tr[data-row]').count();
  assert.ok(some > 0 && some < all);
  assert.equal(await page.locator('.deadlines .quotation').count(), 2);
  await leave(page);
});

test('what the address asks for and is not there is told, with the nearest', async () => {
  const expected = /status of 40[04]/;
  for (const [hash, words] of /** @type {[string, RegExp][]} */ ([
    ['#/network?node=Jappan', /Introuvable.*vouliez-vous dire JPN/],
    ['#/network?tie=DP-JPM', /Introuvable.*DP-JPN/],
    ['#/network?as-of=demain', /n’existe pas.*demain/],
    ['#/network?instrument=XX', /n’existe pas.*XX/],
    ['#/network?colour=red', /mots inconnus.*colour=red/],
    ['#/gaps/improve', /Introuvable.*improve/],
    ['#/gaps/secure?table=nothing', /pas de liste «nothing»/],
    ['#/gaps/secure?cell=a:b:c', /Aucune case/],
    ['#/rank/beauty', /pas de mesure «beauty»/],
    ['#/documents/other', /Introuvable.*other/],
    ['#/documents/join-2025-140?at=n999', /pas de passage «n999»/],
  ])) {
    const page = await on.open(hash);
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.problem, .notice, [role=alert]')].some(
        (e) => (e.textContent ?? '').trim() !== '',
      ),
    );
    const told = (await page.locator('.problem, .notice, [role=alert]').allTextContents())
      .join(' ')
      .replace(/\s+/g, ' ');
    assert.match(told, words, hash);
    await leave(page, { expected });
  }
});

test('a wrong filter in the address has a way out', async () => {
  const page = await on.open('#/network?instrument=XX&lang=en');
  await page.click('.problem a.way');
  await settled(page);
  assert.equal(await hashOf(page), '#/network?lang=en');
  assert.equal(await page.locator('.card').count(), 4);
  await leave(page, { expected: /status of 400/ });
});

test('a view can be taken away: link, command, picture, table, data', async () => {
  const page = await on.open('#/network?instrument=DP');
  await page.click('#copy-link');
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${on.url}#/network?instrument=DP`);
  await page.click('#copy-command');
  assert.equal(
    await page.evaluate(() => navigator.clipboard.readText()),
    'relier draw wheel --instrument DP --lang fr',
  );
  const take = async (/** @type {string} */ format) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.click(`#download-${format}`)]);
    assert.ok(download.suggestedFilename().endsWith(`.${format}`));
    return readFileSync(await download.path(), 'utf8');
  };
  assert.match(await take('svg'), /^<(\?xml|svg)/);
  assert.match(await take('csv'), /^\ufeffActeur,.*\r\n/);
  assert.equal(JSON.parse(await take('json')).ties.length, 4);
  await page.goto(`${on.url}#/gaps/secure`);
  await settled(page);
  const csv = await take('csv');
  assert.ok(csv.includes(CLOSED));
  await leave(page);
});

test('a quotation is copied with its place', async () => {
  const page = await on.open('#/gaps/secure');
  await page.locator('.shared .quotation', { hasText: 'Macédoine' }).locator('button').click();
  assert.equal(
    await page.evaluate(() => navigator.clipboard.readText()),
    `«${CLOSED}» (JOIN(2025) 140 final, note 30)`,
  );
  await leave(page);
});

test('light and dark: as the system says, or as the address does', async () => {
  const dark = await on.open('#/about', { scheme: 'dark' });
  const ground = () => dark.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.equal(await ground(), 'rgb(18, 22, 28)');
  await dark.selectOption('#theme', 'light');
  await settled(dark);
  assert.equal(await hashOf(dark), '#/about?theme=light');
  assert.equal(await ground(), 'rgb(255, 255, 255)');
  await leave(dark);
});

test('no view scrolls sideways, from a wide screen down to 400 % zoom', async () => {
  const views = [
    'network',
    'network?node=JPN',
    'network?table=ties',
    'gaps',
    'gaps/deepen',
    'gaps/enlarge',
    'gaps/connect',
    'gaps/secure',
    'rank',
    'actions',
    'documents/join-2025-140',
    'documents/st-15315-2025',
    'matrix',
    'compare?actors=JPN,KOR',
    'whatif?edit=add+SDP+CAN',
    'network?instrument=DP,SDP&state=active&kind=partner&area=CYB',
    'about',
  ];
  /** @type {string[]} */
  const over = [];
  for (const width of [1440, 1024, 768, 390, 320]) {
    const page = await on.open('#/about', { width });
    for (const lang of ['fr', 'en']) {
      for (const view of views) {
        await page.goto(`${on.url}#/${view}${view.includes('?') ? '&' : '?'}lang=${lang}`);
        await settled(page);
        const [wide, room] = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.clientWidth,
        ]);
        if ((wide ?? 0) > (room ?? 0)) over.push(`${view} ${lang} at ${width}: ${wide} in ${room}`);
      }
    }
    await leave(page);
  }
  assert.deepEqual(over, []);
});

test('on a narrow screen the tables come before the picture', async () => {
  const page = await on.open('', { width: 390, height: 844 });
  const [table, picture] = await page.evaluate(() =>
    ['.twin', '.stage'].map((s) => document.querySelector(s)?.getBoundingClientRect().top ?? 0),
  );
  assert.ok((table ?? 0) < (picture ?? 0));
  await leave(page);
});

test('without scripts the page says what still works, and it does', async () => {
  const page = await on.open('', { scripts: false });
  const words = await text(page, 'noscript, body');
  assert.match(words, /a besoin de scripts; tout se lit aussi sans eux/);
  assert.match(words, /needs scripts; everything can also be read without them/);
  const links = await page
    .locator('a[href^="api/"], a[href^="plain"]')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
  assert.ok(links.length > 10, `${links.length} links`);
  for (const link of links) {
    assert.equal((await page.request.get(on.url + link)).status(), 200, link);
  }
  await leave(page, { expected: /404/ });
});

test('the first view asks for little', async () => {
  const page = await on.open('');
  const asked = await page.evaluate(() =>
    performance.getEntriesByType('resource').map((r) => new URL(r.name).pathname),
  );
  assert.deepEqual(asked.filter((path) => path.startsWith('/api/')).sort(), [
    '/api/v1/gaps',
    '/api/v1/meta',
    '/api/v1/network',
    '/api/v1/pictures/wheel.svg',
    '/api/v1/status',
  ]);
  assert.ok(asked.length <= 100, `${asked.length} requests`);
  await leave(page);
});

test('a view prints without its levers', async () => {
  const page = await on.open('#/gaps/secure');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.views').isVisible(), false);
  assert.equal(await page.locator('#lines-digital-only').isVisible(), true);
  assert.equal(await page.locator('#status').isVisible(), true);
  const pdf = await page.pdf({ format: 'A4' });
  assert.ok(pdf.length > 10_000);
  await leave(page);
});
