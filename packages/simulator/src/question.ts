import type { Element } from '@xmldom/xmldom';
import type { AgencyCode, Version } from './contract.ts';
import { type Asked, parseSpecifika } from './question-agencies.ts';
import { sequence } from './sequence.ts';
import { type Tree, el } from './tree.ts';
import * as read from './values.ts';
import { childElements } from './xml.ts';

export interface Party {
  readonly organisationsnummer: string;
  readonly namn: string;
}

/** A question that keeps the contract. */
export interface Question {
  readonly version: Version;
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
export function parseQuestion(operation: Element, version: Version): Question {
  const children = sequence(operation);
  const generella = parseGenerella(children.required('generellaFrageparametrar'));
  const specifika = children.required('specifikaFrageparametrar');
  children.end();
  const { fraganSkallInkluderasISvaret, tidsperiod, ...rest } = generella;
  return {
    ...rest,
    version,
    asked: parseSpecifika(specifika, tidsperiod, version),
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

/** Only for a question that has been read: all of it is in the namespace of its version. */
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
