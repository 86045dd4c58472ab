/** What someone meets who has a file to write: what is closed stays closed, what is counted is what is shown, what is taken away says what it is. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hashOf, leave, settled, stage, text } from './stage.js';

/** @type {import('./stage.js').Stage} */
let on;
before(async () => {
  on = await stage();
});
after(() => on?.close());

for (const width of [1440, 390])
  test(`a panel that is closed stays closed, whatever is filtered or sorted then: ${width} pixels`, async () => {
    const page = await on.open('#/network?node=SGP', { width, height: 844 });
    await page.waitForSelector('#panel a.open-passage');
    await page.locator('#panel a.open-passage').first().click();
    await settled(page);
    await page.click('#return');
    await settled(page);
    await page.waitForSelector('#panel .quotation');
    assert.equal(await hashOf(page), '#/network?node=SGP');
    await page.click('#panel-close');
    await settled(page);
    if (width < 700) await page.click('#filters-button');
    await page.click('label:has(#without-eu) .track');
    await settled(page);
    assert.equal(await hashOf(page), '#/network?without-eu');
    await page.click('#chip-without-eu');
    await settled(page);
    assert.equal(await hashOf(page), '#/network');
    assert.equal(await page.locator('#panel').isVisible(), false);
    await leave(page);
  });

test('“Tout retirer” and another picture leave a closed panel closed, and one that is open open', async () => {
  const page = await on.open('#/network?state=active&instrument=DP&node=SGP');
  await page.waitForSelector('#panel .quotation');
  await page.click('#panel-close');
  await settled(page);
  await page.click('#picture-force');
  await settled(page);
  assert.equal(await hashOf(page), '#/network/force?instrument=DP&state=active');
  await page.click('#picture-wheel');
  await settled(page);
  await page.goBack();
  await settled(page);
  await page.click('#chip-all');
  await settled(page);
  assert.equal(await hashOf(page), '#/network/force');
  // What is opened after the view was drawn is kept by a filter too.
  await page.fill('#search', 'singapour');
  await page.waitForSelector('#search-list .found');
  await page.keyboard.press('Enter');
  await settled(page);
  assert.match(await hashOf(page), /node=SGP/);
  await page.click('label:has(#without-eu) .track');
  await settled(page);
  assert.match(await hashOf(page), /without-eu&node=SGP/);
  await leave(page);
});

for (const [id, tables, lit, dim] of [
  ['CAN', ['G7', 'G20', 'NATO', 'OECD'], ['USA', 'JPN', 'GBR', 'NOR'], ['GRL', 'TZA', 'SLV', 'GAMS', 'GDHCN']],
  ['SGP', ['GPAI', 'GDHCN'], ['MYS', 'CAN'], ['GRL', 'TWN', 'G7', 'NATO']],
  ['G20', [], ['CAN', 'ARG', 'CHN'], ['SGP', 'NZL', 'G7', 'OECD']],
])
  test(`without the EU, ${id} is lit with its tables and those it meets there, and the panel says them first`, async () => {
    const page = await on.open(`#/network?without-eu&node=${id}`);
    await page.waitForSelector('#meets');
    const near = (/** @type {string[]} */ ids) =>
      page.evaluate(
        (all) => all.filter((one) => document.querySelector(`svg.alive .node[data-node="${one}"]`)?.matches('.is-near')),
        ids,
      );
    const [own, others, far] = /** @type {[string[], string[], string[]]} */ ([tables, lit, dim]);
    assert.deepEqual(await near([String(id), ...own, ...others]), [String(id), ...own, ...others]);
    assert.deepEqual(await near(far), []);
    for (const table of own) assert.equal(await page.locator(`.tie.is-near[data-tie="MEMBER-${table}"]`).count(), 1, table);
    // As many strokes leave the name as it has tables, which the picture writes beside it.
    const n = Number(/· (\d+)/.exec(await text(page, `.node[data-node="${id}"] text`))?.[1]);
    if (id === 'G20') assert.equal(await page.locator('.tie.is-near > .line').count(), n);
    else assert.equal(await page.locator('.is-own').count(), n);
    const heads = await page.locator('#panel h3').allTextContents();
    assert.match(heads[0] ?? '', id === 'G20' ? /^Qui s’y rencontre\d+/ : /^Qui le rencontre\d+/);
    if (id === 'G20') assert.equal(await page.locator('#meets .lines a').count(), n);
    else {
      const lines = await page.locator('#meets .lines li').allTextContents();
      assert.ok(lines.length >= own.length && lines.every((l) => /\((groupe de travail|point d’ordre du jour)\): \p{L}/u.test(l)), lines.join(' | '));
      assert.equal(lines.length, n);
    }
    await leave(page);
  });

