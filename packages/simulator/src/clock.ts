/** The clock for those who do not bring their own. */
// eslint-disable-next-line no-restricted-syntax -- it has to be read somewhere
export const machineClock = (): Date => new Date();
