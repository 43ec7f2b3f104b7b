import { renderPage, type Html } from '../../layout.ts';
import { renderShownView, renderTestHead, type ViewParts } from './parts.ts';

/** The view and nothing else: for a window of the participant's own. */
export function aloneTestPage(parts: ViewParts): Html {
  return renderPage(
    { title: 'Bakgrund till siffrorna', head: renderTestHead(parts.integrity) },
    renderShownView(parts, 1),
  );
}
