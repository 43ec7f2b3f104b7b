import type { Context } from 'hono';
import { pathOf, type StepId } from './steps.ts';

const FROM = 'fran';
const REVIEW: StepId = 'granska';

/** From the page before handing in to a part of the application, to change it and come back. */
export function pathFromReview(step: StepId): string {
  return `${pathOf(step)}?${FROM}=${REVIEW}`;
}

/** Back again, to where that part is shown. */
export function pathBackToReview(step: StepId): string {
  return `${pathOf(REVIEW)}#${partId(step)}`;
}

/** The id of a part on the page before handing in. */
export function partId(step: StepId): string {
  return `del-${step}`;
}

/** Whether that is how the person has come. */
export function isFromReview(c: Pick<Context, 'req'>): boolean {
  return c.req.query(FROM) === REVIEW;
}
