import type { ReviewTexts } from '../localize/review.texts.ts';
import { isNotTaken, type ReviewState } from './review.state.ts';

/** What is said to a person who does not see the page. What focus moves to is read by itself, and not said here. */
export function announcementOf(state: ReviewState, texts: ReviewTexts): string {
  switch (state.kind) {
    case 'sending':
      return texts.handIn.sending;
    case 'rereading':
      return texts.refused.reading;
    case 'unsent':
      return `${problemIn(state.problem, texts)} ${afterFailure(state.problem, texts)}`;
    case 'refused':
      return state.problem ? problemIn(state.problem, texts) : '';
    case 'failed':
      return `${texts.review.failed} ${problemIn(state.problem, texts)}`;
    case 'ended':
      return problemIn(state.problem, texts);
    case 'covered':
      return state.problem ? problemIn(state.problem, texts) : texts.review.covered;
    case 'idle':
    case 'looking':
    case 'ready':
    case 'handed-in':
    case 'already':
      return '';
  }
}

type Problem = Extract<ReviewState, { kind: 'unsent' }>['problem'];

/** Whether the application came, and what to do. */
export function afterFailure(problem: Problem, { handIn }: ReviewTexts): string {
  return isNotTaken(problem) ? handIn.notTaken : handIn.unsure;
}

function problemIn(problem: Problem, { problems }: ReviewTexts): string {
  const { heading, advice } = problems[problem];
  return `${heading} ${advice}`;
}
