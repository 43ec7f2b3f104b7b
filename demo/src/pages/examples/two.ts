import { html } from 'hono/html';
import { addMonths, formatMonths, type Month } from '@medborgarnavet/model';
import { incomeMonth } from '../../application.ts';
import { incomeEndpoint } from '../../income-host.ts';
import { renderSources, type Example } from './example.ts';

const nameOf = (month: Month): string => formatMonths({ from: `${month}-01`, to: `${month}-01` });

/** Each has its own month, heading and name. */
export const TWO: Example = {
  id: 'tva',
  title: 'Två på samma sida',
  intro: 'Sökanden fyller i två månader. Varje element hämtar, räknar och skickar för sig.',
  render: (parts) => {
    const { application } = parts.session;
    const last = incomeMonth(application);
    const elements = [
      { name: 'manad1', month: last },
      { name: 'manad2', month: addMonths(last, -1) },
    ];
    return html`<div class="beside-each-other">
      ${elements.map(
        ({ name, month }) =>
          html`<ssbtek-prefill
            id="${name}"
            name="${name}"
            heading="Inkomster i ${nameOf(month)}"
            endpoint="${incomeEndpoint(application)}"
            period="${month}"
            ${renderSources(parts)}
          ></ssbtek-prefill>`,
      )}
    </div>`;
  },
};
