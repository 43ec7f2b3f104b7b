import type { PostedField, Row, Submission } from '@medborgarnavet/model';

/** What a form posts under the name of the incomes, as `toPostedFields` writes it: of the whole, and of each row. */
const OF_THE_WHOLE = /^(?:statement|har-inkomster|egna\.\d{1,3}\.(?:typ|belopp|datum))$/;
const OF_A_ROW = /^(?:retrieved|corrected|effective|comment|reason|disputed(?:\.[\w-]+)?)$/;

/**
 * The fields of the form that the incomes do not tell already, as they were posted. What was posted as retrieved is not among
 * them; a field of the host's own is, also where its name begins as theirs.
 */
export function otherFields({ name, fields }: Submission, rows: readonly Row[]): readonly PostedField[] {
  return fields.filter(
    ([field]) => !field.startsWith(`${name}.`) || !isOfIncomes(field.slice(name.length + 1), rows),
  );
}

function isOfIncomes(field: string, rows: readonly Row[]): boolean {
  return (
    OF_THE_WHOLE.test(field) ||
    rows.some(({ key }) => field.startsWith(`${key}.`) && OF_A_ROW.test(field.slice(key.length + 1)))
  );
}