// Japan is a member of the G7, whose working groups have no list of their own, of the G20 and the OECD; Singapore and Brazil of no G7; the G7 counts four partners.
for (const [id, lit, dim] of [
  ['JPN', ['G7', 'G7_CYBER', 'G20', 'OECD'], ['NATO', 'ETSI', 'SGP']],
  ['G7', ['CAN', 'USA', 'GBR', 'JPN'], ['KOR', 'SGP', 'BRA', 'NATO']],
  ['WESTERN_BALKANS', ['ALB', 'MKD'], ['MDA', 'NOR']],
])
  test(`with the EU in the middle, ${id} is lit with the seats that no stroke shows`, async () => {
    const page = await on.open(`#/network?node=${id}`);
    await page.waitForSelector('svg.alive .is-seat');
    const seats = await page.locator('svg.alive .node.is-seat').evaluateAll((all) => all.map((one) => one.getAttribute('data-node') ?? ''));
    assert.deepEqual((lit ?? []).filter((one) => !seats.includes(one)), []);
    assert.deepEqual((dim ?? []).filter((one) => seats.includes(one)), []);
    // Once it has faded in.
    await page.waitForFunction(
      ([bright, faint]) => {
        const shade = (/** @type {string} */ one) => Number(getComputedStyle(document.querySelector(`svg.alive .node[data-node="${one}"]`) ?? document.body).opacity);
        return shade(bright ?? '') === 1 && shade(faint ?? '') < 0.5;
      },
      [lit?.[0] ?? '', dim?.[0] ?? ''],
    );
    await leave(page);
  });

test('with the EU split, the strokes of a Member State are told from those of the others at its tables', async () => {
  const page = await on.open('#/network?split-eu&node=FRA');
  await page.waitForSelector('.is-own');
  const n = Number(/· (\d+)/.exec(await text(page, '.node[data-node="FRA"] text'))?.[1]);
  assert.ok(n > 3);
  assert.equal(await page.locator('.is-own').count(), n);
  assert.equal(await page.locator('.tie.is-near').count(), n);
  await leave(page);
});

/** @param {string} query */
const asked = async (query) => /** @type {import('../../types/wire').Network} */ (await (await fetch(`${on.url}api/v1/network?${query}`)).json());

/** Plain spaces between the digits of a number. @param {string} sentence */
const figures = (sentence) => [...sentence.replaceAll(/(\d)[\s,\u202f](?=\d{3})/gu, '$1').matchAll(/\d+/g)].map(Number);

test('with the EU split, the sentence tells stated ties from the lines that repeat them, and speaks of what is drawn', async () => {
  const page = await on.open('#/network?split-eu');
  const { nodes, ties } = await asked('split-eu');
  const states = nodes.filter((n) => n.kind === 'member-state').length;
  const laid = ties.filter((tie) => tie.id.includes('>'));
  const from = new Set(laid.map((tie) => tie.id.split('>')[0]));
  // Each line repeats one stated tie for one Member State.
  assert.equal(laid.length, from.size * states);
  const said = await text(page, '.view-sentence');
  const [, counts = ''] = /La table des liens (.*)/.exec(said) ?? [];
  const [lines = '', sorts = '', lists = ''] = counts.split(/ Les liens déclarés | Qui siège où /);
  assert.deepEqual(figures(lines), [ties.length, ties.length - laid.length, laid.length, from.size, states]);
  // What the ties stated are, and that who sits where was read later than the day by which sources count.
  const stated = ties.filter((tie) => !tie.id.includes('>'));
  const actions = stated.filter((tie) => tie.kind === 'ACTION').length;
  assert.deepEqual(figures(sorts), [stated.length - actions, actions]);
  const meta = /** @type {import('../../types/wire').Meta} */ (await (await fetch(`${on.url}api/v1/meta`)).json());
  const later = meta.lists_read.filter((read) => read > meta.dates.known);
  assert.ok(later.length > 0);
  assert.deepEqual(figures(lists).slice(0, 2), [meta.lists_read.length, later.length]);
  assert.match(counts, /qu’aucune phrase n’énonce/);
  const drawn = await page.evaluate(() => ['partner', 'member-state', 'forum'].map((k) => document.querySelectorAll(`svg.alive .node[data-kind="${k}"]`).length));
  assert.deepEqual(figures(said.replace(/ La table.*/, '').replace(/^Au \d+ \S+ \d+/, '')).slice(0, 3), drawn);
  const about = await text(page, '.about-picture');
  assert.match(about, /place à une table/);
  assert.doesNotMatch(about, /un trait est un instrument/i);
  await leave(page);
});

