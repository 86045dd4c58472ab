import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  address,
  apiQuery,
  commandOptions,
  inFull,
  initial,
  isFiltered,
  parse,
  saysLanguage,
  select,
  toPassage,
  toView,
  toggle,
  unfiltered,
  unselect,
} from '../../app/state.js';

test('an address and its state are the same thing', () => {
  for (const hash of [
    '#/network?lang=fr',
    '#/gaps/secure?as-of=2025-06-05&without-eu&node=JPN&lang=en',
    '#/network?kind=grouping,partner&instrument=DD,DP&state=active&area=AI&class=derived,stated&lang=fr',
    '#/rank/harmonic?level=working&without-eu&graph=incidence&sort=-harmonic&lang=fr&theme=dark',
    '#/documents/join-2025-140?at=s2%20%C2%B61&quote=8770-8904&lang=fr',
    '#/gaps/deepen?table=units-areas&cell=units-areas:JPN:AI&lang=fr',
    '#/network/ego?focus=JPN&lang=fr',
    '#/matrix?against=areas&units=named&cell=units-areas:JPN:AI&lang=fr',
    '#/compare?actors=KOR,JPN&lang=fr',
    '#/compare?dates=2025-06-05,2026-03-01&lang=fr',
    '#/whatif/connect?edit=add+SDP+CAN&edit=add+ACTION+NOR+areas=AI,CYB&edit=drop+DD-BRA&budget=3&lang=fr',
  ]) {
    const { state, misread } = parse(hash);
    assert.deepEqual(misread, []);
    assert.equal(address(state), hash);
    assert.deepEqual(parse(address(state)).state, state);
  }
});

test('the bare address is the network in French', () => {
  for (const hash of ['', '#', '#/', '#/network']) assert.deepEqual(parse(hash).state, initial());
});

test('an address says its language, and one that does not is known by it', () => {
  assert.ok(saysLanguage(address(initial())));
  for (const hash of ['#/network?lang=en', '#/rank/degree?lang=fr&theme=dark', '#/network?node=JPN&lang=en'])
    assert.ok(saysLanguage(hash), hash);
  for (const hash of ['', '#/network', '#/network?lang=de', '#/network?find=lang%3Den', '#/network?xlang=en'])
    assert.ok(!saysLanguage(hash), hash);
});

test('lists are read in any order and written in one', () => {
  const one = parse('#/network?instrument=DP&instrument=DD').state;
  const other = parse('#/network?instrument=DD,DP,DD').state;
  assert.equal(address(one), address(other));
  assert.deepEqual(other.instrument, ['DD', 'DP']);
});

test('an edit keeps its words, its commas and its order, and empty ones are left out', () => {
  const { state, misread } = parse('#/whatif?edit=drop%20DD-BRA&edit=add+ACTION+NOR+areas=AI,CYB&edit=');
  assert.deepEqual(misread, []);
  assert.deepEqual(state.edit, ['drop DD-BRA', 'add ACTION NOR areas=AI,CYB']);
  assert.equal(apiQuery(state, { extra: { edit: state.edit } }), '?edit=drop%20DD-BRA&edit=add%20ACTION%20NOR%20areas%3DAI,CYB');
});

test('the wheel is the network as it opens', () => {
  assert.equal(address(parse('#/network/wheel').state), '#/network?lang=fr');
});

test('a comparison or a scenario stays behind when one goes elsewhere', () => {
  const { state } = parse('#/whatif?edit=add+SDP+CAN&actors=JPN,KOR&against=areas&as-of=2026-01-01');
  assert.equal(address(toView(state, 'matrix')), '#/matrix?as-of=2026-01-01&lang=fr');
});

test('directions answer to the verbs of the documents', () => {
  assert.equal(parse('#/gaps/renforcer').state.item, 'secure');
  assert.equal(parse('#/gaps/approfondir').state.item, 'deepen');
});

test('what cannot be read is told and left out', () => {
  const { state, misread } = parse('#/elsewhere?lang=de&colour=red&theme=blue&node=JPN');
  assert.equal(state.view, 'network');
  assert.equal(state.lang, 'fr');
  assert.equal(state.node, 'JPN');
  assert.deepEqual(
    misread.map((m) => m.word),
    ['view', 'lang', 'colour', 'theme'],
  );
});

