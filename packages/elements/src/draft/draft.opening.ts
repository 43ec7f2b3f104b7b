import type { IncomeProblem, SavedDraft } from '@medborgarnavet/model';
import { isPassing, OTHER_PERSON, problemOf } from '../problems.ts';
import type { Desk } from './draft.desk.ts';
import { waitForRetry } from './draft.schedule.ts';
import type { Session } from './draft.session.ts';
import type { Standing } from './draft.standing.ts';
import type { DraftState } from './draft.state.ts';
import type { Units } from './draft.units.ts';

const NONE: Units = new Map();

/** Asks the host what it keeps: at the beginning, and when a page that was left has come back. */
export class Opening {
  readonly #standing: Standing;
  readonly #session: Session;
  readonly #opened: () => void;
  /** Where it stood when the page was left. */
  #covered: DraftState | undefined;
  #abort = new AbortController();
  #cancelRetry: (() => void) | undefined;
  #failed = 0;

  /** @param opened what the host keeps has been taken in. */
  constructor(standing: Standing, session: Session, opened: () => void) {
    this.#standing = standing;
    this.#session = session;
    this.#opened = opened;
  }

  /** Aborted when what was begun no longer matters. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  async open(): Promise<void> {
    this.#calm();
    const { signal } = (this.#abort = new AbortController());
    try {
      const kept = await this.#standing.parts.source().loadDraft({ signal });
      if (signal.aborted) return;
      this.#failed = 0;
      this.#standing.isTheirs = true;
      const { desk } = this.#standing;
      if (!desk) return;
      await this.#takeIn(desk, kept);
      this.#opened();
    } catch (error) {
      if (!signal.aborted) await this.#notOpened(problemOf(error));
    }
  }

  /** Asks at once where it was to be asked later. */
  hurry(): void {
    if (this.#cancelRetry) void this.open();
  }

  /** The page is left, and it is not asked before the page has come back. */
  leave(): void {
    this.#covered = this.#standing.state;
    this.#abort.abort();
    this.#calm();
  }

  stop(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#calm();
    this.#covered = undefined;
  }

  async #takeIn(desk: Desk, kept: SavedDraft | undefined): Promise<void> {
    const standing = this.#standing;
    const before = this.#covered;
    this.#covered = undefined;
    if (before) await desk.uncover();
    else desk.look();
    if (kept && kept.etag !== desk.receipt?.etag) return this.#meet(desk, kept, before);
    if (kept) standing.show(before?.kind === 'conflict' ? before : { kind: 'saved' });
    else if (desk.isOver(standing.parts.clock().now())) {
      desk.expire();
      standing.show({ kind: 'expired' });
    } else if (desk.receipt) standing.gone();
    else standing.show(before && stands(before) ? before : { kind: 'empty' });
  }

  async #meet(desk: Desk, kept: SavedDraft, before: DraftState | undefined): Promise<void> {
    const standing = this.#standing;
    // A page that was left before it knew what was kept.
    const isFirst = !before || before.kind === 'loading';
    const open = before?.kind === 'conflict' ? before.asked : NONE;
    const met = isFirst ? await desk.meetFirst(kept, standing.parts.isTouched) : await desk.meet(kept, open);
    standing.met(met);
    if (!isFirst) return;
    if (met.hasWritten) standing.restored(kept.savedAt);
    standing.parts.givenBack(kept.at);
  }

  async #notOpened(problem: IncomeProblem): Promise<void> {
    const standing = this.#standing;
    const isCovered = standing.state.kind === 'covered';
    if (!isPassing(problem.kind)) {
      if (isCovered && OTHER_PERSON.includes(problem.kind)) await standing.desk?.blank();
      await this.#session.fail(problem, 'open');
      return;
    }
    const { clock } = standing.parts;
    const wait = waitForRetry(this.#failed, clock().random());
    this.#cancelRetry = clock().after(wait, () => void this.open());
    this.#failed += 1;
    const { kind } = problem;
    standing.show(isCovered ? { kind: 'covered', problem: kind } : { kind: 'loading', problem: kind });
    standing.problem(problem);
  }

  #calm(): void {
    this.#cancelRetry?.();
    this.#cancelRetry = undefined;
  }
}

/** What is so while nothing is kept, also after the page has been left. */
function stands({ kind }: DraftState): boolean {
  return kind === 'gone' || kind === 'left' || kind === 'expired';
}
