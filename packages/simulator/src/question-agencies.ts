import type { Element } from '@xmldom/xmldom';
import { AGENCIES, type AgencyCode, SKV_PARTS, type SkvPart, type Version } from './contract.ts';
import type { Period } from './days.ts';
import { ContractBreak, empty, pathOf, sequence } from './sequence.ts';
import * as read from './values.ts';
import { childElements } from './xml.ts';

/** The question to FK, with the JSON of LEFI not yet read. */
export interface ForsakringskassanFraga {
  readonly version: string | undefined;
  readonly aktorsid: string;
  readonly lefiJsonFraga: Uint8Array;
}

/** The question to Skatteverket in v11. */
export interface SkatteverketFraga {
  /** The years that are asked about. */
  readonly ar: readonly number[];
  readonly parts: readonly SkvPart[];
}

/** What one agency is asked. An agency that is not to be asked has none. */
export interface Asked {
  /** Its own period, or the general one. */
  readonly tidsperiod: Period;
  readonly fraga?: ForsakringskassanFraga;
  readonly skv?: SkatteverketFraga;
}

/** `specifikaFrageparametrar`: what each agency is asked. */
export function parseSpecifika(
  element: Element,
  general: Period,
  version: Version,
): ReadonlyMap<AgencyCode, Asked> {
  const children = sequence(element);
  const asked = new Map<AgencyCode, Asked>();
  for (const agency of AGENCIES) {
    const found = parseAgency(agency, children.required(agency), general, version);
    if (found) asked.set(agency, found);
  }
  children.end();
  if (version === 11 && asked.has('SKV') && !asked.get('SKV')?.skv) {
    // The real one tells no more than this, whichever agencies it could have asked (facts §3.1).
    throw new ContractBreak('Internal error');
  }
  return asked;
}

function parseAgency(
  agency: AgencyCode,
  element: Element,
  general: Period,
  version: Version,
): Asked | undefined {
  const isIncluded = read.inkludera(element);
  const asked = parseAgencyContent(agency, element, general, version);
  if (isIncluded) return asked;
  if (childElements(element).length === 0) return undefined;
  throw new ContractBreak(`${pathOf(element)}: underliggande element trots inkludera="false"`);
}

function parseAgencyContent(agency: AgencyCode, element: Element, general: Period, version: Version): Asked {
  const attributes = ['inkludera'];
  if (agency === 'MIV' || (agency === 'SKV' && version === 10)) {
    empty(element, attributes);
    return { tidsperiod: general };
  }
  const children = sequence(element, attributes);
  const hasFraga = agency === 'FK' || agency === 'SKV';
  const fraga = hasFraga ? children.optional('fraga') : undefined;
  const own = hasFraga ? undefined : children.optional('tidsperiod');
  children.end();
  return {
    tidsperiod: own ? read.tidsperiod(own) : general,
    ...(fraga && (agency === 'FK' ? { fraga: parseFkFraga(fraga) } : { skv: parseSkvFraga(fraga) })),
  };
}

function parseSkvFraga(element: Element): SkatteverketFraga {
  const children = sequence(element);
  const ar = [children.required('ar'), ...children.repeated('ar')].map(read.int);
  const parts = SKV_PARTS.filter((part) => read.flag(children.required(part)));
  children.end();
  return { ar, parts };
}

function parseFkFraga(element: Element): ForsakringskassanFraga {
  const children = sequence(element);
  const version = children.optional('version');
  const fraga = {
    version: version && read.string(version),
    aktorsid: read.string(children.required('aktorsid')),
    lefiJsonFraga: read.base64(children.required('lefiJsonFraga')),
  };
  children.end();
  return fraga;
}
