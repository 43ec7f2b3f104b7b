import type { Field } from './form/field.ts';
import {
  HUSHALL,
  BOSTAD,
  TILLGANGAR,
  SYSSELSATTNING,
  SOKER_FOR,
  VERIFIKAT,
  periodFields,
} from './step-fields.ts';

export type StepId =
  | 'hushall'
  | 'bostad'
  | 'period'
  | 'inkomster'
  | 'tillgangar'
  | 'sysselsattning'
  | 'soker-for'
  | 'verifikat'
  | 'granska'
  | 'handelser';

/** A part of the application: a page of its own. */
export interface Step {
  readonly id: StepId;
  readonly title: string;
  readonly intro: string;
  /** Plain fields; none for a step that has a page of another kind. */
  readonly fields: readonly Field[] | ((openedAt: Date) => readonly Field[]);
}

/** Every part of the application, in the order in which a person meets them. */
export const STEPS: readonly Step[] = [
  { id: 'hushall', title: 'Hushåll', intro: 'Berätta om dig och dem du bor med.', fields: HUSHALL },
  { id: 'bostad', title: 'Bostad', intro: 'Berätta hur du bor och vad det kostar.', fields: BOSTAD },
  {
    id: 'period',
    title: 'Period',
    intro: 'Du söker för en månad i taget. Vi frågar om inkomsterna som du fick månaden innan.',
    fields: periodFields,
  },
  {
    id: 'inkomster',
    title: 'Inkomster',
    intro: 'Du kan hämta dina inkomster från myndigheterna eller fylla i dem själv.',
    fields: [],
  },
  {
    id: 'tillgangar',
    title: 'Tillgångar',
    intro: 'Berätta om pengar och saker av värde som du eller någon i hushållet har.',
    fields: TILLGANGAR,
  },
  {
    id: 'sysselsattning',
    title: 'Sysselsättning',
    intro: 'Berätta vad du gör om dagarna.',
    fields: SYSSELSATTNING,
  },
  {
    id: 'soker-for',
    title: 'Söker för',
    intro: 'Välj det som du söker pengar till. Du kan välja flera.',
    fields: SOKER_FOR,
  },
  {
    id: 'verifikat',
    title: 'Verifikat',
    intro:
      'Här brukar du bifoga kvitton och andra papper. I den här demonstrationen skickas inga filer. Kryssa i det som du skulle bifoga.',
    fields: VERIFIKAT,
  },
  {
    id: 'granska',
    title: 'Granska och godkänn',
    intro: 'Kontrollera att allt stämmer innan du lämnar in ansökan.',
    fields: [],
  },
  {
    id: 'handelser',
    title: 'Dina ärendehändelser',
    intro: 'Här ser du vad som har hänt med din ansökan.',
    fields: [],
  },
];

/** A page of the application that is no step: there is nothing to fill in, and nobody has to pass it. */
export const BACKGROUND = { title: 'Bakgrund till siffrorna', path: '/ansokan/bakgrund' } as const;

/** Those that are passed on the way to handing in; the last step only tells. */
export const STEPS_TO_HAND_IN = STEPS.filter(({ id }) => id !== 'handelser');

/** The fields of a step, in an application opened at a certain time. */
export function fieldsOf({ fields }: Step, openedAt: Date): readonly Field[] {
  return typeof fields === 'function' ? fields(openedAt) : fields;
}

export function pathOf(id: StepId): string {
  return `/ansokan/${id}`;
}

/** Where "Tillbaka" leads. */
export function pathBefore(step: Step): string {
  const before = STEPS[STEPS.indexOf(step) - 1];
  return before ? pathOf(before.id) : '/';
}

/** Where "Nästa" leads. */
export function pathAfter(step: Step): string {
  const after = STEPS[STEPS.indexOf(step) + 1];
  return pathOf((after ?? step).id);
}
