import { payment, statement } from '@medborgarnavet/mocks';
import {
  backgroundThatAnswered,
  ore,
  sourceThatAnswered,
  type BackgroundFact,
  type IncomeStatement,
  type Payment,
} from '@medborgarnavet/model';
import { expect } from '@open-wc/testing';
import { toBlocks } from '../../packages/elements/src/income-view/income-view.background-view.ts';
import { entriesOf } from '../../packages/elements/src/income-view/income-view.entries.ts';
import { ALL } from '../../packages/elements/src/income-view/income-view.find.ts';
import { groupsOf } from '../../packages/elements/src/income-view/income-view.origin.ts';
import {
  toPaymentDetails,
  toPaymentLine,
} from '../../packages/elements/src/income-view/income-view.payment-view.ts';
import { formatSpan } from '../../packages/elements/src/income-view/income-view.span.ts';
import { toStatementView } from '../../packages/elements/src/income-view/income-view.view-model.ts';
import { incomeViewSv as texts } from '../../packages/elements/src/localize/income-view.sv.ts';

const kr = (kronor: number): ReturnType<typeof ore> => ore(kronor * 100);
const flat = (text: string): string => text.replace(/\s+/g, ' ');

/** Of one payment: its line, and what it is made of. */
function opened(one: Payment) {
  const [entry] = entriesOf(statement([sourceThatAnswered(one.source, [one])]));
  const time = { period: { from: '2026-10-01', to: '2026-10-31' }, isApplication: false };
  return { line: toPaymentLine(entry!, texts), details: toPaymentDetails(entry!, time, texts) };
}

function monthsOf(payments: readonly Payment[], change: Partial<IncomeStatement> = {}) {
  const source = payments[0]?.source ?? 'FK';
  const told = statement([sourceThatAnswered(source, payments)], change);
  const input = { statement: told, period: undefined, asked: [source], find: ALL, texts };
  return toStatementView(input).months.map(({ figure, sentence, notes }) =>
    [figure, sentence, ...notes].map(flat),
  );
}

describe('a month that is not over', () => {
  const period = { from: '2026-10-01', to: '2026-12-31' };
  /** The 31st is still there in UTC, and the month is over in Sweden. */
  const change = { period, fetchedAt: '2026-10-31T23:30:00.000Z' };

  it('is not said to have brought nothing', () => {
    expect(monthsOf([], change)).to.deep.equal([
      ['Inget än', 'Månaden har inte börjat än.'],
      ['Inget än', 'Inget har kommit än. Månaden är inte slut.'],
      ['0 kr', 'Du fick inga pengar från dem som vi frågade.'],
    ]);
  });

  it('says whether what is planned counts', () => {
    const planned = { status: 'planned', date: '2026-12-20' } as const;
    expect(monthsOf([payment('CSN', 'SB', 'Studiebidrag', 1250, planned)], change)[0]).to.deep.equal([
      'Inget än',
      'Inget är betalt än.',
      'Ska betalas ut: 1 250 kr. Det räknas i din ansökan.',
    ]);
    expect(monthsOf([payment('FK', 'ABB', 'Barnbidrag', 1250, planned)], change)[0]).to.include(
      'Ska betalas ut: 1 250 kr. Det räknas inte än.',
    );
  });
});

describe('study support', () => {
  const part = (code: string, name: string) => ({ benefit: { code, name }, amount: kr(1) });
  const plain = (...parts: Payment['parts']) =>
    opened(payment('CSN', 'GRUND', 'Studiemedel', 2, { parts })).line.plain;

  it('is to be paid back as far as its parts are loans', () => {
    const [grant, loan] = [part('GRUNDB', 'Bidrag'), part('GRUNDL', 'Lån')];
    expect(plain(grant)).to.include('Du ska inte betala tillbaka dem.');
    expect(plain(grant, loan)).to.include('En del är lån.');
    expect(plain(loan)).to.include('De är ett lån som du ska betala tillbaka.');
    expect(plain()).to.include('En del kan vara lån');
    expect(plain(grant, part('XQ', 'Nytt'))).to.include('En del kan vara lån');
  });
});

