/** What axe says of a page, the views that it is asked about, and how it is asked. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { leave, settled, stage } from './stage.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every view, with what can lie open in it. */
export const VIEWS = [
  'network',
  'network?node=JPN',
  'network?tie=DP-JPN',
  'network?without-eu',
  'network/ego',
  'network/force',
  'gaps',
  'gaps/deepen?cell=units-domains:JPN:D6',
  'gaps/enlarge',
  'gaps/connect',
  'gaps/secure',
  'gaps/secure?node=AUS',
  'gaps/deepen?table=robustness',
  'gaps/deepen?table=lattice',
  'matrix',
  'matrix?against=kinds&units=named&cell=partners:JPN:SDP',
  'rank',
  'rank/betweenness?node=JPN',
  'actions',
  'actions/calendar',
  'compare',
  'compare?actors=JPN,KOR',
  'compare/dates?dates=2025-06-05,2026-01-01',
  'whatif',
  'whatif?edit=add+SDP+CAN',
  'whatif/connect?budget=1',
  'documents/join-2025-140?at=n30&quote=58550-58699',
  'documents/st-15315-2025?find=coree',
  'about',
  'about/accessibility',
  // Where a filter leaves nothing, and where nothing is chosen yet.
  'network?instrument=TTC&area=EID',
  'network/ego?focus=JPN&node=JPN',
];

/** With additional sources, in every view: what rests on them is marked in each. */
export const ADDITIONAL = [
  'network?additional',
  'network?additional&tie=SDP-CAN',
  'network?additional&table=ties&node=CAN',
  'network/ego?additional&focus=CAN',
  'network/force?additional',
  'matrix?additional&against=kinds&units=named&cell=partners:CAN:SDP',
  'gaps?additional',
  'gaps/deepen?additional',
  'gaps/enlarge?additional',
  'gaps/connect?additional',
  'gaps/secure?additional&node=CAN',
  'rank?additional&node=CAN',
  'actions?additional',
  'actions/calendar?additional',
  'compare?additional&actors=CAN,AUS',
  'whatif?additional&edit=add+SDP+BRA',
  'documents/join-2025-140?additional',
  'about?additional',
];

/**
 * What axe finds in a page or in a part of it, as one line a finding.
 * @param {import('playwright-core').Page} page
 * @param {{ part?: string, colours?: boolean }} [how]  `colours`: only the rules that depend on them, where the same page was read whole in another theme
 * @returns {Promise<string[]>}
 */
export async function findings(page, { part, colours = false } = {}) {
  await page.evaluate(axe);
  return page.evaluate(
    async ({ part, colours }) => {
      const { violations } = await /** @type {any} */ (window).axe.run(part ? document.querySelector(part) : document, {
        runOnly: colours
          ? { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }
          : ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
        resultTypes: ['violations'],
      });
      return violations.flatMap((/** @type {any} */ v) =>
        v.nodes
          .slice(0, 3)
          .map(
            (/** @type {any} */ n) => `${v.id}: ${n.target.join(' ')} ${n.failureSummary.split('\n')[1] ?? ''}`,
          ),
      );
    },
    { part, colours },
  );
}

/**
 * Every view in both languages, whole in the light; in the dark, the rules that colours can break: nothing else differs between
 * the themes.
 * @param {string} what  the views in words
 * @param {readonly string[]} views
 * @param {(page: import('playwright-core').Page, view: string) => Promise<void>} stands  waits until a view is there whole
 */
export function readEverywhere(what, views, stands) {
  /** @type {import('./stage.js').Stage} */
  let on;
  before(async () => {
    on = await stage();
  });
  after(() => on?.close());
  for (const scheme of /** @type {const} */ (['light', 'dark']))
    for (const lang of ['fr', 'en'])
      test(`axe finds nothing in ${what}: ${lang}, ${scheme}`, async () => {
        const page = await on.open(`#/about?lang=${lang}`, { scheme });
        for (const view of views) {
          await page.goto(`${on.url}#/${view}${view.includes('?') ? '&' : '?'}lang=${lang}`);
          await settled(page);
          await stands(page, view);
          assert.equal(await page.locator('html').getAttribute('lang'), lang);
          assert.equal(await page.locator('html').getAttribute('data-theme'), scheme);
          assert.deepEqual(await findings(page, { colours: scheme === 'dark' }), [], view);
        }
        await leave(page);
      });
}
