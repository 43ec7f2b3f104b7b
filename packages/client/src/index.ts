export * from './income-client.ts';
