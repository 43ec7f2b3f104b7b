import { LookupFailed, type IncomeQuestion } from '@medborgarnavet/model';

/**
 * At most one lookup per person at a time, whatever is asked: the same question asked meanwhile shares its answer, another
 * one waits for it to end. Only what came of asking is shared: who was not permitted to ask does not keep another from it.
 */
export function oneAtATime(): <A>(
  about: string,
  question: IncomeQuestion,
  lookUp: () => Promise<A>,
) => Promise<A> {
  const running = new Map<string, { readonly key: string; readonly answer: Promise<unknown> }>();
  return async function turn(about, question, lookUp) {
    const key = JSON.stringify([about, question]);
    for (let other = running.get(question.personnummer); other; other = running.get(question.personnummer)) {
      // The key names what is asked, so the answer is of its kind.
      if (other.key === key) {
        try {
          return await (other.answer as ReturnType<typeof lookUp>);
        } catch (error) {
          if (error instanceof LookupFailed) throw error;
        }
      }
      await other.answer.catch(() => undefined);
    }
    const answer = lookUp().finally(() => running.delete(question.personnummer));
    running.set(question.personnummer, { key, answer });
    return answer;
  };
}
