/** How fast and how heavy the page is, in a real browser against the real program. It prints figures and judges none. */

import { gzipSync } from 'node:zlib';
import { stage } from '../journeys/stage.js';

const RUNS = 7;
const middle = (/** @type {number[]} */ all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? NaN;
const ms = (/** @type {number[]} */ all) => `${middle(all).toFixed(0)} ms (of ${all.length}: ${Math.min(...all).toFixed(0)}–${Math.max(...all).toFixed(0)})`;
const say = (/** @type {string} */ what, /** @type {string} */ figure) => process.stdout.write(`${what.padEnd(58)} ${figure}\n`);

const on = await stage();
try {
  /** @type {number[]} */
  const first = [];
  /** @type {number[]} */
  const painted = [];
  let weight = 0;
  let requests = 0;
  for (let i = 0; i < RUNS; i++) {
    const page = await on.open('#/about', {});
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    weight = 0;
    requests = 0;
    session.on('Network.loadingFinished', (/** @type {{ encodedDataLength: number }} */ e) => {
      weight += e.encodedDataLength;
      requests += 1;
    });
    await page.goto('about:blank');
    await page.goto(`${on.url}?cold=${i}#/network`, { waitUntil: 'commit' });
    await page.waitForSelector('svg.alive');
    first.push(await page.evaluate(() => performance.now()));
    painted.push(
      await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN),
    );
    await page.waitForLoadState('networkidle');
    await page.context().close();
  }
  say('first view, from the address to the living picture', ms(first));
  say('first paint with content', ms(painted));
  say('what the first view weighs over the wire, with its data', `${(weight / 1000).toFixed(0)} kB in ${requests} requests`);
  const page = await on.open('');
  const own = await page.evaluate(() =>
    performance.getEntriesByType('resource').map((r) => r.name).filter((n) => !n.includes('/api/')),
  );
  let files = 0;
  for (const url of [on.url, ...own]) files += gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length;
  say('of which the page itself, compressed', `${(files / 1000).toFixed(0)} kB`);
  for (const [name, hash] of [
    ['one instrument', '#/network?instrument=DP'],
    ['in force', '#/network?state=active'],
    ['without the EU', '#/network?without-eu'],
    ['another date', '#/network?as-of=2026-03-01'],
    ['three filters', '#/network?kind=partner&state=active&area=CYB'],
    ['a sort of the table', '#/network?sort=actor'],
  ]) {
    /** @type {number[]} */
    const times = [];
    for (let i = 0; i < RUNS; i++) {
      await page.evaluate(async (to) => {
        location.hash = '#/network';
        await new Promise((done) => setTimeout(done, 300));
        return to;
      }, hash);
      times.push(
        await page.evaluate(
          (to) =>
            new Promise((done) => {
              const began = performance.now();
              const body = /** @type {Element} */ (document.querySelector('#body'));
              const seen = new MutationObserver(() => {
                seen.disconnect();
                requestAnimationFrame(() => done(performance.now() - began));
              });
              seen.observe(body, { childList: true });
              location.hash = to ?? '';
            }),
          hash,
        ),
      );
    }
    say(`a filter, from the choice to the new picture: ${name}`, ms(times));
  }
} finally {
  await on.close();
}
