import type { RequestCounts } from '../../src/contracts/review.ts';
import type { Route } from './route.ts';

/** More origins than any shop has cameras; further ones are counted together. */
const MOST_ORIGINS = 50;
const OTHERS = '…';

/** Counts what was asked for, by origin: no address, no time. */
export class RequestCounter {
  readonly #sinceMs: number;
  readonly #cameras = new Map<string, number>();
  readonly #refused = new Map<string, number>();
  #ownFiles = 0;

  constructor(sinceMs: number) {
    this.#sinceMs = sinceMs;
  }

  note(route: Route, url: { readonly origin: string; readonly isOwn: boolean }): void {
    if (route.kind === 'refuse') addTo(this.#refused, url.origin);
    else if (url.isOwn) this.#ownFiles += 1;
    else addTo(this.#cameras, url.origin);
  }

  counts(): RequestCounts {
    return {
      sinceMs: this.#sinceMs,
      ownFiles: this.#ownFiles,
      cameras: Object.fromEntries(this.#cameras),
      refused: Object.fromEntries(this.#refused),
    };
  }
}

function addTo(counts: Map<string, number>, origin: string): void {
  const key = counts.has(origin) || counts.size < MOST_ORIGINS ? origin : OTHERS;
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
