import { CANARIES } from './asking.ts';

// LEFI's cases and decisions, as Försäkringskassan writes them.

/** Someone else, who is named in a case. */
export const OTHER = {
  personnummer: CANARIES.number,
  namn: CANARIES.name,
  skyddad: false,
  adress: { postort: CANARIES.name },
  kontonummer: CANARIES.account,
};

export const kronor = (summa: number | string): object => ({ summa, valuta: 'SEK' });

export const beslut = (change: object = {}): object => ({
  fattades: '2026-07-12',
  definitivt: false,
  forman: { id: 'BOB', beskrivning: 'Bostadsbidrag' },
  periodicitet: { id: 1, beskrivning: 'Månadsvis' },
  period: { fran: '2026-07', till: '2027-06' },
  beslutatBruttobelopp: kronor(4500),
  ...change,
});

export const arende = (change: object = {}): object => ({
  startades: '2026-06-20',
  aktivt: true,
  avslaget: false,
  beslut: [beslut()],
  ...change,
});