describe('wages', () => {
  const wage = payment('SKV', 'individuppgifter', 'Lön', 18_620, {
    payer: 'Exempelkafé AB',
    period: { from: '2026-10-01', to: '2026-10-31' },
    gross: kr(24_500),
    tax: kr(5880),
  });
  const undated: Payment = { ...wage };
  delete undated.date;

  it('come from the employer, and Skatteverket tells of them', () => {
    const { line, details } = opened(undated);
    expect(line.when).to.equal('Betalades ut, Exempelkafé AB. Vi vet inte vilken dag.');
    expect(details.placed).to.include('eftersom den gäller från');
    expect(details.contact).to.equal('Fråga din arbetsgivare. Uppgiften kommer från Skatteverket.');
    expect(details.steps.at(-1)?.label).to.equal('Kvar efter skatt');
    expect(monthsOf([undated])[0]).to.include('Du fick lön (enligt Skatteverket).');
  });

  it('are not repaid tax', () => {
    const repaid = payment('SKV', 'skattekonto', 'Återbetald skatt', 1834);
    expect(monthsOf([undated, repaid])[0]).to.include(
      'Du fick pengar från Skatteverket. Du fick också lön (enligt Skatteverket).',
    );
    expect(opened(repaid).details.contact).to.include('Fråga Skatteverket');
  });
});

describe('a payment', () => {
  it('that was taken back is not said to have been got', () => {
    const taken = payment('CSN', 'INACK', 'Inackorderingstillägg', -580);
    const { line, details } = opened(taken);
    expect(flat(line.when)).to.equal('Drogs av 20 oktober 2026');
    expect(details.steps.map(({ label, amount }) => flat(`${label} ${amount}`))).to.deep.equal([
      'Drogs av från dig −580 kr',
    ]);
    expect(monthsOf([taken])[0]).to.include('De tog tillbaka mer pengar än de betalade ut.');
  });

  it('of an a-kassa begins after tax, where that is told', () => {
    const { details } = opened(
      payment('SO', 'arbetsloshetsersattning', 'Arbetslöshetsersättning', 11_120, {
        payer: 'Unionens a-kassa',
        deductions: [{ code: 'avdrag', name: 'Avdrag efter skatt', amount: kr(750) }],
      }),
    );
    expect(details.steps.map(({ label, amount }) => flat(`${label} ${amount}`))).to.deep.equal([
      'Efter skatt 11 870 kr',
      'Avdrag efter skatt −750 kr',
      'Du fick 11 120 kr',
    ]);
    expect(details.remarks).to.deep.equal(['De har inte sagt beloppet före skatt.']);
  });

  it('that is told twice stands after the real one, with the one who pays it', () => {
    const payer = 'Pensionsmyndigheten';
    const told = statement([
      sourceThatAnswered('FK', [
        payment('FK', 'AP', 'Allmän pension', 987, { payer, flags: ['possible-duplicate'] }),
      ]),
      sourceThatAnswered('PM', [payment('PM', 'PM:AP', 'Allmän pension', 987)]),
    ]);
    const [group, ...others] = groupsOf(entriesOf(told), texts);
    expect([group?.name, others.length]).to.deep.equal([payer, 0]);
    const lines = group!.entries.map((entry) => toPaymentLine(entry, texts));
    expect(lines.map(({ notCounted }) => notCounted)).to.deep.equal([
      undefined,
      'Samma pengar står två gånger. De räknas en gång.',
    ]);
    expect(lines[1]!.when).to.include('enligt Försäkringskassan');
  });

  it('of a family says what it is made of, and explains a level', () => {
    const level = (name: string) => ({ benefit: { code: 'FP', name }, days: 3, extent: 100 });
    const { line, details } = opened(
      payment('FK', 'DAG', 'Dagersättning', 900, { parts: [level('Sjukpenningnivå'), level('Grundnivå')] }),
    );
    expect(line.name).to.equal('Dagersättning (Föräldrapenning)');
    expect(details.what).to.include('Sjukpenningnivå: Så kallas nivån som räknas på lönen.');
    expect(details.parts.map(([, value]) => flat(value))[0]).to.equal('3 dagar, 100 % av en hel dag');
    const programme = [{ benefit: { code: 'AMP', name: 'Etableringsersättning' } }];
    expect(opened(payment('FK', 'DAG', 'Dagersättning', 900, { parts: programme })).line.plain).to.include(
      'ny i Sverige',
    );
  });
});

