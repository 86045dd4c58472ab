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
