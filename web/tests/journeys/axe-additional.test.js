/** Every view that shows additional sources, in every theme and language, read by axe. */

import assert from 'node:assert/strict';
import { ADDITIONAL, readEverywhere } from './axe.js';

readEverywhere('any view with additional sources', ADDITIONAL, async (page, view) => {
  if (/node=|tie=|cell=/.test(view)) await page.waitForSelector('#panel .remark, #panel .quotation');
  assert.match((await page.locator('#status .limit').textContent()) ?? '', /non vérifiées|not machine-checked/);
});
