import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Hono } from 'hono';
import { etag } from 'hono/etag';

const SCRIPT = 'text/javascript; charset=utf-8';
const CSS = 'text/css; charset=utf-8';

/** What the attribute `integrity` says of a script. */
export function integrityOf(script: Uint8Array): string {
  return `sha384-${createHash('sha384').update(script).digest('base64')}`;
}

/** The files that pages load. `no-cache`: a browser asks each time whether its copy is still the newest. */
export function staticFiles(script: Uint8Array): Hono {
  const own = (name: string): Uint8Array => readFileSync(new URL(`../static/${name}`, import.meta.url));
  const jquery = new URL('jquery.min.js', pathToFileURL(createRequire(import.meta.url).resolve('jquery')));
  const files = [
    { path: '/medborgarnavet.js', type: SCRIPT, bytes: script },
    { path: '/exempelkoping.css', type: CSS, bytes: own('exempelkoping.css') },
    { path: '/exempelkoping.svg', type: 'image/svg+xml', bytes: own('exempelkoping.svg') },
    { path: '/e-legitimation.css', type: CSS, bytes: own('e-legitimation.css') },
    { path: '/exempel.css', type: CSS, bytes: own('exempel.css') },
    { path: '/testledning.css', type: CSS, bytes: own('testledning.css') },
    { path: '/tabell.js', type: SCRIPT, bytes: own('tabell.js') },
    { path: '/granska.js', type: SCRIPT, bytes: own('granska.js') },
    { path: '/utloggad.js', type: SCRIPT, bytes: own('utloggad.js') },
    { path: '/lamna.js', type: SCRIPT, bytes: own('lamna.js') },
    { path: '/testledning.js', type: SCRIPT, bytes: own('testledning.js') },
    { path: '/dialog.js', type: SCRIPT, bytes: own('dialog.js') },
    { path: '/jquery.js', type: SCRIPT, bytes: readFileSync(jquery) },
  ];
  const app = new Hono();
  app.use(etag());
  for (const { path, type, bytes } of files) {
    const body = new Uint8Array(bytes);
    app.get(path, (c) => c.body(body, 200, { 'content-type': type, 'cache-control': 'no-cache' }));
  }
  return app;
}
