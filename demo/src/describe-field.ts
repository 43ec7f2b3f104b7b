import type { DescribeField } from '@medborgarnavet/host';
import { formatMonths, parseMonths } from '@medborgarnavet/model';
import type { Field } from './form/field.ts';
import { tellWritten } from './form/read.ts';
import { WRITTEN_FREE_TEXT } from './incomes.ts';
import { fieldsOf, STEPS } from './steps.ts';

/** What each field of the application asks, and what was answered, for the case worker. An answer that is not offered is none. */
export const describeField: DescribeField = (name, value) => {
  const field = fieldOf(name);
  if (!field) return undefined;
  const told = tellMonth(name, value) ?? tellWritten(field, new Map([[name, [value]]])).join(', ');
  if ('options' in field && value !== '' && told === '') return undefined;
  const isOnIncomes = name === WRITTEN_FREE_TEXT.name;
  return {
    fraga: field.label,
    ...(told !== '' && { svar: told }),
    ...(isOnIncomes && { omInkomster: true }),
  };
};

/** Which months there were to choose among is not known any more. */
function tellMonth(name: string, value: string): string | undefined {
  const month = name === 'manad' ? parseMonths(value) : undefined;
  return month && formatMonths(month);
}

function fieldOf(name: string): Field | undefined {
  if (name === WRITTEN_FREE_TEXT.name) return { ...WRITTEN_FREE_TEXT, label: 'Skrivet om inkomster' };
  const fields = STEPS.flatMap((step) => fieldsOf(step, new Date(0)));
  return fields.find((field) => field.name === name);
}
