import { accessLogSv } from '../localize/access-log.sv.ts';
import type { AccessLogTexts } from '../localize/access-log.texts.ts';
import { mergeTexts, type Own } from '../localize/merge.ts';

/** Texts of a host's own: any of them, at any depth. */
export type OwnAccessLogTexts = Own<AccessLogTexts>;

/** Ours with the host's own in their place. */
export function accessLogTexts(own: OwnAccessLogTexts | undefined): AccessLogTexts {
  return mergeTexts(accessLogSv, own);
}
