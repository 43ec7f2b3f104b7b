import {
  formatAmount,
  formatDate,
  type BackgroundBlock,
  type BackgroundFact,
  type BackgroundFactOf,
  type OpenPeriod,
} from '@medborgarnavet/model';
import type { FactTexts, IncomeViewTexts } from '../localize/income-view.texts.ts';
import { sv } from '../localize/sv.ts';
import { toSourceLine, type SourceLine } from '../prefill/prefill.source-view.ts';
import { formatNumber, formatSpan } from './income-view.entries.ts';

export interface FactView {
  readonly heading: string;
  readonly sentences: readonly string[];
}

/** What one source told, with a verdict of its own. */
export interface BlockView {
  readonly line: SourceLine;
  readonly facts: readonly FactView[];
}

export function toBlock(block: BackgroundBlock, texts: IncomeViewTexts): BlockView {
  // A line is made of the verdict and never of what lies behind it.
  const line = toSourceLine({ ...block, payments: [] }, { ...sv, source: texts.source });
  return { line, facts: block.facts.map((fact) => toFact(fact, texts.background.facts)) };
}

export function toFact(fact: BackgroundFact, texts: FactTexts): FactView {
  const say = SENTENCES[fact.kind] as (fact: BackgroundFact, texts: FactTexts) => Maybe[];
  return {
    heading: texts.headings[fact.kind],
    sentences: say(fact, texts).filter((sentence) => sentence !== undefined),
  };
}

type Maybe = string | undefined;
type Sentences = {
  readonly [Kind in BackgroundFact['kind']]: (fact: BackgroundFactOf<Kind>, texts: FactTexts) => Maybe[];
};

/** Says it of what is known. */
function known<T>(value: T | undefined, say: (value: T) => string): Maybe {
  return value === undefined ? undefined : say(value);
}

const percent = (value: number): string => `${formatNumber(value)}\u00a0%`;
const span = (period: OpenPeriod | undefined): Maybe =>
  period && (period.from ?? period.to) !== undefined ? formatSpan(period) : undefined;

const SENTENCES: Sentences = {
  decision: (fact, texts) => [
    texts.about(fact.benefit.name),
    known(fact.outcome, texts.outcome),
    known(fact.decided, (date) => texts.decided(formatDate(date))),
    known(fact.final, (isFinal) => (isFinal ? texts.final : texts.notFinal)),
    known(span(fact.period), texts.valid),
    known(fact.amount, (amount) => texts.amount(formatAmount(amount), fact.every)),
    known(fact.extent, (extent) => texts.extent(percent(extent))),
    known(fact.days, (days) => texts.days(formatNumber(days))),
    ...(fact.levels ?? []).flatMap((each) => [
      texts.levelled(span(each.period), each.type),
      known(each.level, (level) => texts.level(percent(level))),
      known(each.share, (share) => texts.share(percent(share))),
    ]),
  ],
  application: (fact, texts) => [
    texts.about(fact.benefit.name),
    known(fact.received, (date) => texts.received(formatDate(date))),
    known(span(fact.period), texts.valid),
    texts.applications[fact.state],
  ],
  'programme-days': ({ used, all }, texts) => [
    texts.programmeDays(formatNumber(used)),
    all ? texts.programmeDaysAll : undefined,
  ],
  'programme-placement': (fact, texts) => [
    texts.placed,
    known(fact.programme, texts.programme),
    known(span(fact.period), texts.valid),
    known(fact.extent, (extent) => texts.extent(percent(extent))),
  ],
  'maintenance-debt': ({ amount }, texts) => [
    texts.maintenanceDebt,
    texts.debt(formatAmount(amount)),
    texts.debtIsNoIncome,
  ],
  'study-support': (fact, texts) => [
    texts.about(fact.form.name),
    known(fact.status, texts.status),
    ...fact.applied.flatMap((each) => [
      texts.applied(span(each.period), known(each.extent, percent)),
      known(each.loan, texts.appliedLoan),
    ]),
    ...fact.granted.flatMap((each) => [
      texts.granted(span(each.period), known(each.extent, percent)),
      known(each.basicExtent, (extent) => texts.basicExtent(percent(extent))),
      known(each.amount, (amount) => texts.amount(formatAmount(amount), undefined)),
      ...each.parts.map(({ benefit, amount }) => texts.part(benefit.name, formatAmount(amount))),
    ]),
    ...fact.plan.map(({ date, status, amount }) =>
      texts.plan(formatAmount(amount), known(date, formatDate), status === 'paid'),
    ),
  ],
  'unemployment-fund': (fact, texts) => [
    texts.about(fact.name),
    known(fact.decided, (date) => texts.decided(formatDate(date))),
    known(fact.paymentRequested, texts.paymentRequested),
    known(fact.days, (days) => texts.paidDays(formatNumber(days))),
    ...fact.suspensions.map((each) => texts.suspended(formatSpan(each))),
  ],
  'job-seeker': (fact, texts) => [
    known(fact.registered, texts.registered),
    known(fact.category, texts.category),
    known(fact.from, (date) => texts.from(formatDate(date))),
    known(fact.until, (date) => texts.until(formatDate(date))),
    known(fact.extent, (extent) => texts.looksFor(percent(extent))),
    known(fact.report, (report) => texts.reports[report]),
    known(fact.reported, (date) => texts.reported(formatDate(date))),
    known(fact.fund, texts.fund),
  ],
  capital: (fact, texts) => [
    texts.year(fact.year),
    known(fact.income, (amount) => texts.capitalIncome(formatAmount(amount))),
    known(fact.surplus, (amount) => texts.capitalSurplus(formatAmount(amount))),
  ],
  'tax-decision': (fact, texts) => [
    texts.year(fact.year),
    known(fact.decided, (date) => texts.decided(formatDate(date))),
    known(fact.employment, (amount) => texts.employment(formatAmount(amount))),
    known(fact.capital, (amount) => texts.capitalSurplus(formatAmount(amount))),
    known(fact.income, (amount) => texts.assessed(formatAmount(amount))),
    known(fact.tax, (amount) => texts.finalTax(formatAmount(amount))),
  ],
  'tax-account': (fact, texts) => [
    known(fact.balance, (amount) => texts.balance(formatAmount(amount))),
    known(fact.interest, (amount) => texts.interest(formatAmount(amount))),
    known(fact.updated, (date) => texts.updated(formatDate(date))),
  ],
  business: (fact, texts) => [
    known(fact.employer, texts.employer),
    known(fact.vat, texts.vat),
    known(fact.fTax, texts.fTax),
  ],
  vehicle: (fact, texts) => [
    texts.registration(fact.registration),
    known(fact.make, (make) =>
      texts.make([make, ...(fact.model === undefined ? [] : [fact.model])].join(' ')),
    ),
    fact.make === undefined ? known(fact.model, texts.make) : undefined,
    known(fact.type, texts.vehicleType),
    known(fact.year, texts.modelYear),
  ],
  permit: (fact, texts) => [
    known(fact.type, texts.about),
    known(fact.applied, (date) => texts.received(formatDate(date))),
    known(fact.decision, texts.permitDecision),
    known(fact.outcome, texts.outcome),
    known(fact.reason, texts.reason),
    known(fact.decided, (date) => texts.decided(formatDate(date))),
    known(span(fact.period), texts.valid),
    known(fact.permanent, texts.permanent),
  ],
  arrival: (fact, texts) => [
    known(fact.country, texts.country),
    known(fact.date, (date) => texts.arrived(formatDate(date))),
  ],
};
