import { define } from '../define-tag.ts';
import { SsbtekAccessLog } from './access-log.ts';

define('ssbtek-access-log', SsbtekAccessLog);

declare global {
  interface HTMLElementTagNameMap {
    'ssbtek-access-log': SsbtekAccessLog;
  }
}
