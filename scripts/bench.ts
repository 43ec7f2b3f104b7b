// `npm run bench`: what it costs to decode an answer of 1 MiB, as a ratio to what the bare XML parser needs for the same
// XML, that inside base64 included. Rounds are interleaved; the median of the ratios is told.
import { createSsbtek } from '@medborgarnavet/ssbtek';
import { SaxesParser } from 'saxes';
import {
  answering,
  clock,
  config,
  csnBlock,
  csnPerson,
  envelope,
  fkBlock,
  OCTOBER,
  PERSON,
  soBlock,
} from '../test/ssbtek/asking.ts';

const MIB = 1024 * 1024;
const ROUNDS = 25;

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

const cases = {
  'a-kassor': envelope({ SO: soBlock(akassa(times(fund, MIB))) }),
  CSN: envelope({ CSN: csnBlock('0', csnPerson(times(csn, MIB * 0.75))) }),
  Försäkringskassan: envelope({
    FK: fkBlock({
      utbetalningsuppgift: Array.from(
        { length: Math.floor((MIB * 0.75) / JSON.stringify(payment).length) },
        () => payment,
      ),
    }),
  }),
};

for (const [name, xml] of Object.entries(cases)) {
  const body = Buffer.from(xml);
  const inner =
    name === 'CSN' ? Buffer.from(/<svar>([^<]*)/.exec(xml)?.[1] ?? '', 'base64').toString() : undefined;
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const bare = await milliseconds(() => {
      parse(body.toString());
      if (inner !== undefined) parse(inner);
    });
    const lookUp = createSsbtek({ config: config(), clock, transport: answering(body) });
    const whole = await milliseconds(() => lookUp({ personnummer: PERSON, arende: 'EK-1', period: OCTOBER }));
    ratios.push(whole / bare);
  }
  const median = ratios.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? NaN;
  console.log(
    `${name.padEnd(18)} ${(body.length / MIB).toFixed(2)} MiB  decoding / bare parser: ${median.toFixed(2)}`,
  );
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
