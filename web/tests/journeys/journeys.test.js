/** The page as a whole: what it opens on, what it gives away, how it fits and prints. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { hashOf, leave, plainly, settled, stage, text } from './stage.js';

/** @type {import('./stage.js').Stage} */
let on;
before(async () => {
  on = await stage();
});
after(() => on?.close());

/** The closed list of security and defence partnerships, as the document has it. */
const CLOSED =
  'L’UE a conclu de tels partenariats avec le Royaume-Uni, la Norvège, la Moldavie, la Corée du Sud, le Japon, l’Albanie et la Macédoine du Nord.';

test('the page opens on the wheel and the four directions, each with its count, its sentence and its way in', async () => {
  const page = await on.open();
  assert.equal(await page.locator('svg.alive [data-node]').first().isVisible(), true);
  assert.equal(await page.locator('.card').count(), 4);
  for (const verb of ['deepen', 'enlarge', 'connect', 'secure']) {
    const card = page.locator(`.card.direction-${verb}`);
    assert.match(await text(card, '.figure'), /^\d+ sur \d+/);
    assert.ok((await text(card, '.sentence')).length > 40);
    assert.equal(plainly(await card.locator('a.way').getAttribute('href')), `#/gaps/${verb}`);
  }
  const status = await text(page, '#status');
  assert.match(
    status,
    /État au 20 novembre 2025.*connu au 20 novembre 2025.*données [\d.]+ [0-9a-f]{12}.*Deux documents, pas un registre/,
  );
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

test('a view can be taken away: link, command, picture, table, data', async () => {
  const page = await on.open('#/network?instrument=DP');
  await page.click('#copy-link');
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${on.url}#/network?as-of=2025-11-20&known=2025-11-20&instrument=DP&lang=fr`);
  await page.click('#copy-command');
  assert.equal(
    await page.evaluate(() => navigator.clipboard.readText()),
    'relier draw wheel --instrument DP --as-of 2025-11-20 --known 2025-11-20 --lang fr',
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

test('no menu goes on beside itself where it is narrow or low', async () => {
  for (const [width, height] of [[390, 844], [320, 568], [1440, 500]]) {
    const page = await on.open('#/network?lang=fr', { width });
    await page.setViewportSize({ width: width ?? 390, height: height ?? 844 });
    if (await page.locator('.filters-button').isVisible()) await page.click('.filters-button');
    for (const menu of await page.locator('.menu > summary').all()) {
      await menu.click();
      const [wide, room] = await page.evaluate(() => {
        const sheet = document.querySelector('.menu[open] .sheet');
        return [sheet?.scrollWidth ?? 0, sheet?.clientWidth ?? 0];
      });
      assert.ok(Number(room) > 100 && Number(wide) <= Number(room) + 1, `${await menu.textContent()} at ${width} × ${height}: ${wide} in ${room}`);
      await page.keyboard.press('Escape');
    }
    await leave(page);
  }
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
    'about/accessibility',
    'network?instrument=TTC&area=EID',
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

test('the first view weighs less than 300 kB over the wire, with its data and the heads of its answers', async () => {
  for (const locale of ['fr-FR', 'en-GB']) {
    const page = await on.open('#/about', { locale });
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    let weight = 0;
    session.on('Network.loadingFinished', (/** @type {{ encodedDataLength: number }} */ e) => (weight += e.encodedDataLength));
    await page.goto('about:blank');
    await page.goto(`${on.url}?cold#/network`);
    await page.waitForSelector('svg.alive');
    await page.waitForLoadState('networkidle');
    assert.ok(weight > 100_000 && weight < 300_000, `${weight} bytes, ${locale}`);
    await leave(page);
  }
});

test('the first view asks for little', async () => {
  const page = await on.open('');
  // The state of the server is asked for last.
  await page.waitForFunction(() => performance.getEntriesByType('resource').some((r) => r.name.endsWith('/api/v1/status')));
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
  assert.ok(asked.length <= 60, `${asked.length} requests`);
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
