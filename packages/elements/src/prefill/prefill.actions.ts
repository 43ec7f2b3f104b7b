import type { CorrectionReason } from '@medborgarnavet/model';
import type { Texts } from '../localize/texts.ts';
import type { PaymentViewer } from '../provider/shared.ts';
import type { Entry, OwnIncome, Written } from './prefill.written.ts';

/** All that a person can do in the element. Templates know no more of it than this. */
export interface Actions {
  readonly fetch: (event: MouseEvent) => void;
  readonly stop: () => void;
  readonly withdraw: () => void;
  readonly answer: (hasIncome: Written['hasIncome']) => void;
  readonly write: (key: string, change: Partial<Omit<Entry, 'base'>>) => void;
  /** The person has left a field. */
  readonly leave: (field: string) => void;
  readonly takeBack: (key: string) => void;
  readonly undo: (key: string) => void;
  /** Opens or closes what an amount is made of. */
  readonly toggle: (key: string) => void;
  readonly dispute: (payment: string, reason: CorrectionReason | '' | undefined) => void;
  readonly addOwn: () => void;
  readonly changeOwn: (id: number, change: Partial<Omit<OwnIncome, 'id'>>) => void;
  readonly removeOwn: (id: number) => void;
  readonly showMore: () => void;
  readonly goTo: (field: string) => void;
}

/** What every template is given. */
export interface Drawing {
  readonly texts: Texts;
  readonly actions: Actions;
  readonly disabled: boolean;
  readonly headingLevel: number;
  /** The fields whose errors are told. */
  readonly judged: ReadonlySet<string>;
  /** The rows whose payments are shown. */
  readonly open: ReadonlySet<string>;
  /** A view beside the form that shows these payments; undefined when they have to be shown here. */
  readonly viewerFor: (payments: readonly string[]) => PaymentViewer | undefined;
}
