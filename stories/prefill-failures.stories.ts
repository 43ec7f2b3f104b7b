import { answers, refuses, scenarios, singleParent } from '@medborgarnavet/mocks';
import type { IncomeProblemKind } from '@medborgarnavet/model';
import type { Meta } from '@storybook/web-components-vite';
import { sv } from '../packages/elements/src/localize/sv.ts';
import { fetchUntilProblem, inTurn, waitUntil, write } from './person.ts';
import { prefill, type PrefillArgs, type PrefillStory } from './prefill.ts';

/**
 * In every one of them: look at whether it is said what happened, whose it is to mend and what the person can do now,
 * and that no row below looks as if it had been checked.
 */
const meta: Meta<PrefillArgs> = {
  ...prefill,
  title: 'ssbtek-prefill/Failures',
  // The browser reports a request that failed as an error: test/stories allows that here only.
  tags: ['failure'],
  parameters: { docs: { story: { height: '28rem' } } },
};
export default meta;

const failure = (
  scenario: (typeof scenarios)[keyof typeof scenarios],
  problem: IncomeProblemKind,
): PrefillStory => ({ parameters: { msw: [...scenario] }, play: fetchUntilProblem(problem) });

/** The host knows of nobody who is signed in. */
export const NotSignedIn = failure(scenarios.notSignedIn, 'not-signed-in');

/**
 * The session ended while the person wrote. Look at whether what was fetched is gone, what was written stands, and the
 * link to sign in again is the first thing to do.
 */
export const SessionEnded: PrefillStory = {
  args: { statement: 'exempel-uttag-1', 'sign-in': '/logga-in' },
  parameters: { msw: [...refuses('session-expired').slice(0, 1), ...answers(singleParent)] },
  play: inTurn(
    waitUntil(sv.prefill.complete),
    write('Rätt belopp: Allmänt barnbidrag', '1250'),
    fetchUntilProblem('session-expired'),
  ),
};

/** The person has no application open, and nothing may be fetched without one. */
export const NoApplication = failure(scenarios.noApplication, 'no-application');

/** There is an application, but not for the purpose that would allow a fetch. */
export const PurposeRefused = failure(scenarios.purposeRefused, 'purpose-refused');

/** The person is not one of those whose incomes may be fetched here. No reason is given. */
export const NotEligible = failure(scenarios.notEligible, 'not-eligible');

/** The person has pressed more often than the host allows. */
export const TooManyRequests = failure(scenarios.tooManyRequests, 'too-many-requests');

/** The host could not reach the authorities. */
export const UpstreamUnavailable = failure(scenarios.upstreamUnavailable, 'upstream-unavailable');

/** The authorities did not answer the host in time. */
export const UpstreamTimeout = failure(scenarios.upstreamTimeout, 'upstream-timeout');
export const UpstreamRefused = failure(scenarios.upstreamRefused, 'upstream-refused');

/** Something broke at the host. */
export const Internal = failure(scenarios.internal, 'internal');

/** The host cannot be reached: most often the person's own network. */
export const Offline = failure(scenarios.offline, 'offline');

/** A page for signing in came instead of an answer. */
export const HtmlInsteadOfJson = failure(scenarios.htmlInsteadOfJson, 'unreadable-answer');

/** An answer came that is not what the contract says. Nothing of it may be shown. */
export const WrongShape = failure(scenarios.wrongShape, 'unreadable-answer');

/** A mistake of the page: the endpoint points where there is no Inkomst API. */
export const WrongEndpoint = failure(scenarios.wrongEndpoint, 'wrong-endpoint');

/** A mistake of the page: the tag has no `endpoint`. */
export const NoEndpoint: PrefillStory = {
  args: { endpoint: undefined },
  play: fetchUntilProblem('no-endpoint'),
};
