import { byId } from './element.js';

const TITLE = 'Mi account run';

/**
 * What the tab says.
 *
 * @param {{ asked?: string | undefined, waiting: number, outcome?: 'passed' | 'failed' | undefined }} what
 *   `asked`: the phone of the question that shows; `waiting`: how many questions are open
 */
export function showInTab({ asked, waiting, outcome }) {
  const favicon = asked === undefined ? 'favicon.svg' : 'favicon-asked.svg';
  const link = byId('favicon');
  if (link.getAttribute('href') !== favicon) link.setAttribute('href', favicon);
  document.title = titleFor({ asked, waiting, outcome });
}

/** @param {Parameters<typeof showInTab>[0]} what */
function titleFor({ asked, waiting, outcome }) {
  if (asked !== undefined) {
    return `❗ Picture code – ${asked}${waiting > 1 ? ` (1 of ${waiting})` : ''}`;
  }
  if (outcome === undefined) return TITLE;
  return `${outcome === 'passed' ? '✓ Passed' : '✗ Failed'} – ${TITLE}`;
}
