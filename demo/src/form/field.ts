/** One of the answers that a field offers. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

interface Common {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
}

/** A field that offers answers: one of them, or with `checks` several. */
export interface ChoiceField extends Common {
  readonly kind: 'radio' | 'select' | 'checks';
  readonly options: readonly Option[];
}

/** A field to write in: words, a whole number, or an amount in kronor. */
export interface WritingField extends Common {
  readonly kind: 'text' | 'count' | 'amount';
  /** How many lines of words there is room for at first; 3 unless told. */
  readonly rows?: number;
}

/** A field of a form, as data. No field has to be filled in: a person may lack the answer today. */
export type Field = ChoiceField | WritingField;

/** What a person wrote, by the name of the field; several values only where several may be chosen. */
export type Written = ReadonlyMap<string, readonly string[]>;

export interface FieldError {
  readonly name: string;
  readonly label: string;
  readonly message: string;
}

/** A field for yes or no. */
export function yesOrNo(name: string, label: string): ChoiceField {
  const options = [
    { value: 'ja', label: 'Ja' },
    { value: 'nej', label: 'Nej' },
  ];
  return { kind: 'radio', name, label, options };
}