for (const [query, more] of [
  ['', { left: true }],
  ['instrument=DP', {}],
  ['without-eu', { apart: true }],
  ['without-eu&state=active', { apart: true }],
  ['class=stated,structural', { left: true, mixed: true }],
  ['class=derived', { left: true, mixed: true }],
  ['split-eu&additional', { apart: true, mixed: true }],
])
  test(`the sentence of the network counts what the picture shows: ${query || 'as it opens'}`, async () => {
    const { left = false, apart = false, mixed = false } = /** @type {Record<string, boolean>} */ (more);
    const page = await on.open(`#/network?${query}&lang=en`);
    const { ties } = await asked(String(query));
    const said = await text(page, '.view-sentence');
    const drawn = new Set(await page.locator('svg [data-tie]').evaluateAll((all) => all.map((m) => m.getAttribute('data-tie'))));
    const lacking = ties.filter((tie) => !drawn.has(tie.id)).length;
    // Not every one has a sentence of its own where a class without sentences is among them.
    assert.equal(/each with the sentence/.test(said), !mixed, said);
    if (apart) {
      const shown = await page.locator('svg.alive .node[data-kind="forum"]').count();
      assert.match(said, new RegExp(`the picture shows .* ${shown} forums`));
      assert.equal(/pairs of units/.test(said), query === 'without-eu', said);
    } else {
      assert.ok(figures(said).includes(ties.length), said);
      // What the picture has no place for is told right below it.
      const told = left ? await text(page, '.stage .left-out') : '';
      assert.equal(await page.locator('.left-out').count(), left ? 1 : 0);
      assert.deepEqual(figures(told), left ? [lacking] : []);
    }
    await leave(page);
  });

for (const [lang, says] of [
  ['fr', /(\d+) de ces liens n’ont pas de date de début: on ne sait pas s’ils existaient ce jour-là, avant le premier document \(5 juin 2025\)/],
  ['en', /(\d+) of these ties have no date of beginning: whether they existed on that day, before the first document \(5 June 2025\), is not known/],
])
  test(`before the first document, it is said how many ties have no date of beginning: ${lang}`, async () => {
    for (const also of ['', '&without-eu', '&split-eu']) {
      const page = await on.open(`#/network?as-of=2024-03-15${also}&lang=${lang}`);
      const { ties } = await asked('as-of=2024-03-15');
      const n = Number(/** @type {RegExp} */ (says).exec(await text(page, '.view-sentence'))?.[1]);
      assert.equal(n, ties.filter((tie) => tie.valid.from === null).length);
      await leave(page);
    }
    const page = await on.open(`#/network?as-of=2025-06-05&lang=${lang}`);
    assert.doesNotMatch(await text(page, '.view-sentence'), /** @type {RegExp} */ (says));
    await leave(page);
  });

