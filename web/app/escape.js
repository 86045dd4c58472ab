/** What an address can hold: its text, percent-encoded no more than it must be. */

/**
 * Splits at the first separator.
 * @param {string} text
 * @param {string} separator
 */
export function split(text, separator) {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}

/**
 * Percent-encodes what an address cannot hold, and leaves readable what it can.
 * @param {string} text
 */
export function encode(text) {
  return encodeURIComponent(text).replace(/%(3A|2C|2F|40|24|3B)/g, (code) => decodeURIComponent(code));
}

/**
 * An edit stays readable in the address: its spaces as plus signs.
 * @param {string} text
 */
export function sentence(text) {
  return encode(text).replaceAll('%20', '+').replaceAll('%3D', '=');
}

/** @param {string} text */
export function decode(text) {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
