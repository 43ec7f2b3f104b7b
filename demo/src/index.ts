export { EXEMPELKOPING } from './income-host.ts';
export { startDemo, type Demo, type DemoOptions } from './server.ts';
export type { TestPerson } from './session.ts';
