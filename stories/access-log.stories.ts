// The stories' own, as the entry of all elements does not define it yet.
import '../packages/elements/src/access-log/define.ts';
import { accessLog, emptyLog, entry, fullLog, troubledLog, wholeLog } from '@medborgarnavet/mocks';
import { IncomeProblem, type AccessLog, type IncomeProblemKind } from '@medborgarnavet/model';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { waitFor, within } from 'storybook/test';
import type { AccessLogSource } from '../packages/elements/src/access-log/access-log-source.ts';
import type { Clock } from '../packages/elements/src/draft/draft.clock.ts';
import { accessLogSv as sv } from '../packages/elements/src/localize/access-log.sv.ts';

interface AccessLogArgs {
  readonly heading?: string;
  /** What the host says: the log, what is wrong, or nothing at all. */
  readonly answer: AccessLog | IncomeProblemKind | 'never';
  /** What it says when it is asked again. */
  readonly again?: AccessLog | IncomeProblemKind | 'never';
  /** How to reach the municipality. */
  readonly contact?: string;
}

type AccessLogStory = StoryObj<AccessLogArgs>;
type Play = NonNullable<AccessLogStory['play']>;

/** It is always the same time, and nothing happens later. */
const clock: Clock = {
  now: () => Date.parse('2026-11-22T09:30:00Z'),
  random: () => 0.5,
  after: () => () => undefined,
};

function hostFor({ answer, again = answer }: AccessLogArgs): AccessLogSource {
  let times = 0;
  return {
    accessLog: () => {
      times += 1;
      const said = times === 1 ? answer : again;
      if (said === 'never') return new Promise(() => undefined);
      return typeof said === 'string' ? Promise.reject(new IncomeProblem(said)) : Promise.resolve(said);
    },
  };
}

const meta: Meta<AccessLogArgs> = {
  component: 'ssbtek-access-log',
  title: 'ssbtek-access-log/States',
  argTypes: { answer: { table: { disable: true } }, again: { table: { disable: true } } },
  render: (args) => html`
    <ssbtek-access-log
      heading=${args.heading ?? ''}
      sign-in="/logga-in"
      .source=${hostFor(args)}
      .clock=${clock}
    >
      ${args.contact === undefined ? '' : html`<p slot="help" dir="auto" style="margin: 0">${args.contact}</p>`}
    </ssbtek-access-log>
  `,
};
export default meta;

const PATIENCE = { timeout: 15_000 };

function element({ canvasElement }: Parameters<Play>[0]) {
  const found = canvasElement.querySelector('ssbtek-access-log');
  if (!found) throw new Error('There is no <ssbtek-access-log> in the story.');
  return found;
}

function read(context: Parameters<Play>[0]) {
  const shown = element(context).shadowRoot?.querySelector<HTMLElement>('section');
  if (!shown) throw new Error('Nothing is drawn yet.');
  return within(shown);
}

/** Waits until the element says this. */
const waitUntil =
  (text: string | RegExp): Play =>
  (context) =>
    context.step(`Wait until it says "${String(text)}"`, async () => {
      await waitFor(() => read(context).getAllByText(text), PATIENCE);
    });

const open: Play = (context) =>
  context.step('Open when what was kept has been shown', async () => {
    (await waitFor(() => read(context).getByRole('button', { name: sv.shown.open }), PATIENCE)).click();
    await waitFor(() => read(context).getByRole('button', { name: sv.shown.close }), PATIENCE);
  });

/**
 * Two days of an application. Look at whether it can be told in half a minute who was asked and when, who did not answer,
 * and that the application has reached the municipality.
 */
export const Whole: AccessLogStory = {
  args: {
    answer: wholeLog,
    contact: 'Medborgarkontoret i Exempelköping, 0123-45\u00a067\u00a089, vardagar 9–16.',
  },
  play: waitUntil(sv.actions.delivery.done),
};

/** The same, with what the page has shown. Look at whether it could be taken for somebody else's reading. */
export const WithWhatWasShown: AccessLogStory = { args: { answer: wholeLog }, play: open };

/**
 * What can go wrong. Look at whether it is clear of each thing what became of it, and that nobody who could not be checked
 * reads as one who had nothing.
 */
export const Troubled: AccessLogStory = {
  args: { answer: troubledLog },
  play: waitUntil(sv.actions['income-fetch']['cut-off']),
};

/** Incomes are fetched right now. Look at whether it could be taken for something that went wrong. */
export const UnderWay: AccessLogStory = {
  args: { answer: accessLog([entry('2026-11-22T09:29:55Z', 'income-fetch', 'begun')]) },
  play: waitUntil(sv.actions['income-fetch']['under-way']),
};

/** Nothing has been done yet. Look at whether it is clear what will stand here. */
export const Empty: AccessLogStory = { args: { answer: emptyLog }, play: waitUntil(sv.log.empty) };

/** The page has shown what was kept, and nothing else has been done. Look at whether that is calm. */
export const OnlyShown: AccessLogStory = {
  args: { answer: accessLog([entry('2026-11-22T08:26:00Z', 'draft-read')]) },
  play: waitUntil(sv.log.onlyShown),
};

/** As much as can come, and a purpose that is hard to show. Look at whether anything is cut off or scrolls sideways. */
export const Full: AccessLogStory = {
  args: { answer: fullLog },
  play: waitUntil(sv.log.older(2000)),
};

/** The host has not answered; it never does here. */
export const Looking: AccessLogStory = { args: { answer: 'never' }, play: waitUntil(sv.log.looking) };

/** It could not be read. Look at whether the person knows that nothing has happened with their data. */
export const Failed: AccessLogStory = {
  args: { answer: 'offline' },
  play: waitUntil(sv.problems.offline.heading),
};

/** It could not be read again. Look at whether it is clear that what stands below is older. */
export const Stale: AccessLogStory = {
  args: { answer: wholeLog, again: 'internal' },
  play: async (context) => {
    await waitUntil(sv.actions.delivery.done)(context);
    await element(context).refresh();
    await waitUntil(sv.log.stale)(context);
  },
};

/** The session has ended. Look at whether the way to sign in is the first thing to do. */
export const SessionEnded: AccessLogStory = {
  args: { answer: 'session-expired' },
  play: waitUntil(sv.log.signIn),
};

/** There is no application to tell of. */
export const NoApplication: AccessLogStory = {
  args: { answer: 'no-application' },
  play: waitUntil(sv.problems['no-application'].heading),
};

/** The page has been left and has come back, and the host has not answered. Look at whether anything can be read. */
export const Covered: AccessLogStory = {
  args: { answer: wholeLog, again: 'never' },
  play: async (context) => {
    await waitUntil(sv.actions.delivery.done)(context);
    for (const type of ['pagehide', 'pageshow'])
      window.dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
    await waitUntil(sv.log.covered)(context);
  },
};

/** A page that reads from right to left. Look at whether times and sentences stand the right way round. */
export const RightToLeft: AccessLogStory = {
  ...Whole,
  decorators: [(story) => html`<div dir="rtl">${story()}</div>`],
};

/** A phone’s page, 320 px wide. */
export const Narrow: AccessLogStory = {
  ...Troubled,
  parameters: { layout: 'fullscreen' },
  decorators: [
    (story) => html`<div style="box-sizing: border-box; width: 320px; padding: 16px">${story()}</div>`,
  ],
};
