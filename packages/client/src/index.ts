export * from './draft-client.ts';
export type { AskOptions, ClientOptions } from './http.ts';
export * from './income-client.ts';
