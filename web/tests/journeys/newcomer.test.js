/** What someone meets who comes for the first time: where one lands, what a change did, what fits, and in which language. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hashOf, leave, settled, stage, text } from './stage.js';

/** @type {import('./stage.js').Stage} */
let on;
before(async () => {
  on = await stage();
});
after(() => on?.close());

const focused = (/** @type {import('playwright-core').Page} */ page) => page.evaluate(() => document.activeElement?.id ?? '');

test('a change of dates leads to the comparison only where that has something to show', async () => {
  const page = await on.open('#/network?lang=en&as-of=2025-06-05');
  await page.waitForSelector('#since p');
  const said = await text(page, '#since');
  assert.match(said, /^Back from 20 November 2025 to 5 June 2025: the members of \d+ groups change\./);
  assert.equal(await page.locator('#since-compare').count(), 0);
  await leave(page);
});

test('from the panel of the network a quotation opens at its passage, in sight and with the focus', async () => {
  const page = await on.open('#/network?tie=DP-JPN');
  await page.waitForSelector('#panel .quotation');
  const ways = page.locator('#panel a.open-passage');
  await ways.nth((await ways.count()) - 1).click();
  await page.waitForSelector('.passage.is-lit .lit');
  await settled(page);
  const at = await page.evaluate(() => {
    const lit = document.querySelector('.passage.is-lit');
    const { top, bottom } = lit?.querySelector('.lit')?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
    return { focus: lit !== null && document.activeElement === lit, seen: top > 0 && bottom < innerHeight };
  });
  assert.deepEqual(at, { focus: true, seen: true });
  await leave(page);
});

