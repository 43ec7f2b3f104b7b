import type { Submission, SubmissionReceipt } from '@medborgarnavet/model';
import { fingerprintOf } from '../fingerprint.ts';
import { randomId } from '../random-id.ts';
import type { SubmissionSource } from './submission-source.ts';

interface Letter {
  /** Tells one content from another, and nothing of it. */
  readonly print: string;
  readonly key: string;
  /** Absent when it failed. */
  answer?: Promise<SubmissionReceipt>;
  isUnderWay: boolean;
}

/**
 * Hands in once, however often and from however many elements it is pressed. The same content goes with the same key, also
 * after a failure; another content with another. Of the content only a fingerprint is kept, and that in memory alone.
 */
export class Outbox {
  readonly #letters = new Map<unknown, Letter>();

  /** @param place tells one host from another. */
  async send(place: unknown, submission: Submission, source: SubmissionSource): Promise<SubmissionReceipt> {
    const print = await fingerprintOf(JSON.stringify(submission));
    let letter = this.#letters.get(place);
    while (letter?.isUnderWay && letter.print !== print) {
      await letter.answer?.catch(() => undefined);
      letter = this.#letters.get(place);
    }
    if (letter?.print !== print) letter = { print, key: randomId(), isUnderWay: false };
    this.#letters.set(place, letter);
    const answer = (letter.answer ??= this.#post(letter, submission, source));
    try {
      return await answer;
    } catch (error) {
      if (letter.answer === answer) delete letter.answer;
      throw error;
    }
  }

  /** The page is left: what was answered goes. The keys stay, so that a retry is the same handing in. */
  forgetAnswers(): void {
    for (const letter of this.#letters.values()) if (!letter.isUnderWay) delete letter.answer;
  }

  async #post(letter: Letter, submission: Submission, source: SubmissionSource): Promise<SubmissionReceipt> {
    letter.isUnderWay = true;
    try {
      return await source.submit(submission, letter.key);
    } finally {
      letter.isUnderWay = false;
    }
  }
}

/** The page's own: shared by all elements on it. */
export const outbox = new Outbox();
