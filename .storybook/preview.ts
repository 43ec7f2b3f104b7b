import '@medborgarnavet/embed';
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { setupWorker } from 'msw/browser';
import { mswLoader } from 'msw-storybook-addon/csf3';
import manifest from '../packages/elements/dist/custom-elements.json';
import { themes, wearTheme } from './themes.ts';

setCustomElementsManifest(manifest);

const worker = setupWorker();
// At once, and not with the first story: on a docs page each story is a frame, and the last to leave stops the worker.
const started = worker.start({
  quiet: true,
  onUnhandledFrame: 'bypass',
  // Relative, so that a static build can be served from any folder.
  serviceWorker: { url: './mockServiceWorker.js' },
});

/** A worker that the page before was about to stop may run and yet not answer this page; after a reload it does. */
async function answering(): Promise<typeof worker> {
  await started;
  if (navigator.serviceWorker.controller) return worker;
  location.reload();
  return new Promise(() => undefined);
}

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: {
    theme: { toolbar: { title: 'Theme', icon: 'paintbrush', items: themes, dynamicTitle: true } },
  },
  initialGlobals: { theme: 'none' },
  decorators: [
    (story, { globals }) => {
      wearTheme(globals['theme']);
      return story();
    },
  ],
  loaders: [mswLoader(answering)],
  // The stories are in Swedish; the docs pages around them are in English.
  beforeEach() {
    const { lang } = document.documentElement;
    document.documentElement.lang = 'sv';
    return () => {
      document.documentElement.lang = lang;
    };
  },
  // Events, parts and custom properties are listed on the docs page; nothing can be set there.
  argTypesEnhancers: [
    ({ argTypes }) =>
      Object.fromEntries(
        Object.entries(argTypes).map(([name, type]) => [
          name,
          type.table?.category === 'attributes' ? type : { ...type, control: false },
        ]),
      ),
  ],
  parameters: {
    a11y: { test: 'error' },
    docs: {
      // Each story in a frame of its own: only there does it get its own scenario and its play function.
      story: { inline: false, height: '56rem' },
    },
    options: {
      storySort: {
        order: [
          'Introduction',
          'ssbtek-prefill',
          ['States', 'Corrections', 'Again', 'The page’s choice', 'Looks', 'Failures'],
          'ssbtek-income-view',
          ['States', 'Personas', ['Months', 'Payments', 'Details']],
        ],
      },
    },
  },
};

export default preview;
