/** The frame of the page: what it counts, finds, cites and undoes. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { hashOf, leave, plainly, run, settled, stage, text } from './stage.js';

/** @import { Page } from 'playwright-core' */
/** @import { Network } from '../../types/wire' */

/** @type {import('./stage.js').Stage} */
let on;
before(async () => {
  on = await stage();
});
after(() => on?.close());

const api = async (/** @type {string} */ path) => (await fetch(`${on.url}api/v1/${path}`)).json();
const clipboard = (/** @type {Page} */ page) => page.evaluate(() => navigator.clipboard.readText());

for (const standing of ['', 'state=active', 'instrument=DP,ACTION&kind=partner', 'area=CYB&class=stated,derived', 'focus=JPN', 'without-eu&state=active']) {
  test(`each choice leaves as many ties as it says: ${standing || 'no filter'}`, async () => {
    const page = await on.open(`#/network?${standing}`);
    await page.waitForSelector('.option .count', { state: 'attached' });
    const said = await page.locator('.option').evaluateAll((all) =>
      all.flatMap((option) => {
        const count = option.querySelector('.count')?.textContent;
        const [, list = '', word = ''] = /^filter-(\w+)-(.*)$/.exec(option.querySelector('input')?.id ?? '') ?? [];
        return count ? [{ list, word, n: parseInt(count.replaceAll(/\s/g, ''), 10) }] : [];
      }),
    );
    assert.ok(said.length > 40, `${said.length} counts`);
    const given = new URLSearchParams(standing);
    // Every list, and of each the words that say most and least: the whole would ask too much of one test.
    const lists = [...new Set(said.map((s) => s.list))];
    assert.deepEqual(lists.toSorted(), ['area', 'domain', 'instrument', 'kind', 'state']);
    for (const list of lists) {
      const words = said.filter((s) => s.list === list).toSorted((a, b) => b.n - a.n);
      for (const { word, n } of [...words.slice(0, 3), ...words.slice(-1)]) {
        const query = new URLSearchParams();
        for (const [name, values] of given)
          if (name !== list) for (const one of values.split(',')) query.append(name, one);
        query.append(list, word);
        /** @type {Network} */
        const { ties } = await api(`network?${query}`);
        assert.equal(n, ties.length, `${list} ${word} with ${standing}`);
      }
    }
    await leave(page);
  });
}

test('the classes of evidence are counted when their menu opens', async () => {
  const page = await on.open();
  await page.click('#menu-class-button');
  await page.waitForSelector('#menu-class .option .count');
  const counts = await page.locator('#menu-class .option .count').allTextContents();
  const real = await Promise.all(
    ['stated', 'derived', 'structural'].map(async (c) => (await api(`network?class=${c}`)).ties.length),
  );
  assert.deepEqual(counts.map((c) => parseInt(c.replaceAll(/\s/g, ''), 10)), real);
  // Additional sources are a class where they are on, and nowhere else.
  assert.equal(await page.locator('#filter-class-additional').count(), 0);
  const with_ = await on.open('#/network?additional');
  await with_.click('#menu-class-button');
  await with_.waitForSelector('#filter-class-additional');
  await leave(with_);
  await leave(page);
});

