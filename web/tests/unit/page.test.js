import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

const root = new URL('../../', import.meta.url);
const read = (/** @type {string} */ name) => readFileSync(new URL(name, root), 'utf8');
const modules = ['app', 'views'].flatMap((folder) =>
  readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith('.js'))
    .map((name) => `${folder}/${name}`),
);
const sheets = readdirSync(new URL('css', root)).map((name) => `css/${name}`);
const html = read('index.html');

test('every module is loaded ahead, so that the first view waits for none', () => {
  const ahead = [...html.matchAll(/rel="modulepreload" href="([^"]+)"/g)].map((m) => m[1]);
  assert.deepEqual(
    ahead,
    modules.filter((m) => m !== 'app/main.js'),
  );
});

test('every style sheet is linked', () => {
  const linked = [...html.matchAll(/rel="stylesheet" href="([^"]+)"/g)].map((m) => m[1]);
  // The server makes the theme's from the palette of the pictures.
  assert.deepEqual([...linked].sort(), [...sheets, 'theme.css'].sort());
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
  const catalogues = ['app/fr.js', 'app/en.js'];
  const long = modules.filter((name) => !catalogues.includes(name) && read(name).split('\n').length > 560);
  assert.deepEqual(long, []);
});
