/** Every view in every theme and language, read by axe. */

import { VIEWS, readEverywhere } from './axe.js';

readEverywhere('any view', VIEWS, async (page, view) => {
  if (/node=|tie=|cell=/.test(view)) await page.waitForSelector('#panel .quotation');
});
