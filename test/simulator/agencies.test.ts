import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Persona } from '@medborgarnavet/simulator';
import { type Asking, all, ask, block, lefi, namesIn, one, parse, persona, text, texts } from './asking.ts';

const askAbout = (id: string, asking: Asking = {}) =>
  ask({ personnummer: persona(id).personnummer, ...asking });

describe('Arbetsförmedlingen', () => {
  test('tells of registration, the activity report and decisions', () => {
    const answer = block(askAbout('P4'), 'AF');
    assert.equal(text(answer, 'Arbetssokande'), 'true');
    assert.equal(text(answer, 'ArbetssokandeRegistrerad'), '2025-10-03');
    assert.equal(text(answer, 'AktivitetsRapportMeddelande'), '200');
    assert.equal(text(answer, 'SenasteAktivitetsRapportDatum'), '2026-09-12');
    assert.deepEqual(namesIn(one(answer, 'Beslut')), [
      'ErsattningTyp',
      'Omfattning',
      'BeslutFrom',
      'BeslutTom',
    ]);
    assert.equal(text(answer, 'ErsattningTyp'), 'Aktivitetsstöd');
    assert.equal(text(answer, 'Akassetillhorighet'), 'Unionens a-kassa');
  });

  test('tells only of decisions that touch the period', () => {
    const before = { period: { from: '2026-01-01', tom: '2026-06-30' } };
    assert.deepEqual(texts(block(askAbout('P4', before), 'AF'), 'Beslut'), []);
  });

  test('tells of someone who is not registered, and nothing of someone without content', () => {
    const missing = block(askAbout('P1'), 'AF');
    assert.equal(text(missing, 'Arbetssokande'), 'false');
    assert.equal(text(missing, 'AktivitetsRapportMeddelande'), '500');
    assert.deepEqual(texts(missing, 'SenasteAktivitetsRapportDatum'), []);
    assert.deepEqual(texts(block(askAbout('P10'), 'AF'), 'ArbetssokandeInfo'), []);
    const left: Persona = {
      ...persona('P10'),
      AF: { registered: 'today -90', deregistered: 'today -3', report: { code: '501' } },
    };
    const answer = block(ask({}, [left]), 'AF');
    assert.equal(text(answer, 'Arbetssokande'), 'false');
    assert.equal(text(answer, 'ArbetssokandeAvaktualiserad'), '2026-10-12');
  });
});

describe('the a-kassor', () => {
  test('tell of suspensions in the period, and of applications with a decision or without', () => {
    const [paying, other] = all(block(askAbout('P7'), 'SO'), 'Arbetsloshetsersattning');
    assert.ok(paying && other);
    assert.equal(text(paying, 'AvstangdFrom'), '2026-09-01');
    assert.equal(text(paying, 'AvstangdTom'), '2026-09-07');
    assert.equal(text(paying, 'BeslutOmRattTillErsattning'), '2026-05-20');
    assert.equal(text(paying, 'AnsokanOmUtbetalningInlamnad'), 'true');
    const undecided = one(other, 'BeslutOmRattTillErsattning');
    assert.equal(undecided.getAttributeNS('http://www.w3.org/2001/XMLSchema-instance', 'nil'), 'true');
    const october = { period: { from: '2026-10-01', tom: '2026-10-31' } };
    assert.deepEqual(texts(block(askAbout('P7', october), 'SO'), 'Avstangningar'), []);
  });
});

describe('Transportstyrelsen and Migrationsverket', () => {
  test('tell of vehicles', () => {
    const fordon = one(block(askAbout('P4'), 'TNS'), 'fordon');
    assert.equal(fordon.namespaceURI, 'http://schema.transportstyrelsen.se/ssbtek/fordon/1');
    assert.deepEqual(namesIn(fordon), ['regnr', 'fabrikat', 'fordonsar', 'fordonsslag', 'handelsbeteckning']);
  });

  test('tell of permits, with an end or without', () => {
    const answer = block(askAbout('P3'), 'MIV');
    assert.deepEqual(texts(answer, 'beslutsKod'), ['TUT', 'PUT']);
    assert.deepEqual(texts(answer, 'beslutsTypNamn'), ['Beviljat', 'Beviljat']);
    assert.deepEqual(texts(answer, 'giltighetstid'), ['TIDBEGRANSAT', 'PERMANENT']);
    assert.deepEqual(texts(answer, 'tomDatum'), ['2026-08-01']);
    assert.equal(text(answer, 'hemland'), 'Exempelland');
  });
});

