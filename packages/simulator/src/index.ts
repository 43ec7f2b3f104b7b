export { KNOWN_AKTORSID } from './contract.ts';
export { type HttpAnswer, type SimulatorSettings, answerEnvelope } from './envelope.ts';
export type { Persona } from './persona.ts';
export { PERSONAS, loadPersonas, parsePersona } from './personas.ts';
export { type Simulator, type SimulatorOptions, startSimulator } from './server.ts';
