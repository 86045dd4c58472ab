/** Building the document: elements from plain values, text always as text. */

/** @typedef {Node | string | number | null | undefined | false} Child */
/**
 * @typedef {{ on?: Record<string, (event: any) => void>, vars?: Record<string, string>, [attribute: string]: unknown }} Properties
 * `on` holds listeners, `vars` custom properties of CSS; everything else is an attribute, left out when false or null.
 */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * An HTML element.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Properties} [properties]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, properties = {}, ...children) {
  return fill(document.createElement(tag), properties, children);
}

/**
 * An SVG element.
 * @template {keyof SVGElementTagNameMap} T
 * @param {T} tag
 * @param {Properties} [properties]
 * @param {...(Child | Child[])} children
 * @returns {SVGElementTagNameMap[T]}
 */
export function s(tag, properties = {}, ...children) {
  return fill(
    /** @type {SVGElementTagNameMap[T]} */ (document.createElementNS(SVG, tag)),
    properties,
    children,
  );
}

/**
 * @template {HTMLElement | SVGElement} E
 * @param {E} element
 * @param {Properties} properties
 * @param {(Child | Child[])[]} children
 * @returns {E}
 */
function fill(element, properties, children) {
  const { on = {}, vars = {}, ...attributes } = properties;
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const [name, value] of Object.entries(vars)) element.style.setProperty(name, value);
  for (const [event, listener] of Object.entries(on)) element.addEventListener(event, listener);
  element.append(...nodes(children));
  return element;
}

/**
 * @param {(Child | Child[])[]} children
 * @returns {(Node | string)[]}
 */
function nodes(children) {
  /** @type {(Node | string)[]} */
  const out = [];
  for (const child of children.flat()) {
    if (child === null || child === undefined || child === false) continue;
    out.push(typeof child === 'number' ? String(child) : child);
  }
  return out;
}

/**
 * Puts new content in place, and the focus back on the element of the same id if it was inside.
 * @param {Element} parent
 * @param {...(Child | Child[])} children
 */
export function replace(parent, ...children) {
  const active = document.activeElement;
  const id = active && parent.contains(active) ? active.id : '';
  parent.replaceChildren(...nodes(children));
  if (id !== '') document.getElementById(id)?.focus({ preventScroll: true });
}

/**
 * Text for screen readers alone.
 * @param {string} text
 */
export function hidden(text) {
  return h('span', { class: 'visually-hidden' }, text);
}

/** The arrow of what opens. */
export function chevron() {
  return s(
    'svg',
    {
      class: 'chevron',
      viewBox: '0 0 16 16',
      width: 10,
      height: 10,
      'aria-hidden': 'true',
      focusable: 'false',
    },
    s('path', { d: 'M3 6l5 5 5-5', class: 'outline' }),
  );
}

/**
 * A menu that opens below its button.
 * @param {string} id
 * @param {Child[]} label
 * @param {Child[]} content
 * @param {string} [shape]
 */
export function disclosure(id, label, content, shape = '') {
  return h(
    'details',
    { id, class: `menu ${shape}` },
    h('summary', { id: `${id}-button` }, label, chevron()),
    h('div', { class: 'sheet' }, content),
  );
}
