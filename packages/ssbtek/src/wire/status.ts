import type { LookupFailure } from '@medborgarnavet/model';

/** What an answer that cannot be read means, by its status. */
export function failureOfStatus(status: number): LookupFailure {
  if (status === 200) return 'unreadable';
  return status >= 500 ? 'http-status' : 'http-refused';
}
