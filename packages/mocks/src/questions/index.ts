export * from './details.ts';
export * from './months.ts';
export * from './payments.ts';
export * from './question.ts';
export * from './questions.ts';