test('a malformed percent code is read as it stands', () => {
  assert.equal(parse('#/network?node=%E0%A4').state.node, '%E0%A4');
});

test('the API is asked with the words of the command line and nothing else', () => {
  const { state } = parse('#/network?as-of=2026-01-01&instrument=DP&without-eu&node=JPN&lang=en&sort=-ties');
  assert.equal(apiQuery(state, { filter: true }), '?as-of=2026-01-01&instrument=DP&without-eu');
  assert.equal(apiQuery(state), '?as-of=2026-01-01');
  assert.equal(apiQuery(initial(), { filter: true }), '');
  assert.equal(apiQuery(initial(), { extra: { lang: 'en', graph: '' } }), '?lang=en');
});

test('the command takes the same options', () => {
  const { state } = parse('#/network?instrument=DP,DD&without-eu&as-of=2026-01-01&node=JPN');
  assert.equal(commandOptions(state), ' --as-of 2026-01-01 --instrument DP --instrument DD --without-eu');
});

test('a command is printed in the language of the page and of the dataset that is served', () => {
  const own = { data_option: ' --data "my seeds"' };
  assert.equal(inFull('relier gaps', 'en', own), 'relier gaps --lang en --data "my seeds"');
  assert.equal(inFull('relier gaps --lang fr --data "my seeds"', 'fr', own), 'relier gaps --lang fr --data "my seeds"');
  assert.equal(inFull('relier gaps', 'fr', {}), 'relier gaps --lang fr');
  assert.equal(inFull('', 'fr', own), '');
});

test('going elsewhere keeps dates, filter, language and theme, and leaves what was looked at', () => {
  const { state } = parse(
    '#/network?as-of=2026&kind=forum&without-eu&node=JPN&sort=-ties&lang=en&theme=dark',
  );
  const there = toView(state, 'gaps', 'secure');
  assert.equal(address(there), '#/gaps/secure?as-of=2026&kind=forum&without-eu&lang=en&theme=dark');
});

test('one thing is looked at at a time', () => {
  const state = select({ ...initial(), node: 'JPN' }, { tie: 'DP-JPN' });
  assert.equal(address(state), '#/network?tie=DP-JPN&lang=fr');
  assert.deepEqual(unselect(state), initial());
  const finding = select({ ...initial(), view: 'gaps', item: 'deepen', tie: 'DP-JPN' }, { finding: 'silent.JPN.D7' });
  assert.equal(address(finding), '#/gaps/deepen?finding=silent.JPN.D7&lang=fr');
  assert.equal(unselect(finding).finding, '');
});

test('a passage is a place and a stretch of bytes', () => {
  const state = toPassage(
    { ...initial(), lang: 'en' },
    { document: 'join-2025-140', at: 'n30', start: 1, end: 2 },
  );
  assert.equal(address(state), '#/documents/join-2025-140?at=n30&quote=1-2&lang=en');
});

test('filters go on and off, and all at once', () => {
  const on = toggle(toggle(initial(), 'instrument', 'DP'), 'state', 'active');
  assert.ok(isFiltered(on));
  assert.deepEqual(toggle(on, 'instrument', 'DP').instrument, []);
  const off = unfiltered({ ...on, asOf: '2026', focus: 'JPN', withoutEu: true });
  assert.ok(!isFiltered(off));
  assert.equal(off.asOf, '2026');
  assert.ok(!isFiltered({ ...initial(), asOf: '2026' }));
});

test('no function changes the state it is given', () => {
  const state = Object.freeze({ ...initial(), instrument: Object.freeze(['DP']) });
  const given = /** @type {import('../../app/state.js').State} */ (/** @type {unknown} */ (state));
  toggle(given, 'instrument', 'DD');
  toView(given, 'about');
  select(given, { node: 'JPN' });
  unfiltered(given);
  assert.deepEqual(given, { ...initial(), instrument: ['DP'] });
});
