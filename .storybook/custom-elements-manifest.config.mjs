/** Leaves what a page may use: no private members, and no events but those that are documented. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const declaration of customElementsManifest.modules.flatMap(({ declarations }) => declarations)) {
      declaration.members = declaration.members?.filter(
        (member) => member.privacy !== 'private' && !member.static,
      );
      declaration.events = declaration.events?.filter(({ description }) => description !== undefined);
    }
  },
};

export default {
  globs: ['packages/elements/src/**/*.ts'],
  outdir: 'packages/elements/dist',
  litelement: true,
  packagejson: false,
  plugins: [publicOnly],
};
