export * from './scenarios.ts';
export * from './statements.ts';
