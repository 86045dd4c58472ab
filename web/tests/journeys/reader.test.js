/** What a reader asks of a view next: why nothing moved, what moves on the other perimeter, another day, the sentence beside the row. */

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

test('an assumption that moves nothing says why, and the form takes what it is about', async () => {
  const page = await on.open('#/whatif?edit=add+DP+BRA&lang=en');
  const why = await text(page, '.change-goals .idle');
  assert.match(why, /names no area.*Brazil.*Say what it is about, for example: /);
  // In words, with the way to take it: no syntax of the command line in the sentence.
  assert.doesNotMatch(why, /areas=/);
  const area = /for example: ([^.]+)\./.exec(why)?.[1] ?? '';
  assert.equal(await text(page, '.change-goals .idle a.take'), `Assume this tie on “${area}”`);
  await page.click('.change-goals .idle a.take');
  await settled(page);
  assert.match(await hashOf(page), /^#\/whatif\?edit=add\+DP\+BRA\+areas=[A-Z0-9]+&lang=en$/);
  assert.equal(await page.locator('.change-goals .idle').count(), 0);
  assert.ok((await page.locator('.change-goals .sum-closed').count()) > 0);
  await page.goBack();
  await settled(page);
  // Once: the assumption beside it says what is assumed.
  assert.doesNotMatch(await text(page, '.assumed .text'), /Nothing moves/);
  await page.click('#unassume-0');
  await settled(page);
  await page.fill('#edit-party', 'Brazil');
  await page.waitForSelector('#edit-party-list .found, [role=option]');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.click('label:has(#edit-area-QUA)');
  await page.click('#edit-go');
  await settled(page);
  assert.equal(await hashOf(page), '#/whatif?edit=add+DP+BRA+areas=QUA&lang=en');
  assert.equal(await page.locator('.change-goals .idle').count(), 0);
  assert.ok((await page.locator('.change-goals .sum-closed').count()) > 0);
  await leave(page);
});

test('a direction says what moves on the other perimeter, and leads there and back', async () => {
  const page = await on.open('#/whatif?edit=add+DP+NOR&lang=en');
  assert.match(await text(page, '#elsewhere-0'), /^Live perimeter: \d+ opened$/);
  const opened = Number(/\d+/.exec(await text(page, '#elsewhere-0'))?.[0]);
  await page.click('#elsewhere-0');
  await settled(page);
  assert.match(await hashOf(page), /table=live/);
  assert.match(await text(page, '.change .sum-opened'), new RegExp(`^\\W*${opened} opened$`));
  assert.match(await text(page, '#elsewhere-0'), /^Frozen perimeter: no gap moves$/);
  await page.click('#elsewhere-0');
  await settled(page);
  assert.doesNotMatch(await hashOf(page), /table=/);
  await leave(page);
});

test('two days are compared that no list offers, and what is no day is told', async () => {
  const page = await on.open('#/compare/dates?dates=2025-06-05,2025-11-20&lang=en');
  // A tie whose own state is what it was says what else changed.
  assert.match(await text(page, '#tie-changes tr[data-row="FORUM-ITU"]'), /running or in force.*\+ Internet governance/s);
  assert.equal(await page.locator('#date-from-other').isVisible(), false);
  await page.selectOption('#date-from', '');
  await page.fill('#date-from-other', '31 June 2025');
  await page.click('#compare-dates-go');
  assert.match(await text(page, '#dates-problem'), /31 June 2025/);
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'date-from-other');
  await page.fill('#date-from-other', '20 November 2025');
  await page.click('#compare-dates-go');
  assert.match(await text(page, '#dates-problem'), /same/);
  await page.fill('#date-from-other', '11 September 2025');
  await page.keyboard.press('Enter');
  await settled(page);
  assert.equal(await hashOf(page), '#/compare/dates?dates=2025-09-11,2025-11-20&lang=en');
  assert.match(await text(page, 'h1'), /11 September 2025/);
  await leave(page);
});

test('a copied command says both its dates, and the ties taken away have their quotations and places', async () => {
  const page = await on.open('#/network?instrument=DP&as-of=2026-03-01&lang=en');
  await page.click('#copy-command');
  await page.waitForFunction(() => document.querySelector('#toast')?.classList.contains('is-shown'));
  const command = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(command, /^relier draw wheel --as-of 2026-03-01 --instrument DP --known 2025-11-20 --lang en$/);
  assert.equal(command.match(/--as-of/g)?.length, 1);
  await page.click('#twin-ties, a[href*="table=ties"]');
  await settled(page);
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#download-csv')]);
  const csv = readFileSync(await download.path(), 'utf8');
  const { ties } = await (await fetch(`${on.url}api/v1/network?instrument=DP&as-of=2026-03-01`)).json();
  assert.match(csv.split('\r\n')[0] ?? '', /,Quotations,/);
  for (const tie of ties)
    for (const { quote } of tie.evidence) assert.ok(csv.includes(quote.replaceAll('"', '""')), `${tie.id}: ${quote}`);
  assert.match(csv, /JOIN\(2025\) 140 final, section/);
  await leave(page);
});

