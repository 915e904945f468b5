import { spawn } from 'node:child_process';
import { endProgram, endWithUs } from './child-program.ts';
import { encodedClip, type Clip } from './footage.ts';
import type { CameraInlet } from './gateway.ts';

/** A camera's stream on loopback. */
export interface Feed {
  /** Stops or resumes it while the gateway stays alive: the case that tells the browser nothing. */
  setRunning(running: boolean): void;
  end(): Promise<void>;
}

export interface FeedOptions {
  readonly clip: Clip;
  readonly to: CameraInlet;
  /** Again and again; otherwise once. */
  readonly loops: boolean;
}

/** Sends a clip in its own time, copied and not encoded. Small enough packets for a relay to add to. */
export function startFeed({ clip, to, loops }: FeedOptions): Feed {
  const input = ['-re', ...(loops ? ['-stream_loop', '-1'] : []), '-i', encodedClip(clip)];
  const child = spawn('ffmpeg', ['-v', 'error', ...input, '-an', '-c:v', 'copy', ...outputTo(to)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  endWithUs(child);
  return {
    setRunning: (running) => void child.kill(running ? 'SIGCONT' : 'SIGSTOP'),
    end: () => endProgram(child),
  };
}

function outputTo(to: CameraInlet): readonly string[] {
  if (to.kind === 'rtsp') return ['-f', 'rtsp', '-rtsp_transport', 'tcp', to.url];
  return ['-payload_type', '96', '-f', 'rtp', `rtp://127.0.0.1:${to.port}?pkt_size=1200`];
}
