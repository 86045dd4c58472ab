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
