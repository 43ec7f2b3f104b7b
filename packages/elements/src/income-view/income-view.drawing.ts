import type { CorrectionReason, Period } from '@medborgarnavet/model';
import type { IncomeViewTexts } from '../localize/income-view.texts.ts';
import type { DisputeDesk, WayBack } from '../provider/shared.ts';
import type { Find } from './income-view.find.ts';
import type { IncomeViewState } from './income-view.state.ts';

/** How much is open from the beginning. */
export type Depth = 'months' | 'payments' | 'details';

/** What a person can do. */
export interface Actions {
  readonly fetch: (event: MouseEvent) => void;
  readonly look: () => void;
  readonly stop: () => void;
  readonly toggleMonth: (key: string, isOpen: boolean) => void;
  readonly togglePayment: (key: string, isOpen: boolean) => void;
  readonly toggleFind: (isOpen: boolean) => void;
  readonly find: (change: Partial<Find>) => void;
  readonly clearFind: () => void;
  readonly toggleChart: (isOpen: boolean) => void;
  readonly toggleTable: () => void;
  readonly walk: (key: string) => void;
  readonly goToMonth: (key: string) => void;
  readonly fetchBackground: () => void;
  /** @param reason undefined when the payment is right after all. */
  readonly dispute: (desk: DisputeDesk, payment: string, reason: CorrectionReason | '' | undefined) => void;
  readonly saveCsv: () => void;
  readonly saveJson: () => void;
  readonly print: () => void;
  readonly leave: () => void;
}

/** What the templates need beside the view itself. */
export interface Drawing {
  readonly state: IncomeViewState;
  readonly texts: IncomeViewTexts;
  readonly actions: Actions;
  readonly heading: string;
  readonly headingLevel: number;
  /** What the page asks about; undefined when it does not say. */
  readonly period: Period | undefined;
  /** Beside a form, that is where a person fetches. */
  readonly isBesideForm: boolean;
  /** Who would be asked, by name. */
  readonly asked: readonly string[];
  readonly find: Find;
  /** Where the person has chosen; undefined where it is as it comes. */
  readonly findIsOpen: boolean | undefined;
  readonly chartIsOpen: boolean | undefined;
  /** Empty: as it comes. */
  readonly depth: Depth | '';
  readonly months: ReadonlyMap<string, boolean>;
  readonly opened: ReadonlyMap<string, boolean>;
  /** On paper every month is open. */
  readonly isPrinting: boolean;
  readonly showsTable: boolean;
  /** The bar that the keyboard is at. */
  readonly bar: string | undefined;
  readonly hasBackground: boolean;
  /** The form that the payment stands in; undefined when it stands in none on this page. */
  readonly deskFor: (payment: string) => DisputeDesk | undefined;
  /** For the payment with that key: where the person came from. */
  readonly wayBack: (WayBack & { readonly key: string }) | undefined;
  /** Where the host's sign-in is; empty when the page has not said. */
  readonly signIn: string;
  readonly canLeave: boolean;
  /** What was just done, for a person who does not see it. */
  readonly announcement: string;
}