for (const [lang, written, understood, said, compare] of [
  ['fr', '1er janvier 2027', 'Compris: 1er janvier 2027', /^Du 20 novembre 2025 au 1er janvier 2027: \d+ liens changent d’état/, /Du 20 novembre 2025 au 1er janvier 2027/],
  ['en', '1 January 2027', 'Understood: 1 January 2027', /^From 20 November 2025 to 1 January 2027: \d+ ties change their state/, /From 20 November 2025 to 1 January 2027|20 November 2025 to 1 January 2027/],
])
  test(`a day is written as people write it, and what the change changed is said and leads on: ${lang}`, async () => {
    const page = await on.open(`#/network?lang=${lang}`);
    assert.equal(await page.locator('#since').count(), 0);
    await page.click('#menu-date-button');
    await page.fill('#as-of-date', String(written));
    assert.equal(await text(page, '#as-of-understood'), understood);
    await page.keyboard.press('Enter');
    await settled(page);
    await page.waitForSelector('#since p');
    assert.match(await hashOf(page), /as-of=2027-01-01/);
    assert.match(await text(page, '#since'), /** @type {RegExp} */ (said));
    // As many as the comparison of the two dates names.
    const n = Number(/: (\d+) /.exec(await text(page, '#since'))?.[1]);
    const asked = await fetch(`${on.url}api/v1/compare?dates=2025-11-20,2027-01-01`);
    assert.equal(n, (await asked.json()).ties.length);
    await page.waitForFunction(() => /2027/.test(document.querySelector('#live')?.textContent ?? ''));
    await page.keyboard.press('Escape');
    await page.click('#since-compare');
    await settled(page);
    assert.match(await hashOf(page), /dates=2025-11-20,2027-01-01/);
    assert.match(await text(page, 'h1'), /** @type {RegExp} */ (compare));
    // A name is a name: the states stand in the columns beside it.
    for (const name of await page.locator('#tie-changes tbody tr[data-row] a').allTextContents()) assert.doesNotMatch(name, /→|\(/);
    await leave(page);
  });

test('what was published later is said to be missing at an earlier knowledge', async () => {
  const page = await on.open('#/network?known=2025-06-05');
  await page.waitForSelector('#since p');
  assert.match(await text(page, '#since'), /connu au 5 juin 2025 au lieu du 20 novembre 2025: \d+ liens de moins/);
  await leave(page);
});

test('a text that names no day is refused in words that show how', async () => {
  const page = await on.open();
  await page.click('#menu-date-button');
  await page.fill('#as-of-date', '31 juin 2025');
  assert.equal(await text(page, '#as-of-understood'), '');
  await page.keyboard.press('Enter');
  assert.match(await text(page, '#as-of-problem'), /31 juin 2025.*07\/05\/2026/);
  assert.equal(await hashOf(page), '#/network');
  await leave(page);
});

test('the switch in the menu of dates keeps its shape', async () => {
  const page = await on.open();
  await page.click('#menu-date-button');
  const [small, usual] = await Promise.all(
    ['.menu.dates .switch .track', 'label:has(#without-eu) .track'].map((s) => page.locator(s).evaluate((e) => e.getBoundingClientRect().width)),
  );
  assert.equal(small, usual);
  await leave(page);
});

test('what is assumed keeps the focus, and what it moved is seen and told', async () => {
  const page = await on.open('#/whatif');
  await page.focus('#edit-kind');
  for (const kind of ['ACTION', 'SDP', 'DP']) {
    await page.selectOption('#edit-kind', kind);
    assert.equal(await focused(page), 'edit-kind', kind);
  }
  await page.selectOption('#edit-kind', 'ACTION');
  assert.equal(await page.locator('#edit-meeting').count(), 1);
  await page.locator('#assume-0').click();
  await settled(page);
  await page.waitForFunction(() => /lacune/.test(document.querySelector('#live')?.textContent ?? ''));
  const fold = await page.locator('#status').evaluate((e) => e.getBoundingClientRect().top);
  const box = await page.locator('.change-goals').boundingBox();
  assert.ok(box && box.y > 0 && box.y + box.height < fold, JSON.stringify(box));
  assert.equal(await focused(page), 'change-goals');
  await leave(page);
});

test('on a phone what is searched and the picture fit, and the way to the picture stands at the top', async () => {
  const page = await on.open('', { width: 390, height: 844 });
  const inside = async (/** @type {string} */ selector) => {
    const box = await page.locator(selector).first().boundingBox();
    assert.ok(box && box.x >= 0 && box.x + box.width <= 390, `${selector}: ${JSON.stringify(box)}`);
    return box;
  };
  assert.ok((await inside('#to-picture')).y < 600);
  assert.ok(await page.evaluate(() => {
    const [table, picture] = [document.querySelector('#twin'), document.querySelector('.stage')];
    return table && picture && (table.compareDocumentPosition(picture) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  }));
  await page.click('#to-picture');
  const wheel = await inside('.port > svg');
  assert.ok(wheel.y >= 0 && wheel.y + wheel.height < 844, JSON.stringify(wheel));
  // One touch, and every name is read: no letter under 11 px.
  await page.click('#zoom-in');
  const least = await page.locator('.port svg.alive [data-node] text').evaluateAll((all) =>
    Math.min(...all.map((t) => parseFloat(getComputedStyle(t).fontSize) * (/** @type {SVGGraphicsElement} */ (t).getScreenCTM()?.a ?? 0))),
  );
  assert.ok(least > 10.5, `${least} px`);
  await page.evaluate(() => window.scrollTo(0, 0));
  // The four counts and the head of the table are what one sees first.
  assert.ok((await inside('.card.direction-secure .figure')).y < 844);
  await page.fill('#search', 'japon');
  await page.waitForSelector('#search-list .found');
  await inside('#search-list');
  await leave(page);
});

test('a country that the corpus does not name is no partner', async () => {
  const page = await on.open('#/network?node=PRK');
  await page.waitForFunction(() => document.querySelector('#panel-title')?.textContent === 'Corée du Nord');
  assert.match(await text(page, '#panel .kicker'), /^pays · /);
  await page.fill('#search', 'corée');
  await page.waitForFunction(() => document.querySelectorAll('#search-list .found').length >= 2);
  const found = await page.locator('#search-list .of-actors').allTextContents();
  assert.ok(found.some((f) => /Corée du Nord.*pays · sans lien/.test(f)), found.join(' | '));
  assert.ok(found.some((f) => /République de Corée.*partenaire/.test(f)), found.join(' | '));
  await leave(page);
});

test('the rings of the wheel are spelled out below it, and a stroke is one in picture, legend and table', async () => {
  const page = await on.open();
  const codes = await page.locator('.rings .ring-code b').allTextContents();
  const drawn = await page.locator('svg.alive text.muted').evaluateAll((all) => all.map((t) => t.firstChild?.textContent?.trim() ?? ''));
  assert.ok(codes.length > 5 && codes.every((c) => drawn.includes(c)), codes.join());
  for (const kind of ['DP', 'DD', 'CD', 'HE', 'CABLE']) {
    const strokes = await page.evaluate((k) => {
      const look = (/** @type {string} */ selector) => {
        const found = document.querySelector(selector);
        if (!found) return `no ${selector}`;
        const { stroke, strokeDasharray, strokeWidth } = getComputedStyle(found);
        return [stroke, strokeDasharray, strokeWidth].join('|');
      };
      return ['line', 'lay'].map((c) => [look(`.picture-key .k-${k} .${c}`), look(`.swatch .k-${k} .${c}`)]);
    }, kind);
    const [[legend, table] = []] = strokes;
    assert.equal(table, legend, kind);
  }
  await leave(page);
});

test('an address without a language speaks the reader’s, and says so from then on', async () => {
  const page = await on.open('#/rank/degree', { locale: 'en-GB' });
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  assert.equal(await hashOf(page), '#/rank/degree?lang=en');
  // Every way on says its language too.
  const ways = await page.locator('a[href^="#/"]').evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
  assert.ok(ways.length > 10);
  for (const way of ways) assert.match(way, /lang=(en|fr)/);
  await leave(page);
  const french = await on.open('#/rank/degree', { locale: 'fr-FR' });
  assert.equal(await french.evaluate(() => location.hash), '#/rank/degree?lang=fr');
  await leave(french);
});

test('a footnote’s number stands raised in a quotation, of which no character changes', async () => {
  const page = await on.open('#/network?tie=DP-JPN');
  await page.waitForSelector('#panel .quotation');
  const tie = await (await fetch(`${on.url}api/v1/ties/DP-JPN`)).json();
  const shown = await page.locator('#panel .quotation .words').allTextContents();
  for (const { quote } of tie.evidence) assert.ok(shown.includes(quote), quote);
  const raised = await page.locator('#panel .quotation .words sup').allTextContents();
  assert.ok(raised.includes('13'), raised.join());
  await leave(page);
});

test('each count says what it is of, and its range is the one of the report', async () => {
  const page = await on.open('#/gaps/deepen');
  const report = await (await fetch(`${on.url}api/v1/report?lang=fr`)).text();
  const main = page.locator('.figures li.is-main');
  assert.match(await text(main, '.figure'), /^\d+ sur 121 cellules$/);
  const [, least = '', most = ''] = /de (\d+) à (\d+) selon le codage/.exec(await text(main, '.range')) ?? [];
  assert.notEqual(least, '');
  // The report writes the range in the row of the same count.
  const row = report.split('<tr').find((r) => r.includes('data-count="active"')) ?? '';
  assert.match(row.replaceAll(/<[^>]*>/g, ' '), new RegExp(`\\b${least}\\s*(–|à|-)\\s*${most}\\b`));
  await leave(page);
});

test('the words of a view are explained where they are met', async () => {
  const page = await on.open('#/gaps/enlarge?lang=en');
  const front = page.locator('.glossary dd', { hasText: 'None of which'.toLowerCase() });
  assert.equal(await front.isVisible(), false);
  await page.click('#glossary-button');
  assert.equal(await front.isVisible(), true);
  for (const word of ['unit', 'stratum', 'Pareto front', 'established absence'])
    assert.ok((await page.locator('.glossary dt').allTextContents()).includes(word), word);
  await leave(page);
});

test('what is compared is said once: nothing stands both under one partner alone and under all', async () => {
  const page = await on.open('#/compare?actors=JPN,KOR');
  const said = await page.locator('.compared').nth(1).locator('.said li').allTextContents();
  const items = said.map((s) => s.slice(s.indexOf(':') + 1).replace(/\.\s*$/, '').split(/, | et (?=[A-ZÉ])/).map((i) => i.trim()).filter((i) => i !== 'rien'));
  const all = items.flat();
  assert.ok(all.length > 3);
  assert.deepEqual(all, [...new Set(all)]);
  assert.doesNotMatch(await page.getAttribute('#compare-add', 'placeholder') ?? '', /instrument/);
  await leave(page);
});

test('what other dates changed follows from the address alone: the same after a walk through others', async () => {
  const page = await on.open('#/network?as-of=2026-07-01');
  await page.waitForSelector('#since p');
  const once = await text(page, '#since');
  await page.goto(`${on.url}#/network?as-of=2025-06-05`);
  await page.waitForFunction(() => /5 juin 2025/.test(document.querySelector('#since p')?.textContent ?? ''));
  await page.goto(`${on.url}#/network?as-of=2026-07-01`);
  await page.waitForFunction(() => /2026/.test(document.querySelector('#since p')?.textContent ?? ''));
  assert.equal(await text(page, '#since'), once);
  await page.goto(`${on.url}#/network`);
  await settled(page);
  assert.equal(await page.locator('#since').count(), 0);
  await leave(page);
});
