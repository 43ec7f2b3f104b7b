import { readdirSync, readFileSync } from 'node:fs';
import { checked } from '../checked.ts';
import { Persona } from './persona.ts';

/** Every person of the simulator: one file each in `personas/`. */
export const PERSONAS: readonly Persona[] = loadPersonas(new URL('../../personas/', import.meta.url));

/**
 * Reads every JSON file of a folder.
 * @throws Error that names the file and the field which is wrong.
 */
export function loadPersonas(folder: URL): readonly Persona[] {
  const personas = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => parsePersona(name, readFileSync(new URL(name, folder), 'utf8')))
    .sort((a, b) => a.id.localeCompare(b.id, 'sv', { numeric: true }));
  for (const [index, { id, personnummer }] of personas.entries()) {
    const same = personas.slice(0, index).find((other) => other.personnummer === personnummer);
    if (same) throw new Error(`${id}.json: personnummer: ${same.id}.json has the same`);
  }
  return personas;
}

/**
 * Reads one persona.
 * @throws Error that names the file and the field which is wrong.
 */
export function parsePersona(fileName: string, text: string): Persona {
  const persona = checked(Persona, parseJson(fileName, text), fileName);
  if (fileName !== `${persona.id}.json`)
    throw new Error(`${fileName}: id: Expected the name of the file, found ${persona.id}`);
  return persona;
}

function parseJson(fileName: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${fileName}: not JSON`, { cause });
  }
}
