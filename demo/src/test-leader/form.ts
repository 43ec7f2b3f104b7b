import type { Question } from '@medborgarnavet/mocks/questions.ts';
import type { ChoiceField, Field, FieldError, Written, WritingField } from '../form/field.ts';
import { readFields } from '../form/read.ts';
import { answeredBefore, MARKS, MOST_VIEWS, type AnsweredView } from './answered.ts';
import type { AskedView } from './post.ts';
import { MARK_WORDS } from './words.ts';

/** Ten or twelve figures as a personnummer is written. It catches telephone numbers too, and they are not wanted either. */
const PERSONNUMMER = /(?<!\d)(?:\d{2})?\d{6}[-+\s]?\d{4}(?!\d)/;

export const PARTICIPANT: WritingField = {
  kind: 'count',
  name: 'deltagare',
  label: 'Deltagarens nummer',
  hint: 'Ett nummer från 1 till 99. Skriv aldrig namn eller personnummer på den här sidan.',
};

export const EASE: ChoiceField = {
  kind: 'radio',
  name: 'latt',
  label: 'Hur lätt var det att förstå?',
  hint: 'Fråga deltagaren. 1 är mycket svårt och 5 är mycket lätt.',
  options: ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value })),
};

export function markField({ id, text }: Question, index: number): ChoiceField {
  return {
    kind: 'radio',
    name: `svar.${id}`,
    label: `${index + 1}. ${text}`,
    options: MARKS.map((value) => ({ value, label: MARK_WORDS[value] })),
  };
}

export function noteField({ id }: Question, index: number): WritingField {
  return {
    kind: 'text',
    name: `anteckning.${id}`,
    label: `Anteckning till fråga ${index + 1} (frivillig)`,
    rows: 1,
  };
}

export interface ReadView {
  readonly written: Written;
  readonly errors: readonly FieldError[];
  /** Undefined when nothing was answered, or something has to be put right first. */
  readonly view?: AnsweredView;
}

/** Reads the answers to a view. One where nothing is filled in but the number is passed by. */
export function readView(
  { person, depth, questions }: AskedView,
  posted: URLSearchParams,
  earlier: readonly AnsweredView[],
): ReadView {
  const { written, errors: found } = readFields(fieldsOf(questions), posted);
  const value = (name: string): string | undefined => written.get(name)?.[0];
  if ([...written.keys()].every((name) => name === PARTICIPANT.name)) return { written, errors: [] };

  const participant = Number(value(PARTICIPANT.name));
  const ease = Number(value(EASE.name));
  const errors = [
    ...(participant >= 1 && participant <= 99 && Number.isInteger(participant)
      ? []
      : [{ name: PARTICIPANT.name, label: PARTICIPANT.label, message: 'Skriv ett nummer från 1 till 99.' }]),
    ...found.filter(({ name }) => name !== PARTICIPANT.name),
    ...questions
      .map(noteField)
      .filter(({ name }) => PERSONNUMMER.test(value(name) ?? ''))
      .map(({ name, label }) => ({
        name,
        label,
        message: 'Det ser ut som ett personnummer eller telefonnummer. Ta bort det.',
      })),
  ];
  if (errors.length > 0) return { written, errors };

  const view: AnsweredView = {
    person: person.id,
    depth,
    participant,
    ...(ease > 0 && { ease }),
    answers: questions.map((question) => {
      const mark = MARKS.find((each) => each === value(`svar.${question.id}`));
      const note = value(`anteckning.${question.id}`);
      return {
        ...{ id: question.id, question: question.text },
        ...(mark && { mark }),
        ...(note !== undefined && { note }),
      };
    }),
  };
  const isFull = earlier.length >= MOST_VIEWS && !answeredBefore(earlier, view);
  if (!isFull) return { written, errors, view };
  const message = `Det får plats ${MOST_VIEWS} vyer. Visa sammanfattningen, spara den och börja sedan om.`;
  return { written, errors: [{ name: PARTICIPANT.name, label: 'Sidan är full', message }] };
}

/** The fields as they were filled in before. */
export function writtenOf({ participant, ease, answers }: AnsweredView): Written {
  return new Map([
    [PARTICIPANT.name, [String(participant)]],
    ...(ease === undefined ? [] : [[EASE.name, [String(ease)]] as const]),
    ...answers.flatMap(({ id, mark, note }) => [
      ...(mark ? [[`svar.${id}`, [mark]] as const] : []),
      ...(note === undefined ? [] : [[`anteckning.${id}`, [note]] as const]),
    ]),
  ]);
}

function fieldsOf(questions: readonly Question[]): readonly Field[] {
  return [
    PARTICIPANT,
    ...questions.flatMap((each, index) => [markField(each, index), noteField(each, index)]),
    EASE,
  ];
}
