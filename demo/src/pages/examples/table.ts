import { html } from 'hono/html';
import { incomeMonth } from '../../application.ts';
import { incomeEndpoint } from '../../income-host.ts';
import type { Html } from '../../layout.ts';
import { renderSources, type Example } from './example.ts';

/** The form's own names for its fields, and the rows that they are bound to. */
const ROWS = [
  { name: 'barnbidrag', label: 'Barnbidrag', key: 'fk.barnbidrag' },
  { name: 'bostadsbidrag', label: 'Bostadsbidrag', key: 'fk.bostadsbidrag' },
  { name: 'dagersattning', label: 'Sjukpenning, föräldrapenning', key: 'fk.dagersattning' },
  { name: 'studiemedel', label: 'Studiemedel', key: 'csn.studiemedel' },
  { name: 'akassa', label: 'A-kassa', key: 'andra.arbetsloshetsersattning' },
  { name: 'lon', label: 'Lön', key: 'andra.lon' },
  { name: 'annat', label: 'Annan inkomst', key: 'andra.annan' },
] as const;

/** A form that has been there since 2008. All that has come since are the tag around it and the bindings. */
export const TABLE: Example = {
  id: 'tabell',
  title: 'En gammal tabell med jQuery',
  intro: 'Elementet fyller i fälten som sidan redan har. Sidans eget skript märker det och räknar om summan.',
  head: html`<script src="/static/jquery.js" defer></script>
    <script src="/static/tabell.js" defer></script>`,
  render: (parts) => {
    const { application } = parts.session;
    return html`<ssbtek-prefill
      name="inkomster"
      endpoint="${incomeEndpoint(application)}"
      period="${incomeMonth(application)}"
      ${renderSources(parts)}
    >
      <table class="old" id="tabell">
        <thead>
          <tr>
            <th scope="col">Typ</th>
            <th scope="col">Inkomst</th>
            <th scope="col">Kommentar</th>
          </tr>
        </thead>
        <tbody>
          ${ROWS.map(renderRow)}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Summa</th>
            <td id="summa"></td>
            <td></td>
          </tr>
        </tfoot>
      </table>
    </ssbtek-prefill>`;
  },
};

function renderRow({ name, label, key }: (typeof ROWS)[number]): Html {
  return html`<tr>
    <td class="typ"><label for="${name}">${label}</label></td>
    <td class="inkomst">
      <input type="text" id="${name}" name="${name}" size="8" autocomplete="off" data-ssbtek="${key}" />
    </td>
    <td class="kommentar">
      <input
        type="text"
        name="${name}_kommentar"
        size="20"
        autocomplete="off"
        aria-label="Kommentar till ${label}"
        data-ssbtek-comment="${key}"
      />
    </td>
  </tr>`;
}
