import type { FrameLedger } from '../../src/contracts/tally.ts';

/** What a supply knows of its frames: all but what was done with those that it handed on. */
export type SupplyLedger = Omit<FrameLedger, 'gated'>;

/** Frames of one camera, one at a time. It owns each frame until `take` hands it on. */
export interface FrameSupply {
  /** Resolves when a frame is there to take (true) or never will be (false). */
  ready(): Promise<boolean>;
  /** The newest frame; the caller closes it and reports with `closed`. Null when there is none. */
  take(): VideoFrame | null;
  /** A taken frame was closed after use. One that is said to be closed and is not stays in the ledger as alive. */
  closed(): void;
  ledger(): SupplyLedger;
  /** Longest that a frame was alive, from its arrival to its closing, ms. */
  longestFrameMs(): number;
  /** Ends the stream; nothing is ready afterwards. */
  close(): void;
}

/**
 * Reads a stream. With `targetFps` a number, frames come as they are captured and the newest due one is kept: what
 * comes too early or is overtaken is closed unread. With null every frame is read, each after the one before.
 */
export function createFrameSupply(frames: ReadableStream<VideoFrame>, targetFps: number | null): FrameSupply {
  return new StreamSupply(frames, targetFps);
}

/** A frame that has not been closed, and when it arrived (`performance.now`). */
interface AliveFrame {
  readonly frame: VideoFrame;
  readonly arrivedMs: number;
}

class StreamSupply implements FrameSupply {
  readonly #reader: ReadableStreamDefaultReader<VideoFrame>;
  readonly #isDue: ((timestampUs: number) => boolean) | null;
  #held: VideoFrame | null = null;
  /** All that were received and are not closed. Bounded: the page ends a worker in which two stay. */
  #alive: AliveFrame[] = [];
  #longestMs = 0;
  #ended = false;
  #wake: (() => void) | null = null;
  #received = 0;
  #taken = 0;
  #skipped = 0;
  #closed = 0;

  constructor(frames: ReadableStream<VideoFrame>, targetFps: number | null) {
    this.#reader = frames.getReader();
    this.#isDue = targetFps === null ? null : createPacer(targetFps);
    if (this.#isDue) void this.#keepNewest(this.#isDue);
  }

  async ready(): Promise<boolean> {
    if (!this.#isDue && !this.#held) await this.#receive();
    while (!this.#held && !this.#ended) {
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    return this.#held !== null;
  }

  take(): VideoFrame | null {
    const frame = this.#held;
    this.#held = null;
    if (frame) this.#taken += 1;
    return frame;
  }

  closed(): void {
    this.#strikeClosed();
  }

  ledger(): SupplyLedger {
    return {
      received: this.#received,
      analysed: this.#taken,
      skipped: this.#skipped,
      closed: this.#closed,
      alive: this.#alive.length,
    };
  }

  longestFrameMs(): number {
    return this.#longestMs;
  }

  close(): void {
    this.#end();
    this.#skip();
    // Not awaited: a source that does not answer must not hold up the end. One that broke off is closed as well.
    void this.#reader.cancel().catch(() => undefined);
  }

  async #keepNewest(isDue: (timestampUs: number) => boolean): Promise<void> {
    while (await this.#receive(isDue)) this.#wakeUp();
  }

  /** Reads one frame; false when there are no more. */
  async #receive(isDue: (timestampUs: number) => boolean = () => true): Promise<boolean> {
    const frame = await this.#read();
    if (!frame) {
      this.#end();
      return false;
    }
    // A frame that still waits for its turn is replaced by any newer one.
    const due = !this.#ended && (this.#held !== null || isDue(frame.timestamp));
    if (due) this.#skip();
    this.#received += 1;
    this.#alive.push({ frame, arrivedMs: performance.now() });
    this.#held = due ? frame : this.#held;
    if (!due) this.#drop(frame);
    return !this.#ended;
  }

  async #read(): Promise<VideoFrame | null> {
    try {
      const { value, done } = await this.#reader.read();
      return done ? null : value;
    } catch {
      return null; // the source broke off; the page knows why and records the gap
    }
  }

  /** Gives up the frame that waits. */
  #skip(): void {
    if (this.#held) this.#drop(this.#held);
    this.#held = null;
  }

  #drop(frame: VideoFrame): void {
    frame.close();
    this.#strikeClosed();
    this.#skipped += 1;
  }

  /** Asks the frames themselves: nobody's word is taken for it. */
  #strikeClosed(): void {
    const closed = this.#alive.filter(({ frame }) => isClosed(frame));
    const nowMs = performance.now();
    for (const { arrivedMs } of closed) this.#longestMs = Math.max(this.#longestMs, nowMs - arrivedMs);
    this.#alive = this.#alive.filter((alive) => !closed.includes(alive));
    this.#closed += closed.length;
  }

  #end(): void {
    this.#ended = true;
    this.#wakeUp();
  }

  #wakeUp(): void {
    this.#wake?.();
    this.#wake = null;
  }
}

/** A closed frame has no size (WebCodecs, 9.4.5 "Close VideoFrame"). */
function isClosed(frame: VideoFrame): boolean {
  return frame.codedWidth === 0;
}

/** Tells which frames are due so that `targetFps` are, on average, however the camera's own rate relates to it. */
function createPacer(targetFps: number): (timestampUs: number) => boolean {
  const periodUs = 1e6 / targetFps;
  /** A camera of the very rate that is wanted jitters around it. */
  const slackUs = periodUs / 10;
  let dueUs = -Infinity;
  return (timestampUs) => {
    const isLate = timestampUs > dueUs + periodUs || timestampUs < dueUs - 2 * periodUs;
    if (!isLate && timestampUs < dueUs - slackUs) return false;
    dueUs = isLate ? timestampUs + periodUs : dueUs + periodUs;
    return true;
  };
}
