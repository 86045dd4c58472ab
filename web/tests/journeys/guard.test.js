/** What the page keeps to itself, and what it does with what others have written: hostile words, faulty data, a server that is gone. */

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { leave, settled, stage, text } from './stage.js';

/** @type {import('./stage.js').Stage} */
let on;
before(async () => {
  on = await stage();
});
after(() => on?.close());

test('the page keeps nothing: no cookie, no storage, no request elsewhere', async () => {
  const page = await on.open();
  for (const view of ['network?node=JPN', 'matrix', 'gaps/deepen', 'rank', 'actions', 'documents', 'compare', 'whatif', 'about?theme=dark&lang=en']) {
    await page.goto(`${on.url}#/${view}`);
    await settled(page);
  }
  assert.deepEqual(await page.context().cookies(), []);
  const kept = await page.evaluate(async () => [
    localStorage.length,
    sessionStorage.length,
    (await indexedDB.databases()).length,
    (await caches.keys()).length,
    (await navigator.serviceWorker.getRegistrations()).length,
  ]);
  assert.deepEqual(kept, [0, 0, 0, 0, 0]);
  // Requests that leave the origin are heard by the stage itself.
  await leave(page);
});

test('hostile addresses are words, never markup', async () => {
  const page = await on.open('#/about');
  const bad = encodeURIComponent('"><img src=x onerror="window.hacked=1"><script>window.hacked=1</script>');
  for (const hash of [
    `network?node=${bad}`,
    `network?tie=${bad}`,
    `network?focus=${bad}`,
    `network?sort=${bad}&table=${bad}`,
    `network?${bad}=${bad}`,
    `gaps/${bad}`,
    `gaps/deepen?cell=${bad}:${bad}:${bad}`,
    `rank/${bad}`,
    `documents/${bad}`,
    `documents/join-2025-140?at=${bad}&quote=${bad}&find=${bad}`,
    `compare?actors=${bad},JPN`,
    `whatif?edit=${bad}`,
    `matrix?against=${bad}`,
    `${bad}?lang=${bad}`,
    'network?node=__proto__&instrument=constructor',
    'documents/join-2025-140?quote=1e9-NaN&at=%00',
  ]) {
    await page.goto(`${on.url}#/${hash}`);
    await settled(page);
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).hacked), undefined, hash);
    assert.equal(await page.locator('img, main script, [onerror], iframe').count(), 0, hash);
  }
  await leave(page, { expected: /status of 4\d\d/ });
});

test('hostile names in a dataset are words, never markup', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  cpSync(fileURLToPath(new URL('../../../seeds', import.meta.url)), folder, { recursive: true });
  const file = join(folder, 'instruments.toml');
  const evil = `'</title></text><img src=x onerror="window.hacked=1"><script>window.hacked=1</script>'`;
  const written = readFileSync(file, 'utf8').replaceAll(/(id = "DP-JPN"[\s\S]{0,200}?)fr = "[^"]*"/g, `$1fr = ${evil}`);
  assert.ok(written.includes('hacked'), 'the name was put in');
  writeFileSync(file, written);
  const other = await stage(['--data', folder]);
  try {
    const page = await other.open('#/network?tie=DP-JPN');
    await page.waitForSelector('#panel .quotation');
    assert.match(await text(page, '#panel-title'), /<img src=x onerror/);
    for (const view of ['network?table=ties', 'network?node=JPN', 'gaps/deepen', 'actions', 'documents/join-2025-140?at=n13', 'compare?actors=JPN,KOR']) {
      await page.goto(`${other.url}#/${view}`);
      await settled(page);
      assert.equal(await page.evaluate(() => /** @type {any} */ (window).hacked), undefined, view);
      assert.equal(await page.locator('main img, main script, [onerror]').count(), 0, view);
    }
    // What is copied reads the same folder.
    assert.ok((await page.getAttribute('#copy-command', 'title'))?.includes(` --data ${folder}`));
    await page.fill('#search', 'onerror');
    await page.waitForSelector('#search-list .found');
    assert.equal(await page.locator('#search-list img').count(), 0);
    await leave(page);
  } finally {
    await other.close();
    rmSync(folder, { recursive: true });
  }
});

test('the faults of a watched dataset are told while the last good one is shown, and go when they are mended', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'watched-'));
  cpSync(fileURLToPath(new URL('../../../seeds', import.meta.url)), folder, { recursive: true });
  const file = join(folder, 'instruments.toml');
  const good = readFileSync(file, 'utf8');
  const other = await stage(['--data', folder, '--watch']);
  try {
    const page = await other.open('#/network?lang=en');
    writeFileSync(file, good.replace('kind = "DP"', 'kind = "XX"'));
    await page.waitForSelector('#faults', { timeout: 30_000 });
    assert.match(await text(page, '#faults'), /The dataset on disk has \d+ faults?\..*instruments\.toml:\d+:\d+/);
    assert.equal(await page.locator('svg.alive').first().isVisible(), true);
    writeFileSync(file, good);
    await page.waitForSelector('#faults', { state: 'detached', timeout: 30_000 });
    await leave(page);
  } finally {
    await other.close();
    rmSync(folder, { recursive: true });
  }
});

test('a server that is gone is told, with a way to try again', async () => {
  const page = await on.open('#/about?lang=en');
  await page.route('**/api/v1/**', (route) => route.abort());
  await page.click('#nav-actions');
  await page.waitForSelector('.problem button');
  assert.match(await text(page, '.problem'), /relier serve/);
  await page.unroute('**/api/v1/**');
  await page.click('.problem button');
  await page.waitForSelector('#actions');
  await leave(page, { expected: /ERR_FAILED/ });
});

test('a refusal is told in the language of the page, even where the browser’s wish is changed on the way', async () => {
  const page = await on.open('#/about');
  await page.route('**/api/v1/**', (route) =>
    route.continue({ headers: { ...route.request().headers(), 'accept-language': 'en' } }),
  );
  await page.goto(`${on.url}#/network?node=Jappan&lang=fr`);
  await page.waitForSelector('#panel .problem');
  assert.match(await text(page, '#panel .problem'), /il n’y a pas d’acteur «Jappan»/);
  await leave(page, { expected: /status of 404/ });
});
