import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyOf, spelt } from '../../app/held.js';

const TODAY = '2025-11-20';

test('a path is kept by its parameters in order, without those that change nothing', () => {
  assert.equal(keyOf('network', TODAY), 'network');
  assert.equal(keyOf('network?without-eu&as-of=2025-06-05', TODAY), 'network?as-of=2025-06-05&without-eu');
  assert.equal(keyOf(`gaps?as-of=${TODAY}&known=${TODAY}`, TODAY), 'gaps');
  assert.equal(keyOf('pictures/wheel.svg?theme=dark&lang=fr&page', TODAY), 'pictures/wheel.svg?lang=fr');
  assert.equal(keyOf('ties/HE%2FX', TODAY), 'ties/HE/X');
});

test('a day that is not the default stays', () => {
  assert.equal(keyOf('gaps?known=2025-06-05', TODAY), 'gaps?known=2025-06-05');
});

test('a step back repeats what was said before, in the same answer or another', () => {
  assert.deepEqual(spelt([[5, 6, 7, 8, 9], [-4, 3, 1], [2, -1, 3], []]), [[5, 6, 7, 8, 9], [6, 7, 8, 1], [2, 2, 2, 2], []]);
});
