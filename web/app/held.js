/** The answers that a page in one file carries: what the API would say, unpacked once. A page that is served holds none. */

const CARRIER = 'relier-answers';

/** Whether this page is a file that carries its answers. */
export const isFile = typeof document !== 'undefined' && document.getElementById(CARRIER) !== null;

/**
 * @typedef {object} Held
 * @property {Readonly<Record<string, number>>} paths  the number of the answer to each
 * @property {readonly (readonly number[])[]} bodies  answers as the numbers of their pieces, what came before as a step back and its length
 * @property {readonly string[]} pieces
 */

/** @type {Promise<Held> | null} */
let held = null;

/** @type {string | null} */
let today = null;

/** @returns {Promise<Held>} */
async function unpack() {
  const packed = atob(document.getElementById(CARRIER)?.textContent ?? '');
  const bytes = Uint8Array.from(packed, (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  /** @type {Held} */
  const found = JSON.parse(await new Response(stream).text());
  return { ...found, bodies: spelt(found.bodies) };
}

/**
 * Each body with all its numbers: a step back, in any body, repeats as many of those as it says.
 * @param {Held['bodies']} bodies
 * @returns {number[][]}
 */
export function spelt(bodies) {
  /** @type {number[]} */
  const said = [];
  return bodies.map((body) => {
    const from = said.length;
    for (let i = 0; i < body.length; i++) {
      const n = body[i] ?? 0;
      if (n >= 0) {
        said.push(n);
        continue;
      }
      const at = said.length + n;
      i += 1;
      for (let k = 0; k < (body[i] ?? 0); k++) said.push(said[at + k] ?? 0);
    }
    return said.slice(from);
  });
}

/**
 * A path as the answers are kept by: its parameters in order, without those that say what is so anyway.
 * @param {string} path
 * @param {string} today  the day that is meant where none is given
 */
export function keyOf(path, today) {
  const [route = '', query = ''] = path.split('?');
  const picture = route.startsWith('pictures/');
  const parameters = query
    .split('&')
    .filter((p) => p !== '' && p !== 'page' && p !== `as-of=${today}` && p !== `known=${today}`)
    // In a page a picture takes the colours of the page.
    .filter((p) => !(picture && p.startsWith('theme=')))
    .sort();
  const decoded = decodeURIComponent(route);
  return parameters.length === 0 ? decoded : `${decoded}?${parameters.join('&')}`;
}

/**
 * The answer to a path; null when the file carries none.
 * @param {string} path
 * @returns {Promise<string | null>}
 */
export async function heldAnswer(path) {
  held ??= unpack();
  const { paths, bodies, pieces } = await held;
  /** @param {string} key */
  const at = (key) => bodies[paths[key] ?? -1]?.map((i) => pieces[i]).join('') ?? null;
  today ??= JSON.parse(at('meta') ?? '{}').dates?.as_of ?? '';
  const key = keyOf(path, today ?? '');
  const body = at(key) ?? (await import('./offline.js')).reckoned(key, at);
  if (body === null || !path.startsWith('pictures/')) return body;
  const alone = !path.split('?')[1]?.split('&').includes('page');
  return alone ? dressed(body) : body;
}

/**
 * A picture with the rules of its colours, to stand alone.
 * @param {string} svg
 */
function dressed(svg) {
  const rules = document.getElementById('theme')?.textContent ?? '';
  const escaped = rules.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return svg.replace(/<svg[^>]*>/, (open) => `${open}<style>${escaped}</style>`);
}

/**
 * A picture as PNG, drawn by the browser itself.
 * @param {string} svg
 * @returns {Promise<Blob>}
 */
export async function rastered(svg) {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const scale = 2200 / (image.naturalWidth || 1100);
    const canvas = document.createElement('canvas');
    canvas.width = 2200;
    canvas.height = Math.round((image.naturalHeight || 1100) * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, failed) =>
      canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('no picture'))), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
