export type { Asking, Case, Intent, OpenApplication, WhoIsAsking } from './asking.ts';
export { createIncomeHost, type IncomeHost, type IncomeHostOptions } from './host.ts';
export type { Log, LogEntry } from './log.ts';
export { createSeal, type Seal } from './seal.ts';
export type { DraftStore, SaveAfter, SaveOutcome } from './drafts.ts';
export * from './kommunikationsyta/index.ts';
export { memoryStatements, type StatementsOf, type StatementStore } from './statements.ts';