test('on a day before the documents, what has no date of beginning is told in the table and in the panel', async () => {
  const page = await on.open('#/network?as-of=2024-01-01&table=ties&lang=en');
  const rows = await page.locator('#ties tbody tr[data-row]').allTextContents();
  const { ties } = await (await fetch(`${on.url}api/v1/network?as-of=2024-01-01`)).json();
  const doubted = ties.filter((/** @type {{ beginning_unknown?: boolean }} */ tie) => tie.beginning_unknown);
  assert.ok(doubted.length > 0 && doubted.length < ties.length);
  assert.ok(rows.some((r) => /beginning not dated/.test(r)));
  const page2 = await on.open('#/network?as-of=2024-01-01&tie=DP-JPN&lang=en');
  await page2.waitForSelector('#panel .quotation');
  assert.match(await text(page2, '#panel'), /nothing says whether it existed on that day/);
  // On paper its line ends in the sign of what is not stated.
  assert.match(await page2.locator('svg.alive .legend, svg.alive').first().innerHTML(), /state not stated|not stated/);
  await leave(page2);
  await leave(page);
});

test('a list of members says its source in words, when it was read, and what that means for the day that is known', async () => {
  const page = await on.open('#/network?node=G7&lang=en');
  await page.waitForSelector('#panel .members');
  const { memberships } = await (await fetch(`${on.url}api/v1/actors/G7`)).json();
  const panel = await text(page, '#panel');
  for (const { source, checked } of memberships) {
    assert.ok(panel.includes(source), source);
    assert.equal(/Read after 20 November 2025/.test(panel), checked > '2025-11-20');
  }
  // Every link of a panel leads somewhere: into the page or to an address.
  const hrefs = await page.locator('#panel a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  assert.ok(hrefs.length > 3);
  assert.deepEqual(hrefs.filter((to) => !/^(#\/|https?:\/\/)/.test(to ?? '')), []);
  await leave(page);
});

test('the differences taken away begin with what is shown, and have the ties and their quotations', async () => {
  const take = async (/** @type {string} */ hash) => {
    const page = await on.open(hash);
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#download-csv')]);
    const out = readFileSync(await download.path(), 'utf8').split('\r\n');
    await leave(page);
    return out;
  };
  const frozen = await take('#/whatif?edit=add+DP+NOR&lang=en');
  assert.match(frozen[0] ?? '', /^\ufeffDirection,Perimeter,/);
  assert.match(frozen[1] ?? '', /frozen perimeter/);
  const live = await take('#/whatif?edit=add+DP+NOR&table=live&lang=en');
  assert.match(live[1] ?? '', /live perimeter/);
  assert.equal(live.length, frozen.length);
  const days = await take('#/compare/dates?dates=2025-06-05,2025-11-20&lang=en');
  const { ties } = await (await fetch(`${on.url}api/v1/compare?dates=2025-06-05,2025-11-20`)).json();
  assert.ok(ties.length > 0);
  for (const tie of ties) {
    const row = days.find((r) => r.includes(`(${tie.id}):`)) ?? '';
    assert.ok(row !== '', tie.id);
    for (const { quote } of tie.evidence) assert.ok(row.includes(quote.replaceAll('"', '""')), `${tie.id}: ${quote}`);
  }
});

test('a finding says under how many codings it holds, and a filter says that the directions do not follow it', async () => {
  const page = await on.open('#/gaps/connect?lang=en');
  const { sections } = await (await fetch(`${on.url}api/v1/gaps/connect`)).json();
  const first = sections[0].lines;
  const cells = await page.locator('.list tbody tr[data-row] td').allTextContents();
  for (const { holds } of first) assert.ok(cells.some((c) => c.startsWith(`${holds.under}/${holds.of}`)), `${holds.under}/${holds.of}`);
  await page.goto(`${on.url}#/network?instrument=DP&lang=en`);
  await settled(page);
  assert.match(await text(page, '.cards .hint'), /filters do not change them/);
  await page.click('#chip-instrument-DP');
  await settled(page);
  assert.equal(await page.locator('.cards .hint').count(), 0);
  await leave(page);
});

test('without the EU the picture says after each name at how many tables it sits, and the panel lists as many', async () => {
  const page = await on.open('#/network?without-eu&lang=en');
  const counted = await page.locator('svg.alive .node[data-kind="partner"]').evaluateAll((all) =>
    all.map((node) => ({ id: node.getAttribute('data-node') ?? '', n: Number(/· (\d+)$/.exec(node.querySelector('text')?.textContent ?? '')?.[1] ?? 0) })),
  );
  const most = counted.toSorted((a, b) => b.n - a.n).slice(0, 6);
  assert.ok((most[0]?.n ?? 0) > 5);
  for (const { id, n } of most) {
    await page.goto(`${on.url}#/network?without-eu&node=${id}&lang=en`);
    await settled(page);
    await page.waitForSelector('#meets li');
    assert.equal(await page.locator('#meets ul.lines > li').count(), n, id);
  }
  await leave(page);
});
