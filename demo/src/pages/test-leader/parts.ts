import { DEPTHS } from '@medborgarnavet/mocks/questions.ts';
import { html } from 'hono/html';
import type { ChoiceField } from '../../form/field.ts';
import { renderFields } from '../../form/render.ts';
import type { Html } from '../../layout.ts';
import type { AnsweredView } from '../../test-leader/answered.ts';
import { EARLIER, type CHOICE, type NEXT, type View } from '../../test-leader/post.ts';
import type { TestPersons } from '../../test-leader/test-persons.ts';
import { testEndpoint } from '../../test-leader/test-persons.ts';
import { nameDepth, numberOf } from '../../test-leader/words.ts';

export const TEST_LEADER_PATH = '/testledning';
export const TEST_LEADER_TITLE = 'För testledare';

export interface ViewParts {
  readonly view: View;
  readonly testPersons: TestPersons;
  /** Of the elements' script. */
  readonly integrity: string;
  /** Whom the host asks, where it is not those that the element names by itself. */
  readonly sources: string | undefined;
}

export function renderTestHead(integrity?: string): Html {
  return html`${
      integrity === undefined
        ? ''
        : html`<script type="module" src="/static/medborgarnavet.js" integrity="${integrity}"></script>`
    } <link rel="stylesheet" href="/static/testledning.css" />
    <script type="module" src="/static/testledning.js"></script>`;
}

/** What the participant looks at. */
export function renderShownView({ view, testPersons, sources }: ViewParts, headingLevel: 1 | 2): Html {
  const { person, depth } = view;
  return html`<noscript><p class="notice">Vyn syns bara med JavaScript.</p></noscript>
    <ssbtek-income-view
      endpoint="${testEndpoint(person)}"
      period="${testPersons.months()}"
      depth="${depth}"
      heading="Bakgrund till siffrorna"
      heading-level="${headingLevel}"
      ${sources === undefined ? '' : html`sources="${sources}"`}
    ></ssbtek-income-view>`;
}

/** Two lists: a test person, and how much of the view is open. */
export function renderChoice(
  names: typeof CHOICE | typeof NEXT,
  { person, depth }: View,
  { persons }: TestPersons,
): readonly Html[] {
  const fields: readonly ChoiceField[] = [
    {
      kind: 'select',
      name: names.person,
      label: 'Testperson',
      options: persons.map(({ id, title }) => ({ value: id, label: `${id} ${title}` })),
    },
    {
      kind: 'select',
      name: names.depth,
      label: 'Djup',
      options: DEPTHS.map((each) => ({ value: numberOf(each), label: nameDepth(each) })),
    },
  ];
  const chosen = new Map([
    [names.person, [person.id]],
    [names.depth, [numberOf(depth)]],
  ]);
  return renderFields(fields, chosen);
}

/** All that was answered before, on its way to the next page. */
export function renderEarlier(earlier: readonly AnsweredView[]): Html {
  return html`<input type="hidden" name="${EARLIER}" value="${JSON.stringify(earlier)}" />`;
}
