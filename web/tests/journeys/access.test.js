import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findings } from './axe.js';
import { leave, stage } from './stage.js';

/** @type {import('./stage.js').Stage} */
let on;
before(async () => {
  on = await stage();
});
after(() => on?.close());

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

for (const lang of /** @type {const} */ (['fr', 'en']))
  test(`every actor and tie of a picture is named whole, with its kind and with whom: ${lang}`, async () => {
    for (const hash of [`#/network?lang=${lang}`, `#/network/force?lang=${lang}`, `#/network/ego?focus=JPN&lang=${lang}`]) {
      const page = await on.open(hash);
      /** @type {import('../../types/wire').Network} */
      const network = await (await fetch(`${on.url}api/v1/network`)).json();
      const stops = await page.locator('.port svg.alive [role=button]').evaluateAll((all) =>
        all.map((e) => ({
          name: e.getAttribute('aria-label') ?? '',
          title: e.querySelector(':scope > title')?.textContent ?? '',
          node: e.getAttribute('data-node'),
          tie: e.getAttribute('data-tie'),
        })),
      );
      assert.ok(stops.length > 20, hash);
      for (const { name, title, node, tie } of stops) {
        const own = network.ties.find((t) => t.id === tie)?.names[lang] ?? network.nodes.find((n) => n.id === node)?.names[lang];
        // From its first letter on: the name of the record stands in it as a whole word.
        const at = own ? name.indexOf(own) : 0;
        assert.ok(at === 0 || (at > 0 && !/[\p{L}\p{N}]/u.test(name[at - 1] ?? '')), `${hash} ${tie ?? node}: ${name} (${title})`);
        if (node !== null && node !== 'EU') assert.match(name, /partenaire|pays|groupement|forum|programme|membre|partner|country|grouping|forum|member/, name);
      }
      const annex = stops.find((s) => s.tie === 'annex-38');
      if (annex) assert.match(annex.name, /Action; .*Moldavie|Action; .*Moldova|Moldavie|Moldova/, annex.name);
      assert.equal(new Set(stops.map((s) => s.name)).size, stops.length, `${hash}: two of one name`);
      await leave(page);
    }
  });
