import type { IncomeAnswer, IncomeQuestion, LookUpIncome } from '@medborgarnavet/model';

/**
 * At most one lookup per person at a time: the same question asked meanwhile shares its answer, another one waits for it
 * to end.
 */
export function oneAtATime(lookUp: LookUpIncome): LookUpIncome {
  const running = new Map<string, { readonly question: string; readonly answer: Promise<IncomeAnswer> }>();
  return async function ask(question: IncomeQuestion): Promise<IncomeAnswer> {
    const key = JSON.stringify(question);
    const other = running.get(question.personnummer);
    if (other?.question === key) return other.answer;
    if (other) {
      await other.answer.catch(() => undefined);
      return ask(question);
    }
    const answer = lookUp(question).finally(() => running.delete(question.personnummer));
    running.set(question.personnummer, { question: key, answer });
    return answer;
  };
}
