import type { PostedField, Row, Submission } from '@medborgarnavet/model';

/** What a form posts under the name of the incomes, as `toPostedFields` writes it: of the whole, and of each row. */
const OF_THE_WHOLE = /^(?:(statement|har-inkomster)|egna\.\d{1,3}\.(typ|belopp|datum))$/;
const OF_A_ROW = /^(?:(retrieved|corrected|effective|comment|disputed)|reason|disputed\.[\w-]+)$/;

/**
 * The fields of the form that the incomes do not tell already, as they were posted. What was posted as retrieved is not among
 * them; a field of the host's own is, also where its name begins as theirs.
 */
export function otherFields({ name, fields }: Submission, rows: readonly Row[]): readonly PostedField[] {
  return fields.filter(
    ([field]) =>
      !field.startsWith(`${name}.`) || fieldOfIncomes(field.slice(name.length + 1), rows) === undefined,
  );
}

/**
 * What a field of the incomes holds, by the last part of its name; the reason of a disputed payment is a `reason` too.
 * @param field without the name of the incomes. Undefined for any other field.
 */
export function fieldOfIncomes(field: string, rows: readonly Row[]): string | undefined {
  const whole = OF_THE_WHOLE.exec(field);
  if (whole) return whole[1] ?? whole[2];
  for (const { key } of rows) {
    const own = field.startsWith(`${key}.`) && OF_A_ROW.exec(field.slice(key.length + 1));
    if (own) return own[1] ?? 'reason';
  }
  return undefined;
}
