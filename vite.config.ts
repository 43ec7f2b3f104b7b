import { defineConfig, type Plugin } from 'vite';

/**
 * Lit makes a Trusted Types policy of a fixed name when it loads. The page may have a Lit of its own, and two policies
 * of one name clash, so the copy in the one-script build has its own name (docs/decisions/0006).
 */
const ownTrustedTypesPolicy: Plugin = {
  name: 'own-trusted-types-policy',
  transform: (code, id) =>
    id.includes('lit-html') && code.includes('createPolicy("lit-html"')
      ? { code: code.replace('createPolicy("lit-html"', 'createPolicy("medborgarnavet"'), map: null }
      : undefined,
};

/** The one-script build: `packages/embed/dist/medborgarnavet.js`. */
export default defineConfig({
  plugins: [ownTrustedTypesPolicy],
  publicDir: false,
  build: {
    target: 'es2022',
    outDir: 'packages/embed/dist',
    sourcemap: true,
    lib: {
      entry: 'packages/embed/src/index.ts',
      formats: ['iife'],
      name: 'medborgarnavet',
      fileName: () => 'medborgarnavet.js',
    },
  },
});