test('of an action with several partners, what is said of others stands apart, with their names; each has its own state', async () => {
  const page = await on.open('#/network?node=SGP');
  const card = page.locator('[data-tie-card="annex-6"]');
  await card.waitFor();
  const { states } = await (await fetch(`${on.url}api/v1/meta`)).json();
  const word = (/** @type {string} */ id) => states.find((/** @type {{ id: string }} */ one) => one.id === id).names.fr;
  assert.ok((await text(card, '.facts')).startsWith(word('agreed')));
  const apart = card.locator('.of-others');
  assert.match(await text(apart, 'summary'), /^Autres passages de la même action, sur d’autres partenaires \(7\)$/);
  assert.equal(await card.locator('.quotation:visible').count(), 3);
  assert.doesNotMatch(await card.locator('.quotation:visible').allTextContents().then((all) => all.join(' ')), /Japon|Corée|Inde|Canada/);
  await apart.locator('summary').click();
  const tie = await (await fetch(`${on.url}api/v1/ties/annex-6`)).json();
  const japan = tie.parties.find((/** @type {{ id: string }} */ p) => p.id === 'JPN').evidence.length;
  const names = await apart.locator('.also').allTextContents();
  assert.equal(names.filter((n) => /Japon/.test(n)).length, japan);
  assert.ok(names.every((n) => !/Singapour/.test(n)));
  await card.locator('.tie-name').click();
  await page.waitForFunction(() => document.querySelector('#panel .facts-list') !== null);
  const parties = await text(page, '#panel .facts-list');
  assert.ok(parties.includes(`Singapour (${word('agreed')}), Japon (${word('active')})`), parties);
  await leave(page);
  // Where the partners of an action are all as far, nothing is said of each.
  const other = await on.open('#/network?tie=annex-37');
  await other.waitForSelector('#panel .facts-list');
  assert.doesNotMatch(await text(other, '#panel .facts-list'), /Singapour \(/);
  await leave(other);
});

for (const lang of ['fr', 'en'])
  test(`each card of a direction says what it counts, in words that no other card has, and no formula: ${lang}`, async () => {
    const goals = await (await fetch(`${on.url}api/v1/gaps`)).json();
    for (const goal of ['deepen', 'enlarge', 'connect', 'secure']) {
      const page = await on.open(`#/gaps/${goal}?lang=${lang}`);
      const said = await page.locator('.figures .what').allTextContents();
      assert.equal(new Set(said).size, said.length, said.join(' | '));
      for (const one of said) assert.doesNotMatch(one, /[∪∩∖Σ{}✗]/u);
      if (goal === 'connect') {
        const lines = goals.find((/** @type {{ goal: string }} */ g) => g.goal === goal).sections.find((/** @type {{ id: string }} */ s) => s.id === 'only-through-eu').lines;
        const all = lines.every((/** @type {{ actors: string[] }} */ l) => l.actors.includes('WESTERN_BALKANS'));
        assert.equal(/Balkans occidentaux|Western Balkans/.test(said[1] ?? ''), all);
        assert.doesNotMatch(said[0] ?? '', /Balkans/);
      }
      await leave(page);
    }
  });

for (const width of [1440, 1100, 390])
  test(`while a menu is open nothing in it and in its bar moves, whatever is ticked: ${width} pixels`, async () => {
    const page = await on.open('', { width });
    if (width < 700) await page.click('#filters-button');
    await page.click('#menu-instrument-button');
    const counted = () => page.waitForFunction(() => document.querySelector('#menu-instrument .option .count') !== null);
    const places = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('#menus summary, #menu-instrument label.option')].map((e) => {
          const { x, y } = e.getBoundingClientRect();
          return [e.id || e.querySelector('input')?.id, Math.round(x), Math.round(y)].join(' ');
        }),
      );
    await counted();
    const before = await places();
    assert.ok(before.length > 20);
    for (const kind of ['DP', 'SDP', 'HE', 'DP', 'SDP', 'HE']) {
      await page.click(`label:has(#filter-instrument-${kind})`);
      await settled(page);
      await counted();
      assert.deepEqual(await places(), before, kind);
    }
    await leave(page);
  });

