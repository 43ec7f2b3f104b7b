import { html, type TemplateResult } from 'lit';
import type { ShownDay, ShownSentence } from './access-log.shown.ts';
import type { AccessLogDrawing } from './access-log.template.ts';

/** When what was kept has been shown: behind a button, and always on paper. */
export function renderShown(days: readonly ShownDay[], drawing: AccessLogDrawing): TemplateResult {
  const { texts, headingLevel, isOpen, toggle } = drawing;
  const { shown } = texts;
  return html`<div class="day" part="shown">
    <button
      type="button"
      class="link"
      part="link-button"
      aria-expanded=${isOpen}
      aria-controls="shown"
      @click=${toggle}
    >
      <span .textContent=${isOpen ? shown.close : shown.open}></span>
    </button>
    <div id="shown" ?hidden=${!isOpen}>
      <div
        class="subheading on-paper"
        role="heading"
        aria-level=${headingLevel + 1}
        .textContent=${shown.heading}
      ></div>
      <p class="measure" .textContent=${shown.toWhom}></p>
      <ul aria-label=${shown.heading}>
        ${days.map(renderShownDay)}
      </ul>
    </div>
  </div>`;
}

function renderShownDay({ date, label, sentences }: ShownDay): TemplateResult {
  return html`<li class="line" part="line">
    <time class="when" datetime=${date} .textContent=${label}></time>
    <div>${sentences.map(renderSentence)}</div>
  </li>`;
}

/** The time in it as a time. A host's own words may have none. */
function renderSentence({ text, at, time }: ShownSentence): TemplateResult {
  const place = text.lastIndexOf(time);
  if (place < 0) return html`<p .textContent=${text}></p>`;
  const [before, after] = [text.slice(0, place), text.slice(place + time.length)];
  return html`<p>
    <span .textContent=${before}></span><time datetime=${at} .textContent=${time}></time
    ><span .textContent=${after}></span>
  </p>`;
}
