import { SsbtekIncomeView } from './income-view.ts';

if (!customElements.get('ssbtek-income-view')) customElements.define('ssbtek-income-view', SsbtekIncomeView);

declare global {
  interface HTMLElementTagNameMap {
    'ssbtek-income-view': SsbtekIncomeView;
  }
}
