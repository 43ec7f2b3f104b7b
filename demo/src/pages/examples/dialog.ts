import { html } from 'hono/html';
import { incomeMonth } from '../../application.ts';
import { incomeEndpoint } from '../../income-host.ts';
import { renderSources, type Example } from './example.ts';

/** The form goes on around the dialog, and is sent with what was done in it. */
export const DIALOG: Example = {
  id: 'dialog',
  title: 'I en dialogruta',
  intro: 'Elementet sitter i en dialogruta som en knapp öppnar. Det hör ändå till sidans formulär.',
  head: html`<script type="module" src="/static/dialog.js"></script>`,
  render: (parts) => {
    const { application } = parts.session;
    return html`<div class="field">
        <label for="namn">Vad ska vi kalla dig?</label>
        <input type="text" id="namn" name="namn" autocomplete="off" />
      </div>
      <button type="button" class="secondary" id="oppna">Fyll i inkomster</button>
      <dialog id="inkomster-dialog" aria-label="Inkomster">
        <ssbtek-prefill
          name="inkomster"
          endpoint="${incomeEndpoint(application)}"
          period="${incomeMonth(application)}"
          ${renderSources(parts)}
        ></ssbtek-prefill>
        <div class="way-on"><button type="button" id="klar">Klar</button></div>
      </dialog>`;
  },
};
