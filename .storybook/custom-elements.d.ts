// scripts/storybook.ts writes it; a fresh clone does not have it yet.
declare module '*/custom-elements.json' {
  const manifest: object;
  export default manifest;
}
