export * from './income-source.ts';
export { SsbtekPrefill } from './prefill/prefill.ts';
export { SsbtekPrefillFetchedEvent, SsbtekPrefillProblemEvent } from './prefill/prefill.events.ts';