describe('Skatteverket in v10', () => {
  test('tells of capital, in an XML document of its own', () => {
    const document = parse(text(block(askAbout('P8'), 'SKV'), 'svar'));
    const person = one(document, 'Personuppgift');
    assert.equal(text(person, 'IdentitetsbeteckningFysiskPerson'), '189001089813');
    assert.equal(text(person, 'StatusPersonuppgiftKod'), '999');
    assert.deepEqual(
      ['Taxeringsar', 'SummaIntakterPaKapital', 'OverskottPaKapital'].map((name) => text(person, name)),
      ['2024', '1450', '1450'],
    );
  });
});

describe('decisions in LEFI', () => {
  const decisions = (id: string, groups: readonly string[], asking: Asking = {}) =>
    lefi(askAbout(id, { lefi: { formansinformation: groups, beslut: ['PM:AP', 'PM:BTI'] }, ...asking }));

  test('are told of in the groups that are asked for, and touch the period', () => {
    const { formansinformation = {} } = decisions('P1', ['FK:ABB', 'FK:BOB', 'FK:SJP']);
    assert.deepEqual(formansinformation['barnbidragsarende'], [
      {
        beslut: [
          {
            fattades: '2025-02-03',
            definitivt: true,
            forman: { id: 'ABB', beskrivning: 'Barnbidrag' },
            period: { fran: '2025-02-01' },
            periodicitet: { id: 1, beskrivning: 'Månadsvis' },
            beslutatBruttobelopp: { summa: 1250, valuta: 'SEK' },
            underlag: { skolgang: true, myndighetsplacering: false },
          },
        ],
      },
    ]);
    const [housing] = formansinformation['bostadsbidragsarende'] as { beslut: { definitivt: boolean }[] }[];
    assert.equal(housing?.beslut[0]?.definitivt, false);
    assert.deepEqual(formansinformation['sjukpenningarende'], []);
    const other = decisions('P1', ['FK:ABB'], { period: { from: '2025-01-01', tom: '2025-01-31' } });
    assert.deepEqual(other.formansinformation?.['barnbidragsarende'], []);
    assert.ok(!('bostadsbidragsarende' in (other.formansinformation ?? {})));
  });

  test('of sjukpenning are for a day each, and of sjukersättning for a month', () => {
    const [sick] = decisions('P13', ['FK:SJP']).formansinformation?.['sjukpenningarende'] as {
      aktivt: boolean;
      beslut: { dagar: number; ersattningsdagar: { ersattningsdatum: string }[] }[];
    }[];
    assert.equal(sick?.aktivt, false);
    assert.equal(sick.beslut[0]?.dagar, 16);
    assert.equal(sick.beslut[0].ersattningsdagar.at(-1)?.ersattningsdatum, '2026-09-16');
    const [lasting] = decisions('P9', ['FK:SA']).formansinformation?.[
      'sjukOchAktivitetsersattningsarende'
    ] as {
      aktivt: boolean;
      beslut: { beslutatBruttobelopp: { summa: number } }[];
    }[];
    assert.equal(lasting?.aktivt, true);
    assert.equal(lasting.beslut[0]?.beslutatBruttobelopp.summa, 11800);
  });

  test('of PM are told of beside', () => {
    const { beslut } = decisions('P8', []);
    assert.equal(beslut?.length, 1);
    assert.deepEqual((beslut[0] as { beslutsutfall: unknown }).beslutsutfall, {
      kod: 'BIFALL',
      beskrivning: 'Bifall',
    });
    assert.deepEqual(decisions('P10', []).beslut, []);
  });

  test('of omvårdnadsbidrag have a level for each period', () => {
    const [care] = decisions('P9', ['FK:OMV']).formansinformation?.['omvardnadsbidragsarende'] as {
      beslut: { periodbeslut: unknown };
    }[];
    const half = { omfattning: { taljare: 50, namnare: 100 }, andel: { taljare: 100, namnare: 100 } };
    assert.deepEqual(care?.beslut.periodbeslut, [
      {
        period: { fran: '2026-06-01', till: '2026-08-31' },
        ...half,
        utbetalningstyp: { id: 'R', beskrivning: 'Retroaktiv' },
      },
      { period: { fran: '2026-09-01' }, ...half, utbetalningstyp: { id: 'L', beskrivning: 'Löpande' } },
    ]);
  });

  test('of föräldrapenning have the days applied for beside them, and are active until the last of these', () => {
    const caseOn = (id: string) =>
      decisions(id, ['FK:FP']).formansinformation?.['foraldrapenningarende'] as {
        aktivt: boolean;
        beslut: { ersattningsdagar: { dag: string }[] }[];
        anspraksdagar: { dag: string }[];
      }[];
    const [parental] = caseOn('P2');
    assert.equal(parental?.aktivt, true);
    assert.equal(parental.beslut[0]?.ersattningsdagar.at(-1)?.dag, '2026-09-15');
    assert.deepEqual(
      [parental.anspraksdagar.length, parental.anspraksdagar[15]?.dag, parental.anspraksdagar.at(-1)?.dag],
      [45, '2026-10-02', '2026-10-31'],
    );
    assert.deepEqual(caseOn('P1'), []);
  });

  test('may name the child', () => {
    const [decision] = persona('P1').FK?.decisions ?? [];
    assert.ok(decision);
    const child = '189006059806';
    const of = (group: typeof decision.group) => ({ ...decision, group, child });
    const groups = ['FK:ABB', 'FK:OMV'] as const;
    const parent: Persona = { ...persona('P10'), FK: { decisions: groups.map(of) } };
    const { formansinformation } = lefi(ask({ lefi: { formansinformation: groups } }, [parent]));
    const [found] = formansinformation?.['barnbidragsarende'] as { grunduppgifter: unknown }[];
    assert.deepEqual(found?.grunduppgifter, { barn: { personnummer: child } });
    const [care] = formansinformation?.['omvardnadsbidragsarende'] as { beslut: { underlag: unknown } }[];
    assert.deepEqual(care?.beslut.underlag, { Barn: [{ personnummer: child }] });
  });
});

