import type { CorrectionReason } from '@medborgarnavet/model';
import { createContext } from '@lit/context';
import type { IncomeSource } from '../income-source.ts';
import { SharedSource, type SourceNews } from './shared-source.ts';

/** What a provider says for all inside it. An attribute of an element's own goes before. */
export interface SharedSettings {
  readonly source: IncomeSource | undefined;
  readonly endpoint: string;
  readonly period: string;
  readonly sources: string;
  readonly signIn: string;
  readonly credentials: string;
}

export type News =
  | SourceNews
  /** Something else is otherwise than it was: what is shown, what is said of a payment, what the provider says. */
  | { readonly kind: 'redraw' };

/** Keeps what the person says of payments: the form. */
export interface DisputeDesk {
  /** Undefined when the person has not said that it is wrong; empty when no reason is given. */
  readonly reasonOf: (payment: string) => CorrectionReason | '' | undefined;
  /** Whether the payment stands in the form. */
  readonly has: (payment: string) => boolean;
  /** @param reason undefined when the payment is right after all. */
  readonly dispute: (payment: string, reason: CorrectionReason | '' | undefined) => void;
}

/** The way back from where a payment is shown to where it was asked for. */
export interface WayBack {
  readonly text: string;
  readonly go: () => void;
}

/** Shows what lies behind a payment: the view. */
export interface PaymentViewer {
  readonly has: (payment: string) => boolean;
  /** Opens the payments and moves focus to the first of them. */
  readonly show: (payments: readonly string[], back: WayBack) => void;
}

export interface Member {
  readonly hear: (news: News) => void;
  readonly desk?: DisputeDesk;
  readonly viewer?: PaymentViewer;
}

/** What the elements inside one provider have in common. */
export class Shared {
  readonly settings: SharedSettings;
  readonly source: SharedSource;
  readonly #members = new Set<Member>();

  /** @param source where to ask; throws IncomeProblem when the page has not said. */
  constructor(settings: SharedSettings, source: () => IncomeSource) {
    this.settings = settings;
    this.source = new SharedSource(source, (news) => this.tell(news));
  }

  add(member: Member): void {
    this.#members.add(member);
    this.tell({ kind: 'redraw' }, member);
  }

  remove(member: Member): void {
    this.#members.delete(member);
    this.tell({ kind: 'redraw' });
  }

  /** @param from who need not be told. */
  tell(news: News, from?: Member): void {
    if (news.kind === 'ended') this.source.forget();
    for (const member of [...this.#members]) if (member !== from) member.hear(news);
  }

  /** Whether there is a form, which is then where a person fetches. */
  get hasForm(): boolean {
    return [...this.#members].some(({ desk }) => desk !== undefined);
  }

  deskFor(payment: string): DisputeDesk | undefined {
    return [...this.#members].find(({ desk }) => desk?.has(payment))?.desk;
  }

  viewerFor(payments: readonly string[]): PaymentViewer | undefined {
    return [...this.#members].find(({ viewer }) => viewer && payments.every(viewer.has))?.viewer;
  }
}

/** What a provider shares with the elements inside it. */
export const shared = createContext<Shared>(Symbol('medborgarnavet.shared'));
