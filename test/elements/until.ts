import { waitUntil } from '@open-wc/testing';

/**
 * Waits until something is so. It is patient, since these tests also run on machines that are many times too busy: what never comes is
 * told as what it is, and how soon it comes is not what a test of behaviour is about.
 */
export const until = (isSo: () => unknown, what?: string): Promise<void> =>
  waitUntil(isSo, what, { timeout: 120_000 });