describe('what LEFI tells beside decisions and payments', () => {
  const told = (lefiFields: object, asking: Asking = {}) =>
    lefi(askAbout('P4', { lefi: { ...lefiFields }, ...asking })).formansinformation ?? {};

  test('is placements, when asked for as other information, that touch the period', () => {
    const asked = { ovrigInformation: ['FK:PANV'] };
    assert.deepEqual(told(asked)['programanvisning'], [
      {
        period: { fran: '2026-07-01', till: '2026-12-31' },
        program: { id: 53, beskrivning: 'Jobb- och utvecklingsgaranti' },
        omfattning: { taljare: 100, namnare: 100 },
      },
    ]);
    const before = { period: { from: '2026-06-01', tom: '2026-06-30' } };
    assert.deepEqual(told(asked, before)['programanvisning'], []);
    assert.ok(!('programanvisning' in told({})));
  });

  test('is what a parent owes, when asked for underhållsstöd', () => {
    assert.deepEqual(told({ formansinformation: ['FK:US'] })['underhallsskuld'], [
      { belopp: { summa: 14250.5, valuta: 'SEK' } },
    ]);
    assert.ok(!('underhallsskuld' in told({ formansinformation: ['FK:FP'] })));
  });

  test('may be missing, with a reason', () => {
    const partial: Persona = { ...persona('P4'), FK: { unauthorised: ['FK:PANV Programanvisning'] } };
    const asking = { personnummer: partial.personnummer, lefi: { ovrigInformation: ['FK:GEPI', 'FK:PANV'] } };
    const { avvikelser, formansinformation = {} } = lefi(ask(asking, [partial]));
    assert.deepEqual(avvikelser, {
      ovrigInformation: [
        {
          avvikelse: { kod: 'OBEHORIG', beskrivning: 'Behörighet saknas' },
          ovrigInformationstyp: { kod: 'FK:PANV', beskrivning: 'Programanvisning' },
        },
      ],
    });
    assert.ok(!('programanvisning' in formansinformation));
    assert.ok('generellPersoninformation' in formansinformation);
  });
});
