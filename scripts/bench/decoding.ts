// What it costs to decode an answer of 1 MiB, as a ratio to what the bare parsers need for the same: saxes
// for the XML, that of CSN inside base64 included, and JSON.parse for what Försäkringskassan has inside base64.
// Rounds are interleaved, the first are for warming up, and the median of the ratios is told.
import { createSsbtek, type Transport } from '@medborgarnavet/ssbtek';
import { SaxesParser } from 'saxes';
import {
  answering,
  type Blocks,
  clock,
  config,
  csnBlock,
  csnPerson,
  envelope,
  fkBlock,
  OCTOBER,
  PERSON,
  soBlock,
} from '../../test/ssbtek/asking.ts';

const MIB = 1024 * 1024;
const WARM_UP = 15;
const ROUNDS = 25;
let received = 0;

const payment = {
  typ: { id: 1, beskrivning: 'Månad' },
  foretag: { id: 1001, beskrivning: 'Försäkringskassan' },
  formansfamilj: { id: 'BOB', beskrivning: 'Bostadsbidrag' },
  datum: '2026-10-27',
  period: { fran: '2026-10', till: '2026-10' },
  bruttobelopp: { summa: 4500, valuta: 'SEK' },
  nettobelopp: { summa: 4200, valuta: 'SEK' },
  utbetalningsdetalj: [
    {
      forman: { id: 'BOB', beskrivning: 'Bostadsbidrag' },
      beloppstyp: { id: 'BBI', beskrivning: 'Bostadsbidrag' },
      bruttobelopp: { summa: 4500, valuta: 'SEK' },
    },
  ],
};
const fund = `<Utbetalningar><Utbetalningsdatum>2026-10-15</Utbetalningsdatum><NettoEfterSkatt>9000.00</NettoEfterSkatt><NettoEfterAvdrag>8500.50</NettoEfterAvdrag><Ersattningsdagar>10.5</Ersattningsdagar><AvserFrom>2026-09-01</AvserFrom><AvserTom>2026-09-30</AvserTom></Utbetalningar>`;
const csn =
  '<Utbetalning><utbetdatum>20261024</utbetdatum><utbetstatus>Utbetald</utbetstatus><Utbetaldatider/><totbelopp>13156</totbelopp></Utbetalning>';

const times = (text: string, size: number): string => text.repeat(Math.floor(size / text.length));
const akassa = (payments: string): string =>
  `<Arbetsloshetsersattning><SvarandeOrganisation>Unionens a-kassa</SvarandeOrganisation><StatusSvarandeOrganisation>1</StatusSvarandeOrganisation>${payments}</Arbetsloshetsersattning>`;

const so = (size: number) => ({ SO: soBlock(akassa(times(fund, size))) });
const csnCase = (size: number) => ({ CSN: csnBlock('0', csnPerson(times(csn, size * 0.75))) });
const fk = (size: number) => {
  const count = Math.floor((size * 0.75) / JSON.stringify(payment).length);
  return { FK: fkBlock({ utbetalningsuppgift: Array.from({ length: count }, () => payment) }) };
};

const cases: Readonly<Record<string, Blocks>> = {
  'all three': { ...so(MIB / 3), ...csnCase(MIB / 3), ...fk(MIB / 3) },
  'a-kassor': so(MIB),
  CSN: csnCase(MIB),
  Försäkringskassan: fk(MIB),
};

for (const [name, blocks] of Object.entries(cases)) {
  const xml = envelope(blocks);
  const body = Buffer.from(xml);
  const inside = (tag: string): string =>
    Buffer.from(new RegExp(`<${tag}>([^<]*)`).exec(xml)?.[1] ?? '', 'base64').toString();
  const [innerXml, innerJson] = [inside('svar'), inside('lefiJsonSvar')];
  const ratios: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const bare = await milliseconds(() => {
      parse(body.toString());
      parse(innerXml);
      JSON.parse(innerJson);
    });
    const { lookUpIncome } = createSsbtek({ config: config(), clock, transport: timed(body) });
    await lookUpIncome({ personnummer: PERSON, arende: 'EK-1', period: OCTOBER });
    const whole = performance.now() - received;
    if (round >= 0) ratios.push(whole / bare);
  }
  const median = ratios.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? NaN;
  console.log(
    `${name.padEnd(18)} ${(body.length / MIB).toFixed(2)} MiB  decoding / bare parsers: ${median.toFixed(2)}`,
  );
}

/** Tells when the answer has come: what is done before that is asking, not decoding. */
function timed(body: Buffer): Transport {
  return async (envelope, signal) => {
    const answer = await answering(body)(envelope, signal);
    received = performance.now();
    return answer;
  };
}

function parse(xml: string): void {
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.write(xml).close();
}

async function milliseconds(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
