/** Places in a document are counted in bytes of UTF-8, strings of the page in units of UTF-16. */

/**
 * For a text, the index at each byte: `indexAt(text)(n)` is where the n-th byte begins.
 * @param {string} text
 */
export function indexAt(text) {
  /** @type {number[]} */
  const at = [];
  let index = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const bytes = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (let i = 0; i < bytes; i++) at.push(index);
    index += character.length;
  }
  at.push(index);
  return (/** @type {number} */ byte) => at[Math.max(0, Math.min(byte, at.length - 1))] ?? index;
}

/** @typedef {{ start: number, end: number }} Span */

/**
 * Cuts a text where spans begin and end; each piece with the spans that cover it.
 * @template {Span} S
 * @param {string} text
 * @param {number} offset  the byte at which the text begins
 * @param {readonly S[]} spans  in bytes of the document
 * @returns {{ text: string, spans: S[] }[]}
 */
export function pieces(text, offset, spans) {
  const index = indexAt(text);
  const local = spans
    .map((span) => ({ span, start: index(span.start - offset), end: index(span.end - offset) }))
    .filter(({ start, end }) => end > start);
  const cuts = [...new Set([0, text.length, ...local.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((from, i) => {
    const to = cuts[i + 1] ?? text.length;
    return {
      text: text.slice(from, to),
      spans: local.filter(({ start, end }) => start <= from && end >= to).map(({ span }) => span),
    };
  });
}
