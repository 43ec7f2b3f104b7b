import { createHash } from 'node:crypto';
import {
  arrange,
  EKBIST_ROWS,
  isComplete,
  paymentsIn,
  type IncomeStatement,
  type Payment,
  type PostedOwnIncome,
  type ReviewedIncomes,
  type ReviewedLine,
  type Row,
  type Submission,
} from '@medborgarnavet/model';
import canonicalize from 'canonicalize';
import type { Case, SignIn } from '../asking.ts';
import { HANDED_IN_SCHEMA, type HandedIn, type HandedInContent } from './handed-in.schema.ts';
import { otherFields } from './handed-in-fields.ts';
import { renderHandedInHtml } from './handed-in-html.ts';
import { toHandedInPayment, toHandedInRow } from './handed-in-rows.ts';
import { say, toHandedInSource } from './handed-in-sources.ts';
import { OWN_INCOMES, SET_ASIDE } from './handed-in-words.ts';
import type { HostForm } from './host-form.ts';
import type { HandedInMessage } from './message.ts';
import type { SubmissionSigner } from './signer.ts';

/** An application as it is handed in, when it agrees with what the host knows. */
export interface HandingIn {
  /** A random id, 8–64 characters of `A–Z a–z 0–9 _ -`. */
  readonly id: string;
  readonly receivedAt: Date;
  readonly of: Case;
  readonly signIn: SignIn;
  readonly submission: Submission;
  /** The host's own; absent when nothing was fetched. */
  readonly statement?: IncomeStatement;
  /** What was read through: of this statement, this submission and these rows. */
  readonly incomes: ReviewedIncomes;
  /** The rows of the municipality's form; those of eAnsökan EkBist unless given. */
  readonly rows?: readonly Row[];
  /** Tells of the form's other fields. What it does not tell of, or all of them where they are not listed, is said to be unknown. */
  readonly fields: HostForm['fields'];
  /** What the person has vouched for, in the words that they saw. */
  readonly declaration: string;
  /** The municipality's name. */
  readonly municipality: string;
}

/** @throws Error when the document cannot be signed, or as {@link toHandedIn}. */
export async function writeMessage(
  handingIn: HandingIn,
  { signer }: { readonly signer: SubmissionSigner },
): Promise<HandedInMessage> {
  const handedIn = toHandedIn(handingIn);
  const json = canonicalize(handedIn) ?? '';
  return {
    id: handedIn.id,
    reference: handedIn.referens,
    json,
    html: renderHandedInHtml(handedIn),
    signed: await signer.sign(json),
  };
}

/**
 * The document for the case system. Nothing in it tells a protected identity: it is made of what was told to the person.
 * @throws Error when the incomes are not of the statement and the rows: a krona would be missing (DESIGN rule 1).
 */
export function toHandedIn(handingIn: HandingIn): HandedIn {
  const content = wellFormed(contentOf(handingIn));
  return { ...content, utskrift: { sha256: sha256(renderHandedInHtml(content)) } };
}

function contentOf(handingIn: HandingIn): HandedInContent {
  const { id, receivedAt, of, signIn, submission, statement, incomes, declaration, municipality } = handingIn;
  const { rows = EKBIST_ROWS, fields } = handingIn;
  const { hasIncome, total } = incomes;
  const isUnseen = submission.statement === 'not-shown';
  return {
    schema: HANDED_IN_SCHEMA,
    id,
    enhet: 'öre',
    kommun: municipality,
    referens: of.reference,
    inlamnad: receivedAt.toISOString(),
    sokande: {
      personnummer: of.personnummer,
      inloggning: { niva: signIn.level, tidpunkt: signIn.at.toISOString() },
    },
    period: { fran: submission.period.from, till: submission.period.to },
    intygande: declaration,
    ...(statement && {
      hamtning: {
        id: statement.id,
        tidpunkt: statement.fetchedAt,
        kallor: statement.sources.map(toHandedInSource),
      },
    }),
    ...(isUnseen && { hamtningKundeInteVisas: true as const }),
    ...(hasIncome && { harInkomster: ({ yes: 'ja', no: 'nej' } as const)[hasIncome] }),
    rader: linesWithPayments(handingIn).map(([line, payments]) => toHandedInRow(line, payments, isUnseen)),
    egnaInkomster: incomes.own.map(toOwnIncome),
    ...(total !== undefined && { summa: total }),
    summaKanVaraForLag: !isChecked(statement),
    hamtatMenInteMedraknat: incomes.setAside.map(({ payment, reason }) => ({
      utbetalning: toHandedInPayment(payment),
      orsak: say(SET_ASIDE, reason),
    })),
    ovrigaFalt: otherFields(submission, rows).map(([namn, varde]) => ({
      namn,
      varde,
      ...(fields !== 'not-listed' && fields(namn, varde)),
    })),
  };
}

/** Whether anybody was asked, and all of it could be checked: otherwise no sum is whole (DESIGN rule 3). */
function isChecked({ sources }: Pick<IncomeStatement, 'sources'> = { sources: [] }): boolean {
  return sources.some(({ verdict }) => verdict !== 'not-asked') && sources.every(isComplete);
}

/** The lines, each with the payments behind it. */
function linesWithPayments({
  statement,
  incomes,
  rows = EKBIST_ROWS,
}: HandingIn): readonly (readonly [ReviewedLine, readonly Payment[]])[] {
  const filled = statement ? arrange(statement, rows).rows : [];
  const behind = new Map(filled.map(({ row, payments }) => [row.key, payments]));
  const lines = incomes.lines.map((line) => [line, behind.get(line.key) ?? []] as const);
  const told = [
    ...lines.flatMap(([, payments]) => payments),
    ...incomes.setAside.map(({ payment }) => payment),
  ];
  const all = statement ? paymentsIn(statement) : [];
  if (sumOf(told) !== sumOf(all) || told.length !== all.length || !lines.every(isRetrieved))
    throw new Error('The incomes are not of this statement and these rows.');
  return lines;
}

function isRetrieved([{ retrieved }, payments]: readonly [ReviewedLine, readonly Payment[]]): boolean {
  return retrieved === undefined ? payments.length === 0 : retrieved === sumOf(payments);
}

function sumOf(payments: readonly Payment[]): number {
  return payments.reduce((sum, { net }) => sum + net, 0);
}

function toOwnIncome({ type, amount, date }: PostedOwnIncome): HandedIn['egnaInkomster'][number] {
  return {
    ...(type && { typ: say(OWN_INCOMES, type) }),
    ...(amount !== undefined && { belopp: amount }),
    ...(date !== undefined && { datum: date }),
  };
}

/** Half a character, which a broken program may post, has no bytes in UTF-8 and could not be signed. */
function wellFormed(content: HandedInContent): HandedInContent {
  const mend = (_: string, value: unknown): unknown =>
    typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\ufffd') : value;
  return JSON.parse(JSON.stringify(content), mend) as HandedInContent;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
