/** What tabs tell each other: no word of what is written, and no name. */
const KINDS = ['saved', 'deleted', 'signed-out'] as const;
export type TabNews = (typeof KINDS)[number];

/** The one name, for all pages of the host. */
export const CHANNEL = 'ssbtek-draft';

/** The other tabs of this browser with the same host. */
export class Tabs {
  readonly #id = crypto.randomUUID();
  readonly #hear: (news: TabNews) => void;
  #channel: BroadcastChannel | undefined;

  constructor(hear: (news: TabNews) => void) {
    this.#hear = hear;
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
    this.#channel?.postMessage({ kind, from: this.#id });
  }

  readonly #onMessage = ({ data }: MessageEvent<unknown>): void => {
    if (typeof data !== 'object' || data === null || !('kind' in data)) return;
    const kind = KINDS.find((each) => each === data.kind);
    if (kind) this.#hear(kind);
  };
}
