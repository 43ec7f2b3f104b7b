export * from './access-logs.ts';
export * from './personas.ts';
export { DEPTHS, questionsFor, type Depth, type Question } from './questions/index.ts';
export * from './scenarios.ts';
export * from './statements.ts';
