import type { IncomeViewTexts } from '../localize/income-view.texts.ts';
import { incomeViewSv } from '../localize/income-view.sv.ts';
import { mergeTexts, type Own } from '../localize/merge.ts';

/** Texts of a host's own: any of them, at any depth. */
export type OwnIncomeViewTexts = Own<IncomeViewTexts>;

/** Ours with the host's own in their place. */
export function incomeViewTexts(own: OwnIncomeViewTexts | undefined): IncomeViewTexts {
  return mergeTexts(incomeViewSv, own);
}
