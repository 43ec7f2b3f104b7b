import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import ts from 'typescript-eslint';

/** Which packages each package may import: the dependency direction of docs/decisions/0002. */
const mayImport = {
  model: [],
  client: ['model'],
  elements: ['model'],
  embed: ['client', 'elements', 'model'],
  ssbtek: ['model'],
  host: ['model'],
  simulator: [],
  mocks: ['model'],
};

const packageNames = Object.keys(mayImport);

function onlyAllowedImports([name, allowed]) {
  const forbidden = packageNames.filter((other) => other !== name && !allowed.includes(other));
  return {
    files: [`packages/${name}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: [
                ...forbidden.flatMap((other) => [`@medborgarnavet/${other}`, `@medborgarnavet/${other}/*`]),
                '@medborgarnavet/demo',
                '../../../*',
              ],
              message: `packages/${name} may import ${allowed.join(', ') || 'no other package'} only (docs/decisions/0002).`,
            },
          ],
        },
      ],
    },
  };
}

export default ts.config(
  { ignores: ['**/dist/**', 'storybook-static/**', '**/node_modules/**', '.storybook/public/**'] },
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  ts.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'no-console': 'error',
    },
  },
  {
    // The clock, chance and timers are arguments in the packages, so that a test can hold them.
    files: ['packages/{model,ssbtek,host,simulator}/src/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Take a clock as argument.',
        },
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Take a clock as argument.',
        },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'Take chance as argument.',
        },
      ],
    },
  },
  {
    files: ['packages/elements/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/best-practice'], litA11y.configs.recommended],
  },
  ...Object.entries(mayImport).map(onlyAllowedImports),
  {
    // An example is a host: it chooses who asks the authorities, which the package does not know.
    files: ['packages/host/examples/*.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['scripts/**', 'demo/src/main.ts', '**/bin/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
);