test('undo and redo, by key and by button, stop at the ends and leave fields alone', async () => {
  const page = await on.open('#/network');
  assert.equal(await page.getAttribute('#undo', 'aria-disabled'), 'true');
  await page.click('label.switch:has(#without-eu)');
  await settled(page);
  await page.click('#nav-gaps');
  await settled(page);
  await page.locator('h1').focus();
  await page.keyboard.press('Control+z');
  await page.waitForFunction(() => location.hash === '#/network?without-eu&lang=fr');
  await page.keyboard.press('Control+z');
  await page.waitForFunction(() => location.hash === '#/network?lang=fr');
  await settled(page);
  await page.keyboard.press('Control+z');
  assert.match(await text(page, '#toast'), /Rien à annuler/);
  assert.equal(await hashOf(page), '#/network');
  await page.keyboard.press('Control+Shift+Z');
  await page.waitForFunction(() => location.hash === '#/network?without-eu&lang=fr');
  await settled(page);
  assert.equal(await page.getAttribute('#redo', 'aria-disabled'), null);
  await page.click('#redo');
  await page.waitForFunction(() => location.hash.startsWith('#/gaps'));
  await settled(page);
  assert.equal(await page.getAttribute('#redo', 'aria-disabled'), 'true');
  await page.fill('#search', 'Jap');
  await page.keyboard.press('Control+z');
  assert.match(await hashOf(page), /^#\/gaps/);
  await leave(page);
});

test('the reader finds words whatever their accents and apostrophes, counts them, and steps through them', async () => {
  const page = await on.open('#/documents/join-2025-140');
  const folded = (/** @type {string} */ t) =>
    t.replaceAll('**', '').toLowerCase().replaceAll('œ', 'oe').replaceAll('’', "'").normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[\s\u00a0\u202f-]+/gu, ' ');
  const { passages } = await api('documents/join-2025-140');
  for (const [typed, plain] of [
    ['Corée du Sud', 'coree du sud'],
    ['L\'UE', "l'ue"],
    ['CYBERSECURITE', 'cybersecurite'],
  ]) {
    const n = passages.reduce((/** @type {number} */ sum, /** @type {{ text: string }} */ p) => sum + folded(p.text).split(plain ?? '').length - 1, 0);
    await page.fill('#find', typed ?? '');
    await page.waitForFunction((n_) => document.querySelector('#find-count')?.textContent?.endsWith(` ${n_}`), n);
    assert.equal(await text(page, '#find-count'), `1 sur ${n}`);
    assert.equal(new Set(await page.locator('.hit').evaluateAll((all) => all.map((m) => /** @type {HTMLElement} */ (m).dataset.hit))).size, n);
  }
  await page.focus('#find');
  await page.keyboard.press('Enter');
  assert.match(await text(page, '#find-count'), /^2 sur /);
  await page.waitForFunction(() => /^2 sur \d+: /.test(document.querySelector('#live')?.textContent ?? ''));
  await page.keyboard.press('Shift+Enter');
  assert.match(await text(page, '#find-count'), /^1 sur /);
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'find');
  const seen = await page.locator('.hit.is-current').first().evaluate((e) => {
    const { top, bottom } = e.getBoundingClientRect();
    return top > 0 && bottom < innerHeight;
  });
  assert.ok(seen);
  await page.waitForSelector('#document-st-15315-2025 .count');
  await page.click('#document-st-15315-2025');
  await settled(page);
  assert.equal(await page.inputValue('#find'), 'CYBERSECURITE');
  await page.fill('#find', 'xyzzy');
  await page.waitForFunction(() => document.querySelector('#find-count')?.textContent === '0 endroit');
  await leave(page);
});

test('one key opens the quotation in focus, another goes back to where one was', async () => {
  const page = await on.open('#/network?tie=DP-JPN');
  await page.waitForSelector('#panel .quotation');
  await page.keyboard.press('p');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'panel-title');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const second = page.locator('#panel .quotation').nth(1);
  assert.ok(await second.evaluate((e) => e === document.activeElement));
  const href = await second.locator('a.open-passage').getAttribute('href');
  await page.keyboard.press('o');
  await settled(page);
  assert.equal(await hashOf(page), plainly(href));
  assert.equal(await page.locator('.passage.is-lit').count(), 1);
  await page.keyboard.press('r');
  await settled(page);
  assert.equal(await hashOf(page), '#/network?tie=DP-JPN');
  await leave(page);
});

test('the help names every key, and keys of one character can be switched off', async () => {
  const page = await on.open('#/gaps/secure?lang=en');
  await page.keyboard.press('?');
  await page.waitForSelector('dialog[open]');
  const keys = await page.locator('#help kbd').allTextContents();
  for (const key of ['?', '/', 'Ctrl+Z', 'Esc', 'j', 'k', 'o', 'p', 'r']) assert.ok(keys.includes(key), key);
  await page.click('#help label.switch');
  assert.match(await hashOf(page), /keys=off/);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('dialog').count(), 0);
  await page.keyboard.press('?');
  assert.equal(await page.locator('dialog').count(), 0);
  await leave(page);
});

test('a view is cited in three forms, as the command line does', async () => {
  const page = await on.open('#/gaps/secure?as-of=2025-06-05&lang=en');
  await page.click('#cite-view');
  await page.waitForSelector('#cite pre');
  const [plain = '', bibtex = '', csl = ''] = await page.locator('#cite pre').allTextContents();
  for (const [format, shown] of [['text', plain], ['bibtex', bibtex], ['csl', csl]]) {
    const { status, out } = run(['cite', '--view', 'gaps secure', '--as-of', '2025-06-05', '--lang', 'en', '--format', format ?? '']);
    assert.equal(status, 0);
    assert.equal((shown ?? '').trim(), out.trim(), format);
  }
  await page.click('#copy-bibtex');
  assert.match(await clipboard(page), /^@/);
  await page.keyboard.press('Escape');
  assert.ok(await page.locator('#cite-view').evaluate((e) => e === document.activeElement));
  await leave(page);
});

