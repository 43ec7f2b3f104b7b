import { DEPTHS, type Depth } from '@medborgarnavet/mocks/questions.ts';
import { toCsvText } from '@medborgarnavet/model';
import { MARKS, type AnsweredView, type Mark } from './answered.ts';
import { MARK_WORDS, nameDepth } from './words.ts';

export type Counts = Readonly<Record<Mark, number>>;

/** How many answers there were of each kind. What was not asked is not counted. */
export function countMarks(views: readonly AnsweredView[]): Counts {
  const marks = views.flatMap(({ answers }) => answers.map(({ mark }) => mark));
  const count = (wanted: Mark): number => marks.filter((mark) => mark === wanted).length;
  return Object.fromEntries(MARKS.map((mark) => [mark, count(mark)] as const)) as Counts;
}

export interface DepthSummary {
  readonly depth: Depth;
  readonly views: number;
  readonly counts: Counts;
  /** The mean of how easy it was, with a decimal comma; undefined when nobody said. */
  readonly ease?: string;
}

/** Each depth that anything was answered about. */
export function summariseDepths(views: readonly AnsweredView[]): DepthSummary[] {
  return DEPTHS.flatMap((depth) => {
    const of = views.filter((view) => view.depth === depth);
    if (of.length === 0) return [];
    const eases = of.flatMap(({ ease }) => ease ?? []);
    const mean = eases.reduce((sum, ease) => sum + ease, 0) / eases.length;
    return [
      {
        ...{ depth, views: of.length, counts: countMarks(of) },
        ...(eases.length > 0 && { ease: decimal(mean) }),
      },
    ];
  });
}

/** So that a mean can be worked out: half for what was partly right. */
const POINTS: Readonly<Record<Mark, number>> = { ratt: 1, delvis: 0.5, fel: 0, inget: 0 };

const HEAD = [
  ...[
    'Deltagare',
    'Testperson',
    'Djup',
    'Fråga nr',
    'Fråga',
    'Svar',
    'Poäng',
    'Hur lätt (1–5)',
    'Anteckning',
  ],
];

/** A line for each question that was asked, for a spreadsheet in Swedish. */
export function toResultsCsv(views: readonly AnsweredView[]): string {
  const lines = views.flatMap(({ participant, person, depth, ease, answers }) =>
    answers.flatMap(({ question, mark, note = '' }, index) =>
      mark === undefined && note === ''
        ? []
        : [
            [
              ...[String(participant), person, nameDepth(depth), String(index + 1), question],
              ...(mark ? [MARK_WORDS[mark], decimal(POINTS[mark])] : ['Inte ställd', '']),
              ...[ease === undefined ? '' : String(ease), note],
            ],
          ],
    ),
  );
  return toCsvText([HEAD, ...lines]);
}

/** `4,3`, `0,5`, `1`. */
function decimal(value: number): string {
  return String(Math.round(value * 10) / 10).replace('.', ',');
}
