/**
 * The oldest browsers that everything works in (docs/browsers.md, docs/decisions/0018). The build target and the checks of what newer browsers
 * have follow from it.
 */
export const FLOOR = { chrome: '109', firefox: '115', safari: '16.4', safari_ios: '16.4' } as const;

/** The floor as bundlers take it: syntax that is newer is written the older way. */
export const BUILD_TARGET: string[] = [
  `chrome${FLOOR.chrome}`,
  `firefox${FLOOR.firefox}`,
  `safari${FLOOR.safari}`,
  `ios${FLOOR.safari_ios}`,
];