/** What `relier` prints under a command as it was copied. @param {string} command */
const printed = (command) => {
  const words = [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map((m) => m[1] ?? m[2] ?? m[3] ?? '');
  assert.equal(words.shift(), 'relier');
  const done = run(words);
  assert.equal(done.status, 0, `${command}\n${done.talk}`);
  return done.out;
};

test('each view’s command runs as it is copied, and gives what is on the screen', async () => {
  const page = await on.open('#/about');
  const filters = ['', 'as-of=2026-03-01', 'instrument=DP,SDP', 'kind=partner&state=active', 'area=CYB&without-eu', 'split-eu&instrument=DP', 'class=derived&focus=BRA'];
  const views = [
    ...filters.map((f) => `network?${f}`),
    'gaps',
    ...['deepen', 'enlarge', 'connect', 'secure'].map((g) => `gaps/${g}?as-of=2026-03-01`),
    'rank/betweenness',
    'rank/degree?without-eu',
    'actions?as-of=2026-03-01',
    'matrix',
    'documents/join-2025-140',
    'compare?actors=JPN,KOR',
    'compare?dates=2025-06-05,2026-03-01',
    'whatif?edit=add+SDP+CAN',
  ];
  for (const view of views) {
    await page.goto(`${on.url}#/${view}${view.includes('?') ? '&' : '?'}lang=en`);
    await settled(page);
    assert.equal(await page.locator('.layout .problem').count(), 0, view);
    await page.click('#copy-command');
    await page.waitForFunction(() => document.querySelector('#toast')?.classList.contains('is-shown'));
    const command = await clipboard(page);
    const out = printed(command);
    if (view.startsWith('network')) {
      /** The marks of a picture: which actors and ties it shows. @param {string} source */
      const marks = (source) => [...new Set([...source.matchAll(/data-(?:node|tie)="([^"]+)"/g)].map((m) => m[1]))].toSorted();
      const shown = await page.locator('.picture').evaluateAll((all) => all.map((e) => e.outerHTML).join(''));
      assert.ok(marks(out).length >= 1, view);
      assert.deepEqual(marks(shown), marks(out), `${view}\n${command}`);
    } else {
      // What is printed speaks of the same date; the numbers are those of the view's own sentence.
      const sentence = await text(page, '.view-sentence');
      const flat = out.replaceAll(/[\s*_]+/g, ' ');
      if (view.startsWith('gaps/')) assert.ok(flat.includes(sentence.replaceAll(/\s+/g, ' ')), `${command}: ${sentence}`);
      else assert.ok(flat.length > 200, command);
    }
  }
  await leave(page);
});

test('what is taken away bears its dates', async () => {
  const page = await on.open('#/network?as-of=2026-03-01&instrument=DP&lang=en');
  const take = async (/** @type {string} */ format) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.click(`#download-${format}`)]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };
  const svg = await take('svg');
  assert.match(svg.name, /2026-03-01\.svg$/);
  assert.match(svg.bytes.toString(), /As of 1 March 2026/);
  const png = await take('png');
  assert.match(png.name, /2026-03-01\.png$/);
  assert.deepEqual([...png.bytes.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
  const json = await take('json');
  assert.equal(JSON.parse(json.bytes.toString()).dates.as_of, '2026-03-01');
  assert.match((await take('csv')).name, /2026-03-01.*\.csv$/);
  await leave(page);
});

test('a partner is found and its evidence read by keyboard alone', async () => {
  const page = await on.open('', { locale: 'en-GB' });
  await page.keyboard.press('/');
  await page.keyboard.type('south korea');
  await page.waitForSelector('#search-list .found');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#panel .quotation');
  assert.equal(await text(page, '#panel-title'), 'Republic of Korea');
  await page.keyboard.press('p');
  await page.keyboard.press('j');
  await page.keyboard.press('o');
  await settled(page);
  assert.match(await hashOf(page), /^#\/documents\/join-2025-140\?at=/);
  await leave(page);
});

test('in-force digital partnerships are filtered for, and exported, by keyboard alone', async () => {
  const page = await on.open('', { locale: 'en-GB' });
  const open = async (/** @type {string} */ menu, /** @type {string} */ option) => {
    await page.focus(menu);
    await page.keyboard.press('Enter');
    await page.focus(option);
    await page.keyboard.press('Space');
    await settled(page);
    // The next box is one key away: the choice has not thrown the reader out of the menu.
    assert.equal(await page.evaluate(() => document.activeElement?.id), option.slice(1));
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate((at) => document.querySelector(at)?.closest('.menu')?.contains(document.activeElement), option), true);
    await page.keyboard.press('Escape');
  };
  await open('#menu-instrument-button', '#filter-instrument-DP');
  await open('#menu-state-button', '#filter-state-active');
  assert.equal(await hashOf(page), '#/network?instrument=DP&state=active&lang=en');
  const rows = await api('network?instrument=DP&state=active');
  assert.equal(await page.locator('.chips .chip').count(), 2);
  await page.focus('#download-json');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  assert.equal(JSON.parse(readFileSync(await download.path(), 'utf8')).ties.length, rows.ties.length);
  await leave(page);
});
