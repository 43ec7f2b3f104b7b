import type { Element } from '@xmldom/xmldom';
import { AGENCIES, type AgencyCode } from './contract.ts';
import type { Period } from './days.ts';
import { ContractBreak, empty, pathOf, sequence } from './sequence.ts';
import { type Tree, el } from './tree.ts';
import * as read from './values.ts';
import { childElements } from './xml.ts';

export interface Party {
  readonly organisationsnummer: string;
  readonly namn: string;
}

/** The question to FK, with the JSON of LEFI not yet read. */
export interface ForsakringskassanFraga {
  readonly version: string | undefined;
  readonly aktorsid: string;
  readonly lefiJsonFraga: Uint8Array;
}

/** What one agency is asked. An agency that is not to be asked has none. */
export interface Asked {
  /** Its own period, or the general one. */
  readonly tidsperiod: Period;
  readonly fraga?: ForsakringskassanFraga;
}

/** A question that keeps the contract. */
export interface Question {
  readonly frageTidpunkt: string | undefined;
  readonly korrelationsid: string | undefined;
  readonly ingivare: Party & { readonly handlaggare: string };
  readonly personidentitet: string;
  readonly arendeidentitet: string;
  readonly personuppgiftsbitraden: readonly Party[];
  readonly syfte: string;
  readonly lagtext: string;
  readonly asked: ReadonlyMap<AgencyCode, Asked>;
  /** The question to send back, if that was asked for. */
  readonly echo: readonly Tree[] | undefined;
}

/**
 * Reads `hamtaBastjanstInformation`.
 * @throws ContractBreak when it is not as the contract says.
 */
export function parseQuestion(operation: Element): Question {
  const children = sequence(operation);
  const generella = parseGenerella(children.required('generellaFrageparametrar'));
  const specifika = children.required('specifikaFrageparametrar');
  children.end();
  const { fraganSkallInkluderasISvaret, tidsperiod, ...rest } = generella;
  return {
    ...rest,
    asked: parseSpecifika(specifika, tidsperiod),
    echo: fraganSkallInkluderasISvaret ? childElements(operation).map(copy) : undefined,
  };
}

function parseGenerella(element: Element) {
  const children = sequence(element);
  const frageTidpunkt = children.optional('frageTidpunkt');
  const korrelationsid = children.optional('korrelationsid');
  const generella = {
    frageTidpunkt: frageTidpunkt && read.dateTime(frageTidpunkt),
    korrelationsid: korrelationsid && read.string(korrelationsid),
    fraganSkallInkluderasISvaret: read.boolean(children.required('fraganSkallInkluderasISvaret')),
    ingivare: parseIngivare(children.required('ingivare')),
    personidentitet: read.personidentitet(children.required('personidentitet')),
    arendeidentitet: read.nonEmptyString(children.required('arendeidentitet')),
    tidsperiod: read.tidsperiod(children.required('tidsperiod')),
    personuppgiftsbitraden: children.repeated('personuppgiftsbitrade').map(parseBitrade),
    syfte: read.string(children.required('syfte')),
    lagtext: read.string(children.required('lagtext')),
  };
  children.end();
  return generella;
}

function parseIngivare(element: Element): Question['ingivare'] {
  const children = sequence(element);
  const ingivare = {
    organisationsnummer: read.organisationsnummer(children.required('organisationsnummer')),
    namn: read.nonEmptyString(children.required('namn')),
    handlaggare: read.nonEmptyString(children.required('handlaggare')),
  };
  children.end();
  return ingivare;
}

function parseBitrade(element: Element): Party {
  const children = sequence(element);
  const ordningsnummer = children.optional('ordningsnummer');
  if (ordningsnummer) read.short(ordningsnummer);
  const bitrade = {
    organisationsnummer: read.organisationsnummer(children.required('organisationsnummer')),
    namn: read.nonEmptyString(children.required('namn')),
  };
  children.end();
  return bitrade;
}

function parseSpecifika(element: Element, general: Period): ReadonlyMap<AgencyCode, Asked> {
  const children = sequence(element);
  const asked = new Map<AgencyCode, Asked>();
  for (const agency of AGENCIES) {
    const found = parseAgency(agency, children.required(agency), general);
    if (found) asked.set(agency, found);
  }
  children.end();
  return asked;
}

function parseAgency(agency: AgencyCode, element: Element, general: Period): Asked | undefined {
  const isIncluded = read.inkludera(element);
  const asked = parseAgencyContent(agency, element, general);
  if (isIncluded) return asked;
  if (childElements(element).length === 0) return undefined;
  throw new ContractBreak(`${pathOf(element)}: underliggande element trots inkludera="false"`);
}

function parseAgencyContent(agency: AgencyCode, element: Element, general: Period): Asked {
  const attributes = ['inkludera'];
  if (agency === 'SKV' || agency === 'MIV') {
    empty(element, attributes);
    return { tidsperiod: general };
  }
  const children = sequence(element, attributes);
  const fraga = agency === 'FK' ? children.optional('fraga') : undefined;
  const own = agency === 'FK' ? undefined : children.optional('tidsperiod');
  children.end();
  return {
    tidsperiod: own ? read.tidsperiod(own) : general,
    ...(fraga && { fraga: parseFkFraga(fraga) }),
  };
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

/** Only for a question that has been read: all of it is in the namespace of SSBTEK. */
function copy(element: Element): Tree {
  const included = element.getAttribute('inkludera');
  const children = childElements(element);
  const text = included === null ? (element.textContent ?? '') : '';
  return el(
    `ssbt:${element.localName ?? ''}`,
    children.length > 0 ? children.map(copy) : text,
    included === null ? {} : { inkludera: included },
  );
}
