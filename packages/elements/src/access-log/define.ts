import { SsbtekAccessLog } from './access-log.ts';

if (!customElements.get('ssbtek-access-log')) customElements.define('ssbtek-access-log', SsbtekAccessLog);

declare global {
  interface HTMLElementTagNameMap {
    'ssbtek-access-log': SsbtekAccessLog;
  }
}
