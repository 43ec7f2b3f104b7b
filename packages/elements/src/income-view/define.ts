import { define } from '../define-tag.ts';
import { SsbtekIncomeView } from './income-view.ts';

define('ssbtek-income-view', SsbtekIncomeView);

declare global {
  interface HTMLElementTagNameMap {
    'ssbtek-income-view': SsbtekIncomeView;
  }
}
