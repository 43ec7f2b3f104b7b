import { randomId } from '../random-id.ts';

/** What tabs tell each other: no word of what is written, and no name. Signing out and in is for all. */
const KINDS = ['saved', 'deleted', 'signed-out', 'signed-in'] as const;
export type TabNews = (typeof KINDS)[number];

/** The one name, for all pages of the host. */
export const CHANNEL = 'ssbtek-draft';

/** The other tabs of this browser with the same host. What is saved or deleted matters to those with the same application. */
export class Tabs {
  readonly #id = randomId();
  readonly #hear: (news: TabNews) => void;
  readonly #endpoint: () => string;
  #channel: BroadcastChannel | undefined;

  /** @param endpoint where the application is kept; empty for where the page keeps it in a way of its own. */
  constructor(hear: (news: TabNews) => void, endpoint: () => string = () => '') {
    this.#hear = hear;
    this.#endpoint = endpoint;
  }

  open(): void {
    if (this.#channel) return;
    this.#channel = new BroadcastChannel(CHANNEL);
    this.#channel.addEventListener('message', this.#onMessage);
  }

  /** An open channel can keep a page out of the back/forward cache. */
  close(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }

  tell(kind: TabNews): void {
    const endpoint = addressOf(this.#endpoint());
    const session = kind === 'signed-in' ? { session: sessionOfPage() } : {};
    this.#channel?.postMessage({ kind, from: this.#id, endpoint, ...session });
  }

  readonly #onMessage = ({ data }: MessageEvent<unknown>): void => {
    if (typeof data !== 'object' || data === null || !('kind' in data)) return;
    const kind = KINDS.find((each) => each === data.kind);
    if (!kind) return;
    const endpoint = 'endpoint' in data ? data.endpoint : '';
    // A page of the same sign-in says nothing new.
    if (kind === 'signed-in' && 'session' in data && data.session === sessionOfPage()) return;
    if (kind === 'signed-out' || kind === 'signed-in' || endpoint === addressOf(this.#endpoint()))
      this.#hear(kind);
  };
}

/**
 * Tells the other tabs which sign-in this page was made for, where the page says so: `data-ssbtek-session` on any element, with a word that
 * is chosen at random for each sign-in. It is not the session's own name, and tells nothing of the person.
 */
export function tellSignIn(): void {
  if (sessionOfPage() === '') return;
  const tabs = new Tabs(() => undefined);
  tabs.open();
  tabs.tell('signed-in');
  tabs.close();
}

function sessionOfPage(): string {
  return document.querySelector('[data-ssbtek-session]')?.getAttribute('data-ssbtek-session') ?? '';
}

/** However a page writes it. */
function addressOf(endpoint: string): string {
  if (endpoint === '') return '';
  try {
    const { origin, pathname } = new URL(endpoint, document.baseURI);
    return origin + pathname.replace(/\/$/, '');
  } catch {
    return '';
  }
}
