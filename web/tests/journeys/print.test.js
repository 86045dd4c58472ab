/** Pictures on paper and for those who listen: each is printed to PDF by a real browser, read with axe, and its tree looked at. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { findings } from './axe.js';
import { launched, program } from './stage.js';

/**
 * Every picture, the way its page lies, and the smallest letters in points that are put up with on it.
 * @type {Array<[string, boolean, number]>}
 */
const PICTURES = [
  ['wheel', true, 6.5],
  ['wheel --without-eu', true, 6.5],
  ['wheel --split-eu', true, 6.5],
  ['wheel --additional', true, 6.5],
  ['force', true, 6.5],
  ['force --without-eu', true, 6.9],
  ['force --focus JPN --depth 2', true, 6.5],
  ['force --additional', true, 6.5],
  ['force --area CYB', true, 6.9],
  ['matrix --against kinds', true, 7],
  ['matrix --against domains', true, 7],
  ['matrix --against areas', true, 7],
  ['matrix --against kinds --area CYB', true, 6.9],
  ['matrix --against kinds --units named', false, 6.5],
  ['matrix --against domains --units named', false, 6.5],
  ['matrix --against areas --units named', false, 6.5],
  ...['kinds', 'domains', 'areas'].flatMap((columns) =>
    ['--additional', '--split-eu', '--area CYB'].map(
      (chosen) => /** @type {[string, boolean, number]} */ ([`matrix --against ${columns} --units named ${chosen}`, false, 6.5]),
    ),
  ),
  ['calendar', false, 6.5],
  ['calendar --additional', false, 6],
  ['lattice', true, 7],
  ['lattice --against areas', true, 7],
  ['ego JPN', false, 6.5],
  ['ego EU', true, 6.5],
  ['ego UKR', false, 6.5],
  ['ego UKR --additional', false, 6.5],
];

/** @param {string} line @param {string[]} more */
const draw = (line, more) =>
  execFileSync(program(), ['draw', ...line.split(' '), ...more], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => {
  browser = await launched();
});
after(() => browser.close());

/**
 * A page that holds a picture alone.
 * @param {string} svg
 * @param {{ lang: string, wide?: boolean }} how
 */
async function holding(svg, { lang, wide = true }) {
  const page = await browser.newPage();
  const room = wide ? [277, 190] : [190, 277];
  const style = `@page{size:A4 ${wide ? 'landscape' : 'portrait'};margin:10mm}*{margin:0}
    main{display:block}svg{display:block;width:auto;height:auto;max-width:${room[0]}mm;max-height:${room[1]}mm}`;
  const title = /<title[^>]*>([^<]*)/.exec(svg)?.[1] ?? '';
  await page.setContent(
    `<!doctype html><html lang="${lang}"><title>${title}</title><style>${style}</style><main><h1 hidden>${title}</h1>${svg}</main></html>`,
  );
  return page;
}

/**
 * The pages of a PDF as Chromium writes it: the size of each in points.
 * @param {Buffer} pdf
 */
