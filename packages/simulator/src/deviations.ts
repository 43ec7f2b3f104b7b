import { type AgencyCode, type Namespaces, namespacesOf } from './contract.ts';
import type { Tree } from './tree.ts';

/**
 * How real answers have been seen to differ from the schemas (facts §4.1, §7.6). A client has to bear with all of it,
 * so that it is done everywhere at once.
 */

/** Left out although the schema wants them, by the local name. */
const LEFT_OUT: Readonly<Partial<Record<AgencyCode, readonly string[]>>> = {
  AF: ['Fraga', 'AktivetetsRapportDatum'],
  SO: ['Syfte', 'Paragraf'],
};

/** Elements whose type is `xs:date`. */
const DATE_ELEMENT =
  /(?:^|:)(?:\w*From|\w*Tom|\w*[dD]atum|ArbetssokandeRegistrerad|ArbetssokandeAvaktualiserad|BeslutOmRattTillErsattning)$/;

/** The content of the block of an agency that is inline XML. */
export function deviatingBlock(agency: AgencyCode, trees: readonly Tree[]): Tree[] {
  const leftOut = LEFT_OUT[agency] ?? [];
  return trees
    .filter(({ name }) => !leftOut.includes(name.replace(/^.*:/, '')))
    .map(({ name, content, attributes }) => ({
      name,
      attributes,
      content: typeof content === 'string' ? withZone(name, content) : deviatingBlock(agency, content),
    }));
}

function withZone(name: string, text: string): string {
  return DATE_ELEMENT.test(name) && text !== '' ? `${text}+01:00` : text;
}

/** CSN in the version before, which has been seen in answers to v4.0. */
export function deviatingCsn(): { readonly namespaces: Namespaces; readonly schemaVersion: string } {
  const older = Object.entries(namespacesOf(10)).map(([prefix, namespace]) => [
    prefix,
    namespace.replace('schema.csn.se/v4.0/', 'schema.csn.se/v3.0/'),
  ]);
  return { namespaces: Object.fromEntries(older) as Namespaces, schemaVersion: '3.0' };
}

const AMOUNTS = ['summa', 'belopp', 'bruttobelopp', 'nettobelopp'];

/** LEFI with amounts as text with a decimal comma, and a list where there are no avvikelser. */
export function deviatingLefi(value: object): object {
  return JSON.parse(JSON.stringify(value), (key, each: unknown) => {
    if (AMOUNTS.includes(key) && typeof each === 'number') return each.toFixed(2).replace('.', ',');
    if (key === 'avvikelser' && Object.keys(each as object).length === 0) return [];
    return each;
  }) as object;
}
