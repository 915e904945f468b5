import type { BrowserContext, Page } from 'playwright-core';

/** What a camera's line of the live view said, from this moment on. */
export interface ShownState {
  readonly atMs: number;
  readonly camera: string;
  readonly phase: string;
  /** The notices beside it, as one text. */
  readonly notices: string;
}

/** Peers that the page has made. */
export interface PeerCount {
  readonly made: number;
  readonly unclosed: number;
}

const LOOK_EVERY_MS = 25;

/** Runs in the page before the app: counts its peers and writes down what it shows of its cameras, without a say in it. */
const SCRIPT = `(() => {
  const peers = [];
  const Peer = RTCPeerConnection;
  globalThis.RTCPeerConnection = class extends Peer {
    constructor(...rest) {
      super(...rest);
      peers.push(this);
    }
  };
  const states = [];
  const last = new Map();
  setInterval(() => {
    const notices = document.querySelector('section[aria-live=polite]')?.textContent ?? '';
    for (const row of document.querySelectorAll('li[data-phase]')) {
      const camera = row.firstElementChild.textContent;
      const { phase } = row.dataset;
      if (last.get(camera) === phase + notices) continue;
      last.set(camera, phase + notices);
      states.push({ atMs: Date.now(), camera, phase, notices });
    }
  }, ${LOOK_EVERY_MS});
  globalThis.kazoeProbe = {
    states,
    peers: () => ({
      made: peers.length,
      unclosed: peers.filter((peer) => peer.connectionState !== 'closed').length,
    }),
  };
})()`;

/** Call before the first page is opened. A reload begins a new probe. */
export function installProbe(context: BrowserContext): Promise<unknown> {
  return context.addInitScript(SCRIPT);
}

/** Everything that the live view has shown since the page was loaded; it must be the view that is open. */
export function shownStates(page: Page): Promise<readonly ShownState[]> {
  return page.evaluate<ShownState[]>('kazoeProbe.states');
}

export function peerCount(page: Page): Promise<PeerCount> {
  return page.evaluate<PeerCount>('kazoeProbe.peers()');
}
