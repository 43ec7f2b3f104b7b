export type { Asking, Intent, OpenApplication, WhoIsAsking } from './asking.ts';
export { createIncomeHost, type IncomeHost, type IncomeHostOptions } from './host.ts';
export type { Log, LogEntry } from './log.ts';
export { createSeal, type Seal } from './seal.ts';
export { memoryStatements, type StatementStore } from './statements.ts';
