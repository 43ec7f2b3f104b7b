import type { Context } from 'hono';
import { pathOf, type StepId } from './steps.ts';

const FROM = 'fran';
const REVIEW: StepId = 'granska';

/** From the page before handing in to a part of the application, to change it and come back. */
export function pathFromReview(step: StepId): string {
  return `${pathOf(step)}?${FROM}=${REVIEW}`;
}

/** Whether that is how the person has come. */
export function isFromReview(c: Pick<Context, 'req'>): boolean {
  return c.req.query(FROM) === REVIEW;
}
