/** Filters, dates, languages and addresses: what is seen is what the address says. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hashOf, leave, settled, stage, text } from './stage.js';

/** @type {import('./stage.js').Stage} */
let on;
before(async () => {
  on = await stage();
});
after(() => on?.close());

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
    ['#/gaps/secure?cell=a:b:c', /Aucune cellule/],
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

test('the codes of the rings stand below a wheel that has rings, and below no other', async () => {
  for (const [hash, n] of /** @type {[string, number][]} */ ([['#/network', 1], ['#/network?instrument=DP', 0], ['#/network?without-eu', 0], ['#/network/force', 0]])) {
    const page = await on.open(hash);
    assert.equal(await page.locator('.port svg .ring-band').count() > 0, n === 1, hash);
    assert.equal(await page.locator('.rings').count(), n, hash);
    await leave(page);
  }
});

test('the theme that is chosen is read whole, stands in the address, and in the command of a picture that is seen in the dark', async () => {
  for (const width of [1440, 1024, 701]) {
    const page = await on.open('#/network?theme=dark', { width });
    const cut = await page.locator('#theme').evaluate((select) => {
      const canvas = document.createElement('canvas').getContext('2d');
      const style = getComputedStyle(select);
      if (!canvas) return null;
      canvas.font = style.font;
      const words = [.../** @type {HTMLSelectElement} */ (select).options].map((o) => canvas.measureText(o.text).width);
      // The arrow of a menu takes some 20 px.
      return select.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - 20 - Math.max(...words);
    });
    assert.ok(cut !== null && cut >= 0, `${cut} px at ${width}`);
    await page.click('#copy-command');
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^relier draw wheel .*--theme dark --lang fr$/);
    await leave(page);
  }
});
