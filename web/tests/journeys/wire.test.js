/** The types that the page is checked against are those of the real answers: no field missing, none unknown. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve } from './stage.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const RESOURCES = {
  Meta: 'meta',
  Network: 'network?class=stated&class=derived&focus=JPN',
  Actor: 'actors/BRA',
  Tie: 'ties/annex-4',
  'Goal[]': 'gaps',
  Rank: 'rank?without-eu',
  Monitor: 'actions?as-of=2027-06-30',
  Reader: 'documents/st-15315-2025',
};

/** @type {{ url: string, stop: () => void }} */
let server;
before(async () => {
  server = await serve();
});
after(() => server?.stop());

test('every answer is of its type, and of nothing more', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wire-'));
  const lines = [
    `import type { Actor, Goal, Meta, Monitor, Network, Rank, Reader, Tie } from '${root}types/wire';`,
  ];
  for (const [type, path] of Object.entries(RESOURCES)) {
    const response = await fetch(`${server.url}api/v1/${path}`);
    assert.equal(response.status, 200, path);
    lines.push(`export const a${lines.length}: ${type} = ${await response.text()};`);
  }
  writeFileSync(join(folder, 'answers.ts'), lines.join('\n'));
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        noEmit: true,
        target: 'es2023',
        module: 'esnext',
        moduleResolution: 'bundler',
        types: [],
      },
      files: ['answers.ts'],
    }),
  );
  const tsc = spawnSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '--project', folder],
    { encoding: 'utf8' },
  );
  rmSync(folder, { recursive: true });
  assert.equal(tsc.status, 0, tsc.stdout.slice(0, 2000));
});
