/** Light or dark: as the address says, else as the reader's system does. */

/** @import { State } from './state.js' */

export const systemDark = matchMedia('(prefers-color-scheme: dark)');

/**
 * @param {State} state
 * @returns {'light' | 'dark'}
 */
export function resolvedTheme({ theme }) {
  if (theme === 'auto') return systemDark.matches ? 'dark' : 'light';
  return theme;
}
