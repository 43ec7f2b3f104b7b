import { defineConfig, type Plugin, type UserConfig } from 'vite';
import embed from './packages/embed/package.json' with { type: 'json' };
import { BUILD_TARGET } from './scripts/floor/floor.ts';
import { isFirstOnPage, type Build } from './scripts/once.ts';

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

/** What stands first inside the script's function, before its Lit: a later copy goes no further. */
function stopUnlessFirst(version: string, modules: readonly string[]): string {
  const tags = modules.flatMap((id) => /elements\/src\/([\w-]+)\/define\.ts$/.exec(id)?.[1] ?? []);
  const build: Build = { version, tags: tags.map((name) => `ssbtek-${name}`) };
  return `if (!(${isFirstOnPage.toString()})(${JSON.stringify(build)})) return;`;
}

/** The one-script build: `packages/embed/dist/medborgarnavet.js`. A test makes one of another version, with fewer tags. */
export function oneScript(version = embed.version, entry = 'packages/embed/src/index.ts'): UserConfig {
  return {
    plugins: [ownTrustedTypesPolicy],
    publicDir: false,
    build: {
      target: BUILD_TARGET,
      outDir: 'packages/embed/dist',
      sourcemap: true,
      lib: { entry, formats: ['iife'], name: 'medborgarnavet', fileName: () => 'medborgarnavet.js' },
      rolldownOptions: {
        output: {
          postBanner: `/*! medborgarnavet ${version}, ${embed.license} */`,
          intro: ({ moduleIds }) => stopUnlessFirst(version, moduleIds),
        },
      },
    },
  };
}

export default defineConfig(oneScript());
