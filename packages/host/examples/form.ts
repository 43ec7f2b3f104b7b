import type { HostForm } from '@medborgarnavet/host';
import { addMonths, dateInSweden, monthOf } from '@medborgarnavet/model';

/** The fields of the form besides those with incomes, by their names, with their labels. */
const LABELS = new Map([
  ['civilstand', 'Vilket är ditt civilstånd?'],
  ['telefon', 'Telefon'],
]);

/**
 * YOUR OWN FORM GOES HERE. What is handed in is compared with it, since a page can say anything: the `name` of your `<ssbtek-prefill>`,
 * the months that an application is for (look them up in your own database), and the fields of your form. In these examples every
 * application is for the month before this one.
 */
export const form: HostForm = {
  name: 'inkomster',
  periodOf: () => Promise.resolve(addMonths(monthOf(dateInSweden(new Date())), -1)),
  fields(name) {
    const fraga = LABELS.get(name);
    return fraga === undefined ? undefined : { fraga };
  },
};
