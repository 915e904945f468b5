import { spawn } from 'node:child_process';
import { endProgram, endWithUs } from './child-program.ts';
import { encodedClip, type Clip } from './footage.ts';

/** A camera's stream as RTP on loopback. */
export interface Feed {
  /** Stops or resumes it while the gateway stays alive: the case that tells the browser nothing. */
  setRunning(running: boolean): void;
  end(): Promise<void>;
}

export interface FeedOptions {
  readonly clip: Clip;
  readonly rtpPort: number;
  /** Again and again; otherwise once. */
  readonly loops: boolean;
}

/** Sends a clip in its own time, copied and not encoded. Small enough packets for a relay to add to. */
export function startFeed({ clip, rtpPort, loops }: FeedOptions): Feed {
  const input = ['-re', ...(loops ? ['-stream_loop', '-1'] : []), '-i', encodedClip(clip)];
  const output = ['-an', '-c:v', 'copy', '-payload_type', '96', '-f', 'rtp'];
  const child = spawn(
    'ffmpeg',
    ['-v', 'error', ...input, ...output, `rtp://127.0.0.1:${rtpPort}?pkt_size=1200`],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  endWithUs(child);
  return {
    setRunning: (running) => void child.kill(running ? 'SIGCONT' : 'SIGSTOP'),
    end: () => endProgram(child),
  };
}
