import { addMonths, dateInSweden, formatMonths, monthOf } from '@medborgarnavet/model';
import { yesOrNo, type Field, type Option } from './form/field.ts';

// What each part of the application asks. Posts and stored answers depend on the names and the values.

export const HUSHALL: readonly Field[] = [
  {
    kind: 'radio',
    name: 'civilstand',
    label: 'Vilket är ditt civilstånd?',
    options: [
      { value: 'ensamstaende', label: 'Ensamstående' },
      { value: 'sambo', label: 'Sambo' },
      { value: 'gift', label: 'Gift eller registrerad partner' },
    ],
  },
  {
    kind: 'count',
    name: 'antal-barn',
    label: 'Antal barn som bor hemma',
    hint: 'Skriv 0 om du inte har barn hemma.',
  },
  {
    kind: 'text',
    name: 'andra-i-hushallet',
    label: 'Bor någon annan i hushållet?',
    hint: 'Till exempel en vuxen son eller en inneboende.',
  },
];

export const BOSTAD: readonly Field[] = [
  {
    kind: 'select',
    name: 'bostadstyp',
    label: 'Hur bor du?',
    options: [
      { value: '', label: 'Välj bostad' },
      { value: 'hyresratt', label: 'Hyresrätt' },
      { value: 'andra-hand', label: 'Hyr i andra hand' },
      { value: 'bostadsratt', label: 'Bostadsrätt' },
      { value: 'eget-hus', label: 'Eget hus' },
      { value: 'inneboende', label: 'Inneboende' },
      { value: 'ingen', label: 'Ingen fast bostad' },
    ],
  },
  {
    kind: 'amount',
    name: 'hyra',
    label: 'Hyra per månad',
    hint: 'Hela beloppet i kronor, för hela hushållet.',
  },
  yesOrNo('hyra-betald', 'Är hyran betald?'),
];

/** Months follow from the day that the application was opened. */
export function periodFields(openedAt: Date): readonly Field[] {
  return [
    {
      kind: 'select',
      name: 'manad',
      label: 'Vilken månad söker du för?',
      hint: 'Söker du för november frågar vi om dina inkomster i oktober.',
      options: monthsToApplyFor(openedAt),
    },
  ];
}

export const TILLGANGAR: readonly Field[] = [
  {
    kind: 'amount',
    name: 'bankmedel',
    label: 'Pengar på banken',
    hint: 'Det som finns på alla konton i dag, i kronor.',
  },
  yesOrNo('bil', 'Har du bil?'),
  {
    kind: 'text',
    name: 'annan-tillgang',
    label: 'Har du något annat av värde?',
    hint: 'Till exempel fonder, en båt eller en sommarstuga.',
  },
];

export const SYSSELSATTNING: readonly Field[] = [
  {
    kind: 'radio',
    name: 'sysselsattning',
    label: 'Vad stämmer bäst på dig just nu?',
    options: [
      { value: 'arbetslos', label: 'Arbetslös' },
      { value: 'sjukskriven', label: 'Sjukskriven' },
      { value: 'studerar', label: 'Studerar' },
      { value: 'arbetar', label: 'Arbetar' },
      { value: 'foraldraledig', label: 'Föräldraledig' },
      { value: 'annat', label: 'Annat' },
    ],
  },
  { kind: 'text', name: 'om-sysselsattning', label: 'Vill du berätta mer?' },
];

export const SOKER_FOR: readonly Field[] = [
  {
    kind: 'checks',
    name: 'soker-for',
    label: 'Vad söker du för?',
    options: [
      { value: 'riksnorm', label: 'Riksnorm (mat, kläder och annat för vardagen)' },
      { value: 'boendekostnad', label: 'Boendekostnad' },
      { value: 'el', label: 'El' },
      { value: 'hemforsakring', label: 'Hemförsäkring' },
      { value: 'resor', label: 'Resor' },
      { value: 'mediciner', label: 'Mediciner' },
      { value: 'annat', label: 'Annat' },
    ],
  },
  { kind: 'text', name: 'om-annat', label: 'Vad är det andra som du söker för?' },
];

export const VERIFIKAT: readonly Field[] = [
  {
    kind: 'checks',
    name: 'verifikat',
    label: 'Vilka papper skulle du bifoga?',
    options: [
      { value: 'hyresavi', label: 'Hyresavi' },
      { value: 'elrakning', label: 'Elräkning' },
      { value: 'kontoutdrag', label: 'Kontoutdrag' },
      { value: 'lakarintyg', label: 'Läkarintyg' },
      { value: 'kvitto-medicin', label: 'Kvitto på medicin' },
      { value: 'lonebesked', label: 'Lönebesked' },
    ],
  },
];

function monthsToApplyFor(openedAt: Date): readonly Option[] {
  const now = monthOf(dateInSweden(openedAt));
  return [now, addMonths(now, 1), addMonths(now, -1)].map((month) => ({
    value: month,
    label: formatMonths({ from: `${month}-01`, to: `${month}-01` }),
  }));
}
