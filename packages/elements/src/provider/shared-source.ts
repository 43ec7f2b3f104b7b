import {
  isIncomeProblem,
  type BackgroundStatement,
  type IncomeProblem,
  type IncomeProgress,
  type IncomeStatement,
  type Period,
} from '@medborgarnavet/model';
import type { FetchOptions, IncomeSource, LookOptions } from '../income-source.ts';
import { OTHER_PERSON } from '../problems.ts';
import { Joint } from './joint.ts';

/** What all who share a source need to know of what another one did. */
export type SourceNews =
  /** The authorities are asked: whoever asks now for the same time gets the same answer. */
  | { readonly kind: 'asking'; readonly period: Period }
  /** What the host keeps is another statement now, or none. */
  | { readonly kind: 'changed'; readonly statement: IncomeStatement | undefined }
  /** Whoever sits there has no right to what is shown. */
  | { readonly kind: 'ended'; readonly problem: IncomeProblem };

interface Fetching {
  readonly period: Period;
  readonly joint: Joint<IncomeStatement>;
  readonly steps: IncomeProgress[];
  readonly listeners: Set<(progress: IncomeProgress) => void>;
}

/** A source for several elements: nothing is asked twice at a time, and what one of them is told the others get. */
export class SharedSource implements IncomeSource {
  readonly #source: () => IncomeSource;
  readonly #tell: (news: SourceNews) => void;
  #fetching: Fetching | undefined;
  #looking: Joint<IncomeStatement | undefined> | undefined;
  #known: IncomeStatement | undefined;

  /** @param source where to ask; may throw IncomeProblem. */
  constructor(source: () => IncomeSource, tell: (news: SourceNews) => void) {
    this.#source = source;
    this.#tell = tell;
  }

  /** What was last told of; undefined for nothing. Asks nobody. */
  get known(): IncomeStatement | undefined {
    return this.#known;
  }

  /** Joins a fetch for the same time that is under way. */
  async fetchIncome(period: Period, { signal, onProgress }: FetchOptions = {}): Promise<IncomeStatement> {
    const fetching = this.#fetchingFor(period);
    if (onProgress) {
      fetching.steps.forEach(onProgress);
      fetching.listeners.add(onProgress);
    }
    return fetching.joint.join(signal);
  }

  /** Joins a look that is under way. */
  async latestIncome({ signal }: LookOptions = {}): Promise<IncomeStatement | undefined> {
    this.#looking ??= this.#startLooking();
    return this.#looking.join(signal);
  }

  get fetchBackground(): IncomeSource['fetchBackground'] {
    const ask = this.#source().fetchBackground?.bind(this.#source());
    return ask && ((period, options): Promise<BackgroundStatement> => this.#watched(ask(period, options)));
  }

  get withdrawIncome(): IncomeSource['withdrawIncome'] {
    const withdraw = this.#source().withdrawIncome?.bind(this.#source());
    return (
      withdraw &&
      (async (options): Promise<void> => {
        await this.#watched(withdraw(options));
        this.#know(undefined);
      })
    );
  }

  /** Whoever sits there has no right to what is known. */
  forget(): void {
    this.#known = undefined;
  }

  #fetchingFor(period: Period): Fetching {
    const under = this.#fetching;
    if (under?.period.from === period.from && under.period.to === period.to) return under;
    const source = this.#source();
    const steps: IncomeProgress[] = [];
    const listeners: Fetching['listeners'] = new Set();
    const onProgress = (progress: IncomeProgress): void => {
      steps.push(progress);
      for (const listener of listeners) listener(progress);
    };
    const joint = new Joint((signal) => this.#watched(source.fetchIncome(period, { signal, onProgress })));
    const fetching: Fetching = { period, joint, steps, listeners };
    this.#fetching = fetching;
    const end = (): void => {
      if (this.#fetching === fetching) this.#fetching = undefined;
    };
    joint.answer.then((statement) => {
      end();
      this.#know(statement);
    }, end);
    this.#tell({ kind: 'asking', period });
    return fetching;
  }

  #startLooking(): Joint<IncomeStatement | undefined> {
    const source = this.#source();
    const looking = new Joint((signal) => this.#watched(source.latestIncome({ signal })));
    looking.answer.then(
      (statement) => {
        // What was found may be older than what has been fetched meanwhile.
        if (this.#looking === looking) this.#know(statement);
      },
      () => {
        if (this.#looking === looking) this.#looking = undefined;
      },
    );
    return looking;
  }

  #know(statement: IncomeStatement | undefined): void {
    const before = this.#known;
    this.#looking = undefined;
    this.#known = statement;
    if (before?.id !== statement?.id) this.#tell({ kind: 'changed', statement });
  }

  async #watched<Answer>(answer: Promise<Answer>): Promise<Answer> {
    try {
      return await answer;
    } catch (error) {
      if (isIncomeProblem(error) && OTHER_PERSON.includes(error.kind)) {
        this.#tell({ kind: 'ended', problem: error });
      }
      throw error;
    }
  }
}