function pages(pdf) {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/\/Type\s*\/Page\b[^s]/g)].map(({ index }) => {
    const around = text.slice(text.lastIndexOf('obj', index), text.indexOf('endobj', index));
    const box = /\/MediaBox\s*\[\s*([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s*\]/.exec(around);
    assert.ok(box, `a page without a size: ${around}`);
    return [Number(box[3]), Number(box[4])];
  });
}

for (const lang of ['fr', 'en'])
  test(`each picture fills one A4 page, nothing cut, letters large enough (${lang})`, async () => {
    /** @type {string[]} */
    const small = [];
    for (const [line, wide, least] of PICTURES) {
      const page = await holding(draw(line, ['--theme', 'print', '--lang', lang, '--width', '4000']), { lang, wide });
      await page.emulateMedia({ media: 'print' });
      const [across, down] = wide ? [277, 190] : [190, 277];
      await page.setViewportSize({ width: Math.round((across / 25.4) * 96), height: Math.round((down / 25.4) * 96) });
      const facts = await page.evaluate(() => {
        const svg = /** @type {SVGSVGElement} */ (document.querySelector('svg'));
        const frame = svg.getBoundingClientRect();
        const outside = [...svg.querySelectorAll('text')].filter((text) => {
          const box = text.getBoundingClientRect();
          const edge = 0.5;
          return (
            box.width > 0 &&
            (box.left < frame.left - edge || box.right > frame.right + edge || box.top < frame.top - edge || box.bottom > frame.bottom + edge)
          );
        });
        const scale = frame.width / svg.viewBox.baseVal.width;
        const sizes = [...svg.querySelectorAll('text')].map((t) => Number(t.getAttribute('font-size')) * scale * 0.75);
        return {
          outside: outside.map((t) => t.textContent),
          smallest: Math.min(...sizes),
          millimetres: [frame.width, frame.height].map((px) => (px / 96) * 25.4),
        };
      });
      assert.deepEqual(facts.outside, [], `${line}: text beyond the picture`);
      if (facts.smallest < least) small.push(`${line}: letters of ${facts.smallest.toFixed(2)} points, wanted ${least}`);
      const [width, height] = facts.millimetres;
      assert.ok(width <= across + 0.5 && height <= down + 0.5, `${line}: ${width} × ${height} mm`);
      assert.ok(width >= across - 1 || height >= down - 1, `${line} leaves the page empty: ${width} × ${height} mm`);
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      const sizes = pages(pdf);
      assert.equal(sizes.length, 1, `${line}: ${sizes.length} pages`);
      const wanted = wide ? [841.9, 595.3] : [595.3, 841.9];
      wanted.forEach((points, i) => assert.ok(Math.abs(sizes[0][i] - points) < 2, `${line}: ${sizes[0]}`));
      // As a reader prints it who fills the width and thinks of nothing else: nothing runs over to a second page.
      await page.addStyleTag({ content: `svg{width:${across}mm!important;height:auto!important;max-height:none!important}` });
      const filled = pages(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
      assert.equal(filled.length, 1, `${line} at the width of the paper: ${filled.length} pages`);
      await page.close();
    }
    assert.deepEqual(small, []);
  });

/**
 * Every report, as it is asked for.
 * @type {string[][]}
 */
const REPORTS = [
  ['report'],
  ['report', 'JPN'],
  ['compare', 'JPN', 'KOR', 'CAN'],
  ['compare', '--dates', '2025-06-05', '2025-11-20', '--format', 'html'],
  ['actions', '--format', 'html'],
  ['moves', 'connect', '--format', 'html'],
  ['whatif', '--edit', 'add DP NOR', '--format', 'html'],
  ['robustness', '--replicates', '50', '--format', 'html'],
];

for (const lang of ['fr', 'en'])
  test(`each report prints on A4 pages, nothing beyond the edge, its limits on the first (${lang})`, async () => {
    /** @type {string[]} */
    const late = [];
    for (const line of REPORTS) {
      const args = [...line, ...(line[0] === 'compare' && line[1] !== '--dates' ? ['--format', 'html'] : []), '--lang', lang];
      const html = execFileSync(program(), args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 28 });
      const page = await browser.newPage();
      await page.setContent(html);
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      const sizes = pages(pdf);
      assert.ok(sizes.length > 1, `${line}`);
      for (const size of sizes) {
        const [short, long] = [...size].sort((a, b) => a - b);
        assert.ok(Math.abs(short - 595.3) < 2 && Math.abs(long - 841.9) < 2, `${line}: ${size}`);
      }
      await page.emulateMedia({ media: 'print' });
      // As wide as the text of a portrait page, so that the boxes lie as they do on paper.
      await page.setViewportSize({ width: Math.round((178 / 25.4) * 96), height: 1000 });
      const facts = await page.evaluate(() => {
        const wide = document.documentElement.clientWidth + 1;
        const limits = [...document.querySelectorAll('h3')].find((h) => (h.textContent ?? '').startsWith('Limit'));
        const list = limits?.nextElementSibling;
        return {
          beyond: [...document.querySelectorAll('main *:not(svg *)')]
            .filter((e) => e.getBoundingClientRect().right > wide && !e.closest('.wide'))
            .map((e) => (e.textContent ?? '').slice(0, 60)),
          broken: [...document.querySelectorAll('svg')].filter((s) => s.getBoundingClientRect().height > (277 / 25.4) * 96).length,
          limits: ((list?.getBoundingClientRect().bottom ?? Infinity) / 96) * 25.4,
        };
      });
      assert.deepEqual(facts.beyond, [], `${line}: beyond the edge of the page`);
      assert.equal(facts.broken, 0, `${line}: a picture taller than a page`);
      if (facts.limits > 265) late.push(`${line}: the limits end at ${facts.limits} mm, on the second page`);
      await page.close();
    }
    assert.deepEqual(late, []);
  });

/**
 * axe on every picture: a graphic with a name, texts with contrast, ids apart; whole in the light in one language and in the dark in
 * the other. The printed one differs from them in its colours alone, and is asked about those.
 */
for (const [nth, theme] of ['light', 'dark', 'print'].entries())
  test(`axe finds nothing in any picture (${theme})`, async () => {
    for (const [place, [line]] of PICTURES.entries()) {
      const lang = (place + nth) % 2 === 0 ? 'fr' : 'en';
      const page = await holding(draw(line, ['--theme', theme, '--lang', lang]), { lang });
      assert.deepEqual(await findings(page, { part: 'svg', colours: theme === 'print' }), [], `${line} ${lang}`);
      await page.close();
    }
  });

test('a picture reads as a document with a name, a description and its parts', async () => {
  const page = await holding(draw('wheel', ['--lang', 'en']), { lang: 'en' });
  const tree = await page.locator('main').ariaSnapshot();
  for (const wanted of ['The EU and its digital partners', 'Japan: ', 'Western Balkans: '])
    assert.ok(tree.includes(wanted), `${wanted} not in\n${tree.slice(0, 2000)}`);
  const named = await page.evaluate(() => {
    const svg = /** @type {SVGSVGElement} */ (document.querySelector('svg'));
    const ids = (svg.getAttribute('aria-labelledby') ?? '').split(' ');
    return { words: ids.map((id) => document.getElementById(id)?.textContent ?? ''), lang: svg.getAttribute('lang') };
  });
  assert.equal(named.lang, 'en');
  const table = await holding(draw('matrix', ['--lang', 'en']), { lang: 'en' });
  const cells = await table.locator('main').ariaSnapshot();
  assert.ok(/img "Japan, Cybersecurity: running, named/.test(cells), cells.slice(0, 2000));
  await table.close();
  assert.ok(named.words[0].length > 0 && named.words.some((w) => /partners.*around the EU/.test(w)), named.words.join('|'));
  await page.close();
});