describe('what lies behind', () => {
  const said = (source: 'SO' | 'AF' | 'FK' | 'MIV', ...facts: BackgroundFact[]) =>
    toBlocks(
      {
        fetchedAt: '2026-10-01T08:00:00.000Z',
        period: { from: '2026-08-01', to: '2026-10-31' },
        blocks: [backgroundThatAnswered(source, facts)],
      },
      texts,
    ).flatMap(({ facts: views }) => views.flatMap(({ sentences }) => sentences.map(flat)));

  it('is told in the past when it is past', () => {
    const fund = { kind: 'unemployment-fund', name: 'X', days: 44 } as const;
    const past = { from: '2026-09-01', to: '2026-09-07' };
    const now = { from: '2026-09-25', to: '2026-10-01' };
    expect(said('SO', { ...fund, suspensions: [past, now] })).to.deep.equal([
      'De har betalat för 44 dagar under augusti–oktober 2026.',
      'Du fick inga pengar 1–7 september 2026, eftersom du var avstängd då.',
      'Du får inga pengar 25 september–1 oktober 2026, eftersom du är avstängd då.',
    ]);
    expect(said('MIV', { kind: 'permit', period: past, permanent: false })).to.deep.equal([
      'Det gällde 1–7 september 2026. Det har gått ut.',
    ]);
  });

  it('says nothing of a report that nobody awaits', () => {
    const seeker = { kind: 'job-seeker', report: 'not-known' } as const;
    expect(said('AF', { ...seeker, registered: false })).to.deep.equal(['Du är inte inskriven.']);
    expect(said('AF', { ...seeker, registered: true }).length).to.equal(2);
  });

  it('says before tax only of what is known to be taxed, and the whole or a half of what one has so', () => {
    const decision = (name: string, extent: number): BackgroundFact => ({
      kind: 'decision',
      benefit: { code: '', name },
      amount: kr(100),
      every: 'Månadsvis',
      extent,
    });
    expect(said('FK', decision('Sjukersättning', 50), decision('Barnbidrag', 50))).to.deep.equal([
      'Beloppet är 100 kr per månad före skatt.',
      'Det är halv ersättning.',
      'Beloppet är 100 kr per månad.',
      'Det är 50 % av heltid.',
    ]);
  });
});

describe('a time', () => {
  it('is as short as it can be, and never ends in a dash', () => {
    const span = (from?: string, to?: string) =>
      flat(formatSpan({ ...(from && { from }), ...(to && { to }) }, texts.span));
    expect([
      span('2026-09-01', '2026-09-30'),
      span('2026-07-01', '2026-12-31'),
      span('2026-09-05', '2026-09-05'),
      span('2026-09-05', '2026-09-30'),
      span('2026-09-05', '2027-01-02'),
      span('2026-09-05'),
      span(undefined, '2026-09-05'),
    ]).to.deep.equal([
      'september 2026',
      'juli–december 2026',
      '5 september 2026',
      '5–30 september 2026',
      '5 september 2026–2 januari 2027',
      'från 5 september 2026',
      'till 5 september 2026',
    ]);
  });
});
