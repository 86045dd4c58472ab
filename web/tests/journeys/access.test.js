import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { leave, settled, stage } from './stage.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const VIEWS = [
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
const ADDITIONAL = [
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

/** @type {import('./stage.js').Stage} */
let on;
before(async () => {
  on = await stage();
});
after(() => on?.close());

/**
 * What axe finds, as one line a finding.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<string[]>}
 */
async function findings(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await /** @type {any} */ (window).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
    });
    return violations.flatMap((/** @type {any} */ v) =>
      v.nodes
        .slice(0, 3)
        .map(
          (/** @type {any} */ n) => `${v.id}: ${n.target.join(' ')} ${n.failureSummary.split('\n')[1] ?? ''}`,
        ),
    );
  });
}

for (const scheme of /** @type {const} */ (['light', 'dark'])) {
  for (const lang of ['fr', 'en']) {
    test(`axe finds nothing in any view: ${lang}, ${scheme}`, async () => {
      const page = await on.open('#/about', { scheme });
      for (const view of VIEWS) {
        await page.goto(`${on.url}#/${view}${view.includes('?') ? '&' : '?'}lang=${lang}`);
        await settled(page);
        if (/node=|tie=|cell=/.test(view)) await page.waitForSelector('#panel .quotation');
        assert.equal(await page.locator('html').getAttribute('lang'), lang);
        assert.equal(await page.locator('html').getAttribute('data-theme'), scheme);
        assert.deepEqual(await findings(page), [], view);
      }
      await leave(page);
    });

    test(`axe finds nothing in any view with additional sources: ${lang}, ${scheme}`, async () => {
      const page = await on.open('#/about', { scheme });
      for (const view of ADDITIONAL) {
        await page.goto(`${on.url}#/${view}&lang=${lang}`);
        await settled(page);
        if (/node=|tie=|cell=/.test(view)) await page.waitForSelector('#panel .remark, #panel .quotation');
        assert.match((await page.locator('#status .limit').textContent()) ?? '', /non vérifiées|not machine-checked/);
        assert.deepEqual(await findings(page), [], view);
      }
      await leave(page);
    });
  }
}

test('axe finds nothing on a narrow screen, with a menu open, and under a panel', async () => {
  const page = await on.open('', { width: 390, height: 844 });
  assert.equal(await page.locator('#menu-instrument-button').isVisible(), false);
  await page.click('#views-button');
  assert.deepEqual(await findings(page), []);
  await page.click('#views-button');
  await page.click('#filters-button');
  await page.click('#menu-instrument-button');
  assert.deepEqual(await findings(page), []);
  await page.goto(`${on.url}#/network?node=JPN`);
  await page.waitForSelector('#panel .quotation');
  assert.deepEqual(await findings(page), []);
  await leave(page);
});

test('axe finds nothing in the windows over the page, the search and the notices', async () => {
  for (const scheme of /** @type {const} */ (['light', 'dark'])) {
    const page = await on.open('#/gaps/secure?colour=red', { scheme });
    await page.click('#help-button');
    assert.deepEqual(await findings(page), [], `help, ${scheme}`);
    await page.keyboard.press('Escape');
    await page.click('#cite-view');
    await page.waitForSelector('#cite pre');
    assert.deepEqual(await findings(page), [], `cite, ${scheme}`);
    await page.keyboard.press('Escape');
    await page.fill('#search', 'cyber');
    await page.waitForSelector('#search-of-passages');
    assert.deepEqual(await findings(page), [], `search, ${scheme}`);
    await leave(page);
  }
});

test('in forced colours and without motion every lever can be told apart and nothing moves', async () => {
  const page = await on.open('#/network?node=JPN&instrument=DP', { forced: true });
  assert.equal(await page.evaluate(() => matchMedia('(forced-colors: active)').matches), true);
  const borders = await page.evaluate(() =>
    ['.switch .track', '.chip', '.languages a[aria-current]', '.menu summary', '#panel'].map((s) => {
      const { borderTopWidth, borderTopStyle } = getComputedStyle(/** @type {Element} */ (document.querySelector(s)));
      return `${s} ${borderTopStyle !== 'none' && parseFloat(borderTopWidth) > 0}`;
    }),
  );
  assert.deepEqual(borders.filter((b) => !b.endsWith('true')), []);
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')].filter((e) => {
      const style = getComputedStyle(e);
      return style.transitionDuration.split(',').some((d) => parseFloat(d) > 0);
    }).length,
  );
  assert.equal(moving, 0);
  await leave(page);
});

test('what is pressed is large enough: 24 pixels, or room around it', async () => {
  for (const width of [1440, 390]) {
    const page = await on.open('#/network?instrument=DP', { width });
    const small = await page.evaluate(() => {
      const all = [...document.querySelectorAll('header button, header a, header select, .toolbar button, .filters button, .filters summary')].filter((e) => e.getClientRects().length > 0);
      return all.flatMap((e) => {
        const { width: w, height } = e.getBoundingClientRect();
        return w >= 24 && height >= 24 ? [] : [`${e.id || e.className} ${Math.round(w)}×${Math.round(height)}`];
      });
    });
    assert.deepEqual(small, [], `${width}`);
    await leave(page);
  }
});

test('the accessibility tree names every actor and tie of the picture, once in the tab order', async () => {
  const page = await on.open();
  const stops = await page
    .locator('svg.alive [role=button]')
    .evaluateAll((all) =>
      all.map((e) => ({ name: e.getAttribute('aria-label'), tab: e.getAttribute('tabindex') })),
    );
  assert.ok(stops.length > 50);
  assert.deepEqual(
    stops.filter((s) => !s.name),
    [],
  );
  assert.equal(stops.filter((s) => s.tab === '0').length, 1);
  await leave(page);
});

test('the tab order reaches every part of the first view in a sensible order', async () => {
  const page = await on.open();
  /** @type {string[]} */
  const met = [];
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    met.push(
      await page.evaluate(
        () =>
          document.activeElement?.id ||
          document.activeElement?.getAttribute('data-node') ||
          document.activeElement?.tagName ||
          '',
      ),
    );
  }
  const order = [
    'skip',
    'home',
    'nav-network',
    'search',
    'undo',
    'help-button',
    'lang-fr',
    'copy-link',
    'menu-date-button',
    'menu-instrument-button',
    'without-eu',
    'card-deepen',
    'card-secure',
  ];
  const places = order.map((id) => met.indexOf(id));
  assert.ok(
    places.every((p) => p >= 0),
    `${JSON.stringify(met)}`,
  );
  assert.deepEqual(
    places,
    [...places].sort((a, b) => a - b),
  );
  await leave(page);
});

test('the panel takes and gives back the focus where it lies over the view', async () => {
  const page = await on.open('#/gaps/secure', { width: 1024 });
  const first = page.locator('#lines-digital-only tbody th a').first();
  await first.focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('#panel .quotation');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'panel-title');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('#panel')?.hasAttribute('hidden'));
  assert.equal(await first.evaluate((e) => e === document.activeElement), true);
  await leave(page);
});
