import {
  formatAmount,
  formatDate,
  formatMonths,
  ore,
  type BackgroundFact,
  type Ore,
} from '@medborgarnavet/model';
import { decisionSentences } from './income-view.facts-decision.ts';
import { studySentences } from './income-view.facts-study.ts';
import { formatNumber, formatSpan } from './income-view.span.ts';
import { known, percent, valid, word, type Say } from './income-view.telling.ts';

const size = (amount: Ore): string => formatAmount(ore(Math.abs(amount)));

/** `11 Arbetslös`: the number is for those who work there. */
const withoutNumber = (category: string): string => category.replace(/^\d{1,3}\s+(?=\p{L})/u, '');

/** What is said of each kind of fact. What it is about stands above. */
export const SENTENCES: { readonly [Kind in BackgroundFact['kind']]: Say<Kind> } = {
  decision: decisionSentences,
  'study-support': studySentences,
  application: ({ received, period, state }, { texts: { background, span } }) => [
    known(received, (date) => background.facts.received(formatDate(date))),
    known(period, (time) => background.facts.appliedFor(formatSpan(time, span))),
    background.facts.applications[state],
  ],
  'programme-days': ({ used, all }, { texts: { background } }) => [
    background.facts.programmeDays(formatNumber(used)),
    all ? background.facts.programmeDaysAll : undefined,
  ],
  'programme-placement': ({ programme, period, extent }, telling) => {
    const { facts } = telling.texts.background;
    return [
      facts.placed,
      known(programme, facts.programme),
      valid(period, telling),
      known(extent, (share) => facts.extent(percent(share))),
    ];
  },
  'maintenance-debt': ({ amount }, { texts: { background } }) => [
    background.facts.maintenanceDebt,
    background.facts.debt(formatAmount(amount)),
    background.facts.debtIsNoIncome,
  ],
  'unemployment-fund': (fact, { texts: { background, span }, today, period }) => [
    known(fact.decided, (date) => background.facts.decided(formatDate(date))),
    known(fact.paymentRequested, background.facts.paymentRequested),
    known(fact.days, (days) => background.facts.paidDays(formatNumber(days), formatMonths(period))),
    ...fact.suspensions.map((each) =>
      background.facts.suspended(formatSpan(each, span), each.to !== undefined && each.to < today),
    ),
  ],
  'job-seeker': (fact, { texts, today }) => {
    const { facts } = texts.background;
    // Whoever is not registered has no report to send.
    const hasReport = fact.registered !== false || fact.report !== 'not-known';
    return [
      known(fact.registered, facts.registered),
      known(fact.category, (category) => facts.category(word(withoutNumber(category), facts.words))),
      known(fact.from, (date) => facts.from(formatDate(date))),
      known(fact.until, (date) => facts.until(formatDate(date), date < today)),
      known(fact.extent, (extent) => facts.looksFor(percent(extent))),
      hasReport ? known(fact.report, (report) => facts.reports[report]) : undefined,
      known(fact.reported, (date) => facts.reported(formatDate(date))),
      known(fact.fund, facts.fund),
    ];
  },
  capital: ({ year, income, surplus }, { texts: { background } }) => [
    background.facts.year(year),
    known(income, (amount) => background.facts.capitalIncome(formatAmount(amount))),
    known(surplus, (amount) => background.facts.capitalSurplus(size(amount), amount < 0)),
  ],
  'tax-decision': (fact, { texts: { background } }) => [
    background.facts.year(fact.year),
    known(fact.decided, (date) => background.facts.decided(formatDate(date))),
    known(fact.employment, (amount) => background.facts.employment(formatAmount(amount))),
    known(fact.capital, (amount) => background.facts.capitalSurplus(size(amount), amount < 0)),
    known(fact.income, (amount) => background.facts.assessed(formatAmount(amount))),
    known(fact.tax, (amount) => background.facts.finalTax(formatAmount(amount))),
  ],
  'tax-account': ({ balance, interest, updated }, { texts: { background } }) => [
    known(balance, (amount) => background.facts.balance(size(amount), amount < 0)),
    known(interest, (amount) => background.facts.interest(formatAmount(amount))),
    known(updated, (date) => background.facts.updated(formatDate(date))),
  ],
  business: ({ employer, vat, fTax }, { texts: { background } }) => [
    known(employer, background.facts.employer),
    known(vat, background.facts.vat),
    known(fTax, background.facts.fTax),
  ],
  vehicle: ({ registration, make, model, type, year }, { texts: { background } }) => [
    background.facts.registration(registration),
    make === undefined && model === undefined
      ? undefined
      : background.facts.make([make, model].filter((part) => part !== undefined).join(' ')),
    known(type, (kind) => background.facts.vehicleType(word(kind, background.facts.words))),
    known(year, background.facts.modelYear),
  ],
  permit: (fact, telling) => {
    const { facts } = telling.texts.background;
    return [
      known(fact.applied, (date) => facts.received(formatDate(date))),
      known(fact.decision, (decision) => facts.permitDecision(word(decision, facts.words))),
      known(fact.outcome, (outcome) => facts.outcome(word(outcome, facts.words))),
      known(fact.reason, (reason) => facts.reason(word(reason, facts.words))),
      known(fact.decided, (date) => facts.decided(formatDate(date))),
      valid(fact.period, telling),
      // Where the end is told, it is plain that there is one.
      fact.permanent === false && fact.period?.to !== undefined
        ? undefined
        : known(fact.permanent, facts.permanent),
    ];
  },
  arrival: ({ country, date }, { texts: { background } }) => [
    known(country, background.facts.country),
    known(date, (day) => background.facts.arrived(formatDate(day))),
  ],
};
