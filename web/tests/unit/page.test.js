import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

const root = new URL('../../', import.meta.url);
const read = (/** @type {string} */ name) => readFileSync(new URL(name, root), 'utf8');
const modules = ['app', 'views', 'words/fr', 'words/en'].flatMap((folder) =>
  readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith('.js'))
    .map((name) => `${folder}/${name}`),
);
const sheets = readdirSync(new URL('css', root)).map((name) => `css/${name}`);
const html = read('index.html');

/** The modules that a module needs before it can run, itself among them: its static imports, and theirs. @param {string} entry */
function closure(entry, all = new Set()) {
  if (all.has(entry)) return all;
  all.add(entry);
  for (const [, from = ''] of read(entry).matchAll(/^(?:import|\}) .*from '(\.[^']+)';$/gm))
    closure(new URL(from, new URL(entry, root)).pathname.slice(root.pathname.length), all);
  return all;
}

test('what the first view needs is loaded ahead, and nothing else', () => {
  const ahead = [...html.matchAll(/rel="modulepreload" href="([^"]+)"/g)].map((m) => m[1]);
  const needed = [...closure('app/main.js')].filter((m) => m !== 'app/main.js');
  assert.ok(needed.includes('views/network.js') && needed.length > 20, needed.join(' '));
  assert.deepEqual(ahead, needed.sort());
});

test('every style sheet is linked, or comes with the view that needs it', () => {
  const linked = [...html.matchAll(/rel="stylesheet" href="([^"]+)"/g)].map((m) => m[1] ?? '');
  const later = [...read('app/sights.js').matchAll(/sheets: \[([^\]]*)\]/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/'([^']+)'/g)].map((m) => `css/${m[1]}.css`),
  );
  // The server makes the theme's from the palette of the pictures.
  assert.deepEqual([...new Set([...linked, ...later])].sort(), [...sheets, 'theme.css'].sort());
  assert.deepEqual(
    later.filter((name) => linked.includes(name)),
    [],
  );
});

test('nothing is inline and nothing comes from elsewhere', () => {
  assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
  for (const name of ['index.html', ...modules, ...sheets]) {
    const text = read(name).replaceAll('http://www.w3.org/2000/svg', '');
    assert.doesNotMatch(text, /https?:\/\/|@import url|url\(/, name);
  }
});

test('text is never put in as markup, and nothing is kept in the browser', () => {
  for (const name of modules) {
    assert.doesNotMatch(
      read(name),
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|localStorage|sessionStorage|document\.cookie|\beval\(/,
      name,
    );
  }
});

test('the whole page is under 300 kB compressed', () => {
  const size = ['index.html', 'favicon.svg', ...modules, ...sheets].reduce(
    (sum, name) => sum + gzipSync(read(name)).length,
    0,
  );
  assert.ok(size < 300_000, `${size} bytes`);
});

test('a view or part stays small enough to be read', () => {
  const long = [...modules, ...sheets].filter((name) => read(name).split('\n').length > 500);
  assert.deepEqual(long, []);
});
