import { EXAMPLES_PATH } from '../pages/examples/example.ts';
import { BACKGROUND, pathOf, STEPS } from '../steps.ts';

/** Where to go when nothing else was wanted. */
export const START = pathOf('hushall');

/** In a form, and in the address of the first page. */
export const RETURN_TO = 'till';

const PAGES: ReadonlySet<string> = new Set([...STEPS.map(({ id }) => pathOf(id)), BACKGROUND.path]);
const EXAMPLE = new RegExp(`^${EXAMPLES_PATH}/[a-z-]+$`);

/** The path of a page of ours that a person may be sent to after signing in; undefined for anything else. */
export function readReturnTo(wanted: string | null | undefined): string | undefined {
  if (wanted === null || wanted === undefined) return undefined;
  return PAGES.has(wanted) || EXAMPLE.test(wanted) ? wanted : undefined;
}

/** What became of a sign-in that signed nobody in. */
export type Outcome = 'avbruten' | 'misslyckad';

export const OUTCOME = 'inloggning';

/** The first page, which leads back to the page that was asked for. */
export function pathToSignIn(wanted: string, outcome?: Outcome): string {
  const returnTo = readReturnTo(wanted);
  const query = new URLSearchParams({
    ...(returnTo !== undefined && { [RETURN_TO]: returnTo }),
    ...(outcome && { [OUTCOME]: outcome }),
  }).toString();
  return query === '' ? '/' : `/?${query}`;
}

export function readOutcome(told: string | undefined): Outcome | undefined {
  return told === 'avbruten' || told === 'misslyckad' ? told : undefined;
}
