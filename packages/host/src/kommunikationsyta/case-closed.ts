/** The case has been handed in, or removed as a whole: nothing more is kept of it. */
export class CaseClosed extends Error {
  override readonly name = 'CaseClosed';

  constructor() {
    super('The case has been handed in or removed: nothing more is kept of it.');
  }
}
