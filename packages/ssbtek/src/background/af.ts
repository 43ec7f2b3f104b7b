import {
  backgroundThatFailed,
  type BackgroundBlock,
  type BackgroundFactOf,
  type UncheckedReason,
} from '@medborgarnavet/model';
import { clip } from '../agencies/decoded.ts';
import { readDate } from '../dates.ts';
import type { AgencyBlock } from '../envelope.ts';
import { refusalOf, refusalUnlessNamed, whose } from '../identity.ts';
import { failedPart, type Failed, type Part } from '../part.ts';
import type { XmlElement } from '../xml/parse.ts';
import { at, child, children, text } from '../xml/read.ts';
import { readBoolean, readFields, readPercent, withPeriod, type Fields } from './fields.ts';
import { blockOf, found, foundInEach, gap, NOTHING, together, type Found } from './found.ts';

type JobSeeker = BackgroundFactOf<'job-seeker'>;

const JOB_SEEKER = {
  registered: ['Arbetssokande', readBoolean],
  category: ['ArbetssokandeSKAT', clip],
  from: ['ArbetssokandeRegistrerad', readDate],
  until: ['ArbetssokandeAvaktualiserad', readDate],
  extent: ['ArbetssokandeOmfattning', readPercent],
} as const satisfies Fields;

const REPORT = 'Aktivitetsrapport';
const REPORTED = { reported: ['SenasteAktivitetsRapportDatum', readDate] } as const satisfies Fields;

/** What the codes of the activity report mean (facts §4.6). */
const REPORTS: ReadonlyMap<string, NonNullable<JobSeeker['report']>> = new Map([
  ['200', 'submitted'],
  ['500', 'not-known'],
  ['501', 'not-submitted'],
]);

const DECISION = {
  name: ['ErsattningTyp', clip],
  extent: ['Omfattning', readPercent],
  from: ['BeslutFrom', readDate],
  to: ['BeslutTom', readDate],
} as const satisfies Fields;

/** Arbetsförmedlingen's answer: how the person stands there, and its decisions (facts §4.6). Names are never read. */
export function decodeAf(block: AgencyBlock, personnummer: string): Part<BackgroundBlock> {
  const failed = (failure: Failed) => failedPart(failure, backgroundThatFailed('AF', failure.reason));
  if (block.kind === 'failed') return failed(block);
  const svar = child(block.data, 'Svar');
  if (!svar) return failed({ kind: 'failed', reason: 'unreadable' });
  const named = whoseIn(svar, personnummer);
  const protectedIdentity = named !== 'other' && isProtected(svar);
  // The answer has to name the person. The question that stands beside it may be left out (facts §4.1).
  const asked = whoseIn(child(block.data, 'Fraga'), personnummer);
  const refusal = refusalOf([asked]) ?? refusalUnlessNamed([named]);
  if (refusal) return failed({ ...refusal, protectedIdentity });
  return { told: [decodeSvar(svar)], protectedIdentity };
}

function whoseIn(element: XmlElement | undefined, personnummer: string): ReturnType<typeof whose> {
  return whose(text(element, 'IdentitetsbeteckningFysiskPerson'), personnummer);
}

/** Whatever is not a plain no may be a yes. */
function isProtected(svar: XmlElement): boolean {
  const mark = text(svar, 'Sekretessmarkering');
  return mark !== '' && readBoolean(mark) !== false;
}

/** Only status 0 is known to mean that there is nothing to tell when nothing is told (facts §4.6). */
function decodeSvar(svar: XmlElement): BackgroundBlock {
  const decisions = children(at(svar, 'BeslutInfo', 'EkonomiskaBeslut'), 'Beslut');
  const all = together(decodeJobSeeker(svar), foundInEach(decisions, decodeDecision));
  const isSilent = all.facts.length === 0 && all.sections.length === 0;
  if (isSilent && text(svar, 'StatusSokandeinformationKod') !== '0')
    return backgroundThatFailed('AF', 'unknown-status');
  return blockOf('AF', all);
}

function decodeJobSeeker(svar: XmlElement): Found {
  const info = child(svar, 'ArbetssokandeInfo');
  const { values, whole } = readFields((name) => text(info, name), JOB_SEEKER);
  const fund = clip(text(svar, 'Akassetillhorighet'));
  const { report, gaps } = decodeReport(child(info, 'AktivetetsRapportDatum'));
  const fact: JobSeeker = { kind: 'job-seeker', ...values, ...report, ...(fund !== '' && { fund }) };
  return together(found(fact, whole, 'Arbetssökande'), gaps);
}

/** The misspelt name of the element that this is in is the contract's own. */
function decodeReport(element: XmlElement | undefined): {
  readonly report: Pick<JobSeeker, 'report' | 'reported'>;
  readonly gaps: Found;
} {
  const code = text(element, 'AktivitetsRapportMeddelande');
  const report = REPORTS.get(code);
  if (report === undefined) return { report: {}, gaps: code === '' ? NOTHING : gap(REPORT, failureOf(code)) };
  if (report !== 'submitted') return { report: { report }, gaps: NOTHING };
  const { values, whole } = readFields((name) => text(element, name), REPORTED);
  return { report: { report, ...values }, gaps: whole ? NOTHING : gap(REPORT) };
}

/** 502 is a technical error. */
function failureOf(code: string): UncheckedReason {
  return code === '502' ? 'fault' : 'unknown-status';
}

function decodeDecision(beslut: XmlElement): Found {
  const {
    values: { name, ...others },
    whole,
  } = withPeriod(readFields((field) => text(beslut, field), DECISION));
  if (name === undefined) return gap('Beslut');
  return found({ kind: 'decision', benefit: { code: '', name }, ...others }, whole, 'Beslut');
}
