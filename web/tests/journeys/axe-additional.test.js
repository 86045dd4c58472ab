/** Every view that shows additional sources, in every theme and language, read by axe. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findings, ADDITIONAL } from './axe.js';
import { leave, settled, stage } from './stage.js';

/** @type {import('./stage.js').Stage} */
let on;
before(async () => {
  on = await stage();
});
after(() => on?.close());

/** Whole in the light; in the dark, the rules that colours can break: nothing else differs between the themes. */
for (const scheme of /** @type {const} */ (['light', 'dark']))
  for (const lang of ['fr', 'en'])
    test(`axe finds nothing in any view with additional sources: ${lang}, ${scheme}`, async () => {
      const page = await on.open(`#/about?lang=${lang}`, { scheme });
      for (const view of ADDITIONAL) {
        await page.goto(`${on.url}#/${view}&lang=${lang}`);
        await settled(page);
        if (/node=|tie=|cell=/.test(view)) await page.waitForSelector('#panel .remark, #panel .quotation');
        assert.match((await page.locator('#status .limit').textContent()) ?? '', /non vérifiées|not machine-checked/);
        assert.deepEqual(await findings(page, { colours: scheme === 'dark' }), [], view);
      }
      await leave(page);
    });
