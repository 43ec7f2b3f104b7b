import type { SourceCode } from '@medborgarnavet/model';
import { html, nothing, type TemplateResult } from 'lit';
import { renderButton } from '../button.ts';
import type { Drawing } from './income-view.drawing.ts';
import type { Find } from './income-view.find.ts';
import type { StatementView } from './income-view.view-model.ts';

/** With more payments than this, the fields are there from the beginning. */
const MANY = 12;

type Option = readonly [value: string, text: string];

/** To find one payment among many. */
export function renderFind(view: StatementView, drawing: Drawing): TemplateResult | typeof nothing {
  if (view.count < 2) return nothing;
  const { texts, actions, findIsOpen } = drawing;
  const isOpen = findIsOpen ?? view.count > MANY;
  return html`<div class="part find controls">
      <button
        type="button"
        id="find-toggle"
        class="link"
        part="link-button"
        aria-expanded=${isOpen}
        aria-controls="find"
        @click=${() => actions.toggleFind(!isOpen)}
      >
        <span .textContent=${texts.find.heading}></span>
      </button>
      <div id="find" role="search" aria-label=${texts.find.heading} ?hidden=${!isOpen}>
        ${isOpen ? renderFields(view, drawing) : nothing}
      </div>
    </div>
    ${renderResult(view, drawing)}`;
}

function renderFields(view: StatementView, { texts, actions, find }: Drawing): TemplateResult {
  const withPayments = view.months.filter(({ entries }) => entries.length > 0);
  const sources = new Set(
    withPayments.flatMap(({ entries }) => entries.map(({ payment }) => payment.source)),
  );
  return html`<div class="fields">
    <div>
      <label for="find-text" .textContent=${texts.find.search}></label>
      <input
        id="find-text"
        type="search"
        part="input"
        autocomplete="off"
        .value=${find.text}
        @input=${({ target }: Event) => actions.find({ text: (target as HTMLInputElement).value })}
      />
    </div>
    ${renderList(
      'month',
      texts.find.month,
      find.month,
      texts.find.all,
      [...withPayments.map(({ key, label }): Option => [key, label])],
      (month) => actions.find({ month }),
    )}
    ${renderList(
      'source',
      texts.find.source,
      find.source,
      texts.find.all,
      [...[...sources].map((code): Option => [code, texts.source.names[code]])],
      (source) => actions.find({ source: source as SourceCode | '' }),
    )}
    ${renderList(
      'status',
      texts.find.status,
      find.status,
      texts.find.all,
      [
        ['paid', texts.find.paid],
        ['planned', texts.find.planned],
      ],
      (status) => actions.find({ status: status as Find['status'] }),
    )}
  </div>`;
}

function renderList(
  id: string,
  label: string,
  value: string,
  all: string,
  options: readonly Option[],
  choose: (value: string) => void,
): TemplateResult {
  return html`<div>
    <label for="find-${id}" .textContent=${label}></label>
    <select
      id="find-${id}"
      part="input"
      .value=${value}
      @change=${({ target }: Event) => choose((target as HTMLSelectElement).value)}
    >
      ${[['', all] as const, ...options].map(
        ([of, text]) => html`<option value=${of} ?selected=${of === value} .textContent=${text}></option>`,
      )}
    </select>
  </div>`;
}

/** Told politely: the line is there from the beginning. */
function renderResult(view: StatementView, { texts, actions }: Drawing): TemplateResult {
  const { found, count, isSearching } = view;
  return html`<div class="result">
    <p
      role="status"
      .textContent=${isSearching ? (found === 0 ? texts.find.none : texts.find.result(found, count)) : ''}
    ></p>
    ${isSearching ? renderButton({ text: texts.find.clear, look: 'link', id: 'find-clear', press: actions.clearFind }) : nothing}
  </div>`;
}
