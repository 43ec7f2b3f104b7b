export * from './income-source.ts';
export { SsbtekIncomeView } from './income-view/income-view.ts';
export * from './income-view/income-view.events.ts';
export type { OwnIncomeViewTexts } from './income-view/income-view.own-texts.ts';
export type { OwnTexts } from './localize/merge.ts';
export type { Texts } from './localize/texts.ts';
export { SsbtekPrefill } from './prefill/prefill.ts';
export * from './prefill/prefill.events.ts';
export type { RowList } from './prefill/prefill.row-list.ts';
