import type { Credential } from '../../contracts/archive.ts';
import type { OpenedCamera } from '../../contracts/ports.ts';
import { failed, ok, type Problem, type Result } from '../../core/result.ts';
import { afterLoss, problemOfLoss } from '../../core/whep/quick-losses.ts';
import { mayConnectTo } from '../platform/connect-origins.ts';
import { framesOf } from './frame-pump.ts';
import { readPeerStats } from './read-stats.ts';
import { onDisconnected, videoOf } from './receiving-peer.ts';
import { createStreamEnd, type StreamEnd } from './stream-end.ts';
import { watchDecoding } from './watch-decoding.ts';
import { endWhepSession, openWhepSession, type WhepSession } from './whep-session.ts';

const NEVER = new Promise<void>(() => undefined);

/** Opens WHEP cameras and remembers which of them are dropped again and again. */
export class WhepCameras {
  /** How often in a row each address was lost at once; at most one entry for each camera of this page's life. */
  readonly #quickLosses = new Map<string, number>();

  /**
   * Receives the video of a WHEP gateway (draft-ietf-wish-whep), never sends any. Resolves when the media connection
   * stands; `ended` tells its loss, and what comes of data that is no picture.
   */
  async open(
    url: string,
    credential: Credential | null,
    abandoned: Promise<void> = NEVER,
  ): Promise<Result<OpenedCamera>> {
    if (!mayConnectTo(url)) return failed('camera-origin-not-allowed');
    const session = await openWhepSession({ url, credential }, abandoned);
    if (!session.ok) return session;
    const openedMs = performance.now();
    return ok(watch(session.value, () => this.#lost(url, performance.now() - openedMs)));
  }

  #lost(url: string, livedMs: number): Problem {
    const losses = afterLoss(this.#quickLosses.get(url) ?? 0, livedMs);
    if (losses === 0) this.#quickLosses.delete(url);
    else this.#quickLosses.set(url, losses);
    return problemOfLoss(losses);
  }
}

function watch(session: WhepSession, problemOfNow: () => Problem): OpenedCamera {
  const { peer } = session;
  const track = videoOf(peer);
  const stats = () => (peer.signalingState === 'closed' ? Promise.resolve(null) : readPeerStats(peer));
  const end: StreamEnd = createStreamEnd(() => {
    removeEventListener('pagehide', onPageHide);
    stopWatching();
    track.stop();
    void endWhepSession(session);
  });
  const onPageHide = () => end.settle(null);
  const onLost = () => {
    if (!end.isOver()) end.settle(problemOfNow());
  };
  const stopWatching = watchDecoding(stats, (problem) => end.settle(problem));
  onDisconnected(peer, onLost);
  track.addEventListener('ended', onLost, { once: true });
  addEventListener('pagehide', onPageHide, { once: true });
  return {
    get frames() {
      return framesOf(track);
    },
    startsAtMs: null,
    everyFrame: false,
    ended: end.promise,
    stats,
    close: () => end.settle(null),
  };
}
