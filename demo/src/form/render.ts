import { html, raw } from 'hono/html';
import type { Html } from '../layout.ts';
import type { ChoiceField, Field, FieldError, WritingField, Written } from './field.ts';

/** The fields of a form, with what was written before and what is wrong with it. */
export function renderFields(
  fields: readonly Field[],
  written: Written | undefined,
  errors: readonly FieldError[] = [],
): readonly Html[] {
  return fields.map((field) => {
    const values = written?.get(field.name) ?? [];
    const error = errors.find(({ name }) => name === field.name)?.message;
    if (field.kind === 'select') return renderSelect(field, values, error);
    return 'options' in field ? renderChoices(field, values, error) : renderWriting(field, values, error);
  });
}

/** What is wrong with a form, first on the page. It gets focus, so that nobody misses it. */
export function renderErrorSummary(errors: readonly FieldError[]): Html {
  if (errors.length === 0) return html``;
  return html`<div class="notice error-summary" tabindex="-1" autofocus>
    <p class="strong">Något behöver rättas</p>
    <ul>
      ${errors.map(({ name, label, message }) => html`<li><a href="#${name}">${label}</a>: ${message}</li>`)}
    </ul>
  </div>`;
}

function renderWriting(
  field: WritingField,
  [value = '']: readonly string[],
  error: string | undefined,
): Html {
  const { name, label, kind, rows = 3 } = field;
  const attributes = html`id="${name}" name="${name}" autocomplete="off" ${describe(field, error)}`;
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${explain(field, error)}
    ${
      kind === 'text'
        ? html`<textarea rows="${rows}" ${attributes}>${value}</textarea>`
        : html`<input
            class="short"
            type="text"
            inputmode="${kind === 'count' ? 'numeric' : 'decimal'}"
            value="${value}"
            ${attributes}
          />`
    }
  </div>`;
}

function renderSelect(field: ChoiceField, values: readonly string[], error: string | undefined): Html {
  const { name, label, options } = field;
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${explain(field, error)}
    <select id="${name}" name="${name}" ${describe(field, error)}>
      ${options.map(
        (option) =>
          html`<option value="${option.value}" ${values.includes(option.value) ? raw('selected') : ''}>
            ${option.label}
          </option>`,
      )}
    </select>
  </div>`;
}

function renderChoices(field: ChoiceField, values: readonly string[], error: string | undefined): Html {
  const { name, label, options } = field;
  const type = field.kind === 'checks' ? 'checkbox' : 'radio';
  return html`<fieldset class="field" ${describe(field, undefined)}>
    <legend>${label}</legend>
    ${explain(field, error)}
    ${options.map(
      ({ value, label: text }, index) =>
        html`<label class="choice">
          <input
            type="${type}"
            ${index === 0 ? html`id="${name}"` : ''}
            name="${name}"
            value="${value}"
            ${values.includes(value) ? raw('checked') : ''}
          />
          <span>${text}</span>
        </label>`,
    )}
  </fieldset>`;
}

function explain({ name, hint }: Field, error: string | undefined): readonly Html[] {
  return [
    ...(hint === undefined ? [] : [html`<p class="hint" id="${name}-hint">${hint}</p>`]),
    ...(error === undefined ? [] : [html`<p class="error" id="${name}-error">${error}</p>`]),
  ];
}

/** Ties the hint and the error to the field, for those who cannot see that they stand beside it. */
function describe({ name, hint }: Field, error: string | undefined): Html {
  const ids = [
    ...(hint === undefined ? [] : [`${name}-hint`]),
    ...(error === undefined ? [] : [`${name}-error`]),
  ];
  if (ids.length === 0) return html``;
  return html`aria-describedby="${ids.join(' ')}" ${error === undefined ? '' : raw('aria-invalid="true"')}`;
}
