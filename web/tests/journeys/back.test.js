/** What is unfolded and where one stands: back shows the page as it was left. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hashOf, leave, settled, stage } from './stage.js';

/** @import { Page } from 'playwright-core' */

/** @type {import('./stage.js').Stage} */
let on;
before(async () => {
  on = await stage();
});
after(() => on?.close());

/** Where an element stands in the window. @param {Page} page @param {string} selector */
const top = async (page, selector) => Math.round((await page.locator(selector).first().boundingBox())?.y ?? NaN);

/** Unfolds a row far down a list and gives its identity. @param {Page} page */
async function unfolded(page) {
  const row = page.locator('#body button.unfold').nth(12);
  await row.scrollIntoViewIfNeeded();
  await row.click();
  const id = (await row.getAttribute('aria-controls')) ?? '';
  await page.waitForSelector(`#${id} .quotation`);
  return id;
}

for (const { width, height } of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
  test(`back from the passage of a quotation shows the row unfolded, where it was: ${width} px`, async () => {
    const page = await on.open('#/gaps/enlarge', { width, height });
    const id = await unfolded(page);
    const link = page.locator(`#${id} a.open-passage`).first();
    await link.scrollIntoViewIfNeeded();
    const stood = await top(page, `#${id}`);
    await link.click();
    await settled(page);
    await page.waitForSelector('.passage.is-lit');
    await page.goBack();
    await settled(page);
    assert.equal(await page.locator(`#${id} .quotation`).first().isVisible(), true);
    assert.ok(Math.abs((await top(page, `#${id}`)) - stood) <= 2, `${await top(page, `#${id}`)} for ${stood}`);

    await page.goForward();
    await settled(page);
    await page.waitForSelector('.passage.is-lit');
    await page.click('#lang-en');
    await settled(page);
    // The page's own way back does the same, in the language that one reads in now.
    await page.click('#return');
    await settled(page);
    assert.match(await hashOf(page), /^#\/gaps\/enlarge\?lang=en$/);
    assert.equal(await page.locator(`#${id} .quotation`).first().isVisible(), true);
    // English sentences are not as long: what counts is that it is in sight.
    const now = await top(page, `#${id}`);
    assert.ok(now > -height && now < height, `${now}`);
    assert.equal(await page.evaluate((i) => document.activeElement?.closest('tr')?.id === i, id), true);
    await leave(page);
  });
}

test('what is unfolded stays so when the list is sorted, and when one comes back from another view', async () => {
  const page = await on.open('#/network?table=ties');
  await page.click('#ties-all');
  const last = page.locator('#ties tbody tr button.unfold').last();
  await last.click();
  const id = (await last.getAttribute('aria-controls')) ?? '';
  const stood = await top(page, `#${id}`);
  // Without scrolling up to it, as by a key of the browser.
  await page.locator('#nav-rank').evaluate((a) => /** @type {HTMLElement} */ (a).click());
  await settled(page);
  assert.equal(await page.evaluate(() => scrollY), 0);
  await page.goBack();
  await settled(page);
  assert.equal(await page.locator(`#${id}`).isVisible(), true);
  assert.ok(Math.abs((await top(page, `#${id}`)) - stood) <= 2);
  await page.locator('#ties-sort-tie').evaluate((b) => /** @type {HTMLElement} */ (b).click());
  await settled(page);
  assert.equal(await page.locator(`#${id}`).isVisible(), true);
  await leave(page);
});