test('on a phone the heads of a table stay above its rows, and what a note explains is there', async () => {
  const page = await on.open('#/gaps/enlarge', { width: 390, height: 844 });
  const head = page.locator('#lines-candidates thead th.detail');
  assert.equal(await head.evaluate((e) => e.innerText.trim()), 'Citations');
  const clipped = await head.locator('span').evaluate((e) => getComputedStyle(e).clipPath !== 'none' || e.getBoundingClientRect().width < 40);
  assert.equal(clipped, false);
  await page.evaluate(() => {
    const table = document.querySelector('#lines-candidates');
    scrollTo({ top: (table?.getBoundingClientRect().top ?? 0) + scrollY + 260, behavior: 'instant' });
  });
  // Wherever one points in the row of heads, one meets a head and not what scrolls below it.
  const over = await page.evaluate(() => {
    const box = document.querySelector('#lines-candidates thead th.detail')?.getBoundingClientRect();
    if (!box) return ['no head'];
    return [0.1, 0.3, 0.5, 0.7, 0.9].map((part) => document.elementFromPoint(box.left + box.width * part, box.top + box.height / 2)?.closest('th, td')?.className ?? '');
  });
  assert.ok(over.every((name) => name === 'detail'), over.join());
  assert.ok(await head.evaluate((e) => Math.abs(e.getBoundingClientRect().top) < 2));
  const { lines } = (await (await fetch(`${on.url}api/v1/gaps/enlarge`)).json()).sections[0];
  const row = page.locator(`tr[data-row="${lines[0].id}"]`);
  const scores = lines[0].scores.map((/** @type {number} */ n, /** @type {number} */ i) => `x${i + 1} ${n}`).join(' · ');
  assert.equal(await text(row, '.scores:visible'), scores);
  await page.setViewportSize({ width: 1440, height: 900 });
  assert.equal(await row.locator('.scores').isVisible(), false);
  await leave(page);
  const reader = await on.open('#/documents/join-2025-140', { width: 390, height: 844 });
  const fits = await reader.locator('#find').evaluate((e) => {
    if (!(e instanceof HTMLInputElement)) return false;
    const style = getComputedStyle(e);
    const pen = document.createElement('canvas').getContext('2d');
    if (!pen) return false;
    pen.font = style.font;
    return pen.measureText(e.placeholder).width <= e.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  });
  assert.equal(fits, true);
  await leave(reader);
});

for (const lang of ['fr', 'en'])
  test(`within a front the order is that of the names, as it is said to be: ${lang}`, async () => {
    const page = await on.open(`#/gaps/enlarge?lang=${lang}`);
    const rows = await page.locator('#lines-candidates tbody tr[data-row]').evaluateAll((all) =>
      all.map((row) => [row.querySelector('td')?.textContent ?? '', row.querySelector('th a')?.textContent ?? '']),
    );
    assert.ok(rows.length > 10);
    const number = (/** @type {string | undefined} */ front) => Number(/\d+/.exec(front ?? '')?.[0]);
    const sorted = rows.toSorted((a, b) => number(a[0]) - number(b[0]) || (a[1] ?? '').localeCompare(b[1] ?? '', String(lang)));
    assert.deepEqual(rows, sorted);
    await leave(page);
  });

test('a value of a ranking stands on one line', async () => {
  for (const width of [390, 700, 1440]) {
    const page = await on.open('#/rank/betweenness', { width });
    await page.waitForFunction(() => [...document.querySelectorAll('.read .n')].some((n) => /</.test(n.textContent ?? '')));
    const broken = await page.locator('.read .n:visible').evaluateAll((all) =>
      all.filter((n) => n.getBoundingClientRect().height > 1.9 * parseFloat(getComputedStyle(n).fontSize)).map((n) => n.textContent),
    );
    assert.deepEqual(broken, [], String(width));
    const over = await page.locator('.read:visible').evaluateAll((all) => all.filter((e) => e.scrollWidth > e.clientWidth + 1).length);
    assert.equal(over, 0, String(width));
    await leave(page);
  }
});

test('a quotation in another language than the page’s says so', async () => {
  const page = await on.open('#/network?tie=DP-JPN&lang=en');
  await page.waitForSelector('#panel .quotation');
  const english = await page.locator('#panel .quotation .source').allTextContents();
  assert.ok(english.length > 0 && english.every((s) => s.endsWith('(in French)')), english.join('|'));
  await page.goto(`${on.url}#/network?tie=DP-JPN&lang=fr`);
  await page.waitForFunction(() => document.documentElement.lang === 'fr' && document.querySelector('#panel .quotation'));
  await settled(page);
  assert.ok((await page.locator('#panel .quotation .source').allTextContents()).every((s) => !/français\)/.test(s)));
  await leave(page);
});
