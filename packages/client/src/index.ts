export * from './access-log-client.ts';
export * from './draft-client.ts';
export type { AskOptions, ClientOptions } from './http.ts';
export * from './income-client.ts';
export * from './submission-client.ts';
