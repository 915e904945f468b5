import { computed, effect, signal, type ReadonlySignal } from '@preact/signals-core';
import type { ArchiveApi } from '../contracts/archive.ts';
import type { ClockPort, PreviewCanvas, VisionPort } from '../contracts/ports.ts';
import { heldAt, openedAt, phaseAt, type PreviewPhase } from '../core/preview/preview-timer.ts';
import { ok, type Problem, type Result } from '../core/result.ts';
import type { AccessStore } from './access-store.ts';
import { settleCall } from './settle-call.ts';

/** Where the set-up picture stands. `ended`: its time is over, or its camera or its role is gone. */
export type PreviewState =
  | { readonly kind: 'off' | 'ended' }
  | { readonly kind: 'asking'; readonly camera: number }
  | { readonly kind: 'live' | 'still'; readonly camera: number; readonly untilMs: number };

/** 下絵: one camera at a time, for a minute, or held still for a quarter of an hour to draw on. */
export interface PreviewStore {
  readonly state: ReadonlySignal<PreviewState>;
  /** Whole seconds that are left; 0 where none is open. */
  readonly secondsLeft: ReadonlySignal<number>;
  /** Why it was not opened. */
  readonly problem: ReadonlySignal<Problem | null>;
  /** Asks for the manager's PIN where need be and notes the opening; nothing is shown where it cannot be noted. */
  open(camera: number): Promise<Result<null>>;
  /** Gives the worker the canvas to draw into: each opening needs a new one. */
  attach(camera: number, canvas: PreviewCanvas): Promise<void>;
  /** Holds the picture still to draw on. */
  hold(): Promise<void>;
  /** Ends and clears it. */
  close(): Promise<void>;
}

export interface PreviewPorts {
  readonly archive: Pick<ArchiveApi, 'changeAccess'>;
  readonly clock: ClockPort;
  readonly vision: Pick<VisionPort, 'openPreview' | 'stepPreview'>;
}

const TICK_MS = 1000;

/** The set-up picture of the cameras that are counted. It ends when the role does. */
export function createPreviewStore(
  { archive, clock, vision }: PreviewPorts,
  access: Pick<AccessStore, 'permit' | 'may' | 'role'>,
): PreviewStore {
  const state = signal<PreviewState>({ kind: 'off' });
  const nowMs = signal(clock.nowMs());
  const problem = signal<Problem | null>(null);
  let stopTicking: () => void = () => undefined;

  const opened = () => {
    const { value } = state;
    return value.kind === 'live' || value.kind === 'still' ? value : null;
  };

  /** The worker is told in any case: what it drew is cleared there. */
  async function end(kind: 'off' | 'ended'): Promise<void> {
    const open = opened();
    stopTicking();
    state.value = { kind };
    if (open) await vision.stepPreview(open.camera, 'close');
  }

  async function tick(): Promise<void> {
    nowMs.value = clock.nowMs();
    const open = opened();
    if (!open) return;
    if (phaseAt(open, nowMs.value).kind === 'ended') return end('ended');
    if (!attached) return;
    const alive = await vision.stepPreview(open.camera, 'ask');
    if (!alive.ok && opened()?.camera === open.camera && attached) await end('ended');
  }

  let attached = false;

  function follow(camera: number, phase: PreviewPhase): void {
    nowMs.value = clock.nowMs();
    state.value = phase.kind === 'ended' ? { kind: 'ended' } : { ...phase, camera };
  }

  effect(() => {
    access.role.value; // eslint-disable-line @typescript-eslint/no-unused-expressions -- what it waits for
    if (opened() && !access.may('preview')) void end('ended');
  });

  return {
    state,
    secondsLeft: computed(() => {
      const { value } = state;
      return 'untilMs' in value ? Math.max(0, Math.ceil((value.untilMs - nowMs.value) / 1000)) : 0;
    }),
    problem,

    async open(camera) {
      await end('off');
      state.value = { kind: 'asking', camera };
      const permitted = await access.permit('preview');
      const noted = permitted.ok
        ? await settleCall(
            archive.changeAccess({ note: { code: 'preview-opened', role: 'manager' } }),
            'archive-worker-failed',
          )
        : permitted;
      problem.value = noted.ok ? null : noted.problem;
      if (!noted.ok) {
        state.value = { kind: 'off' };
        return noted;
      }
      attached = false;
      follow(camera, openedAt(clock.nowMs()));
      stopTicking = clock.every(TICK_MS, () => void tick());
      return ok(null);
    },

    async attach(camera, canvas) {
      if (opened()?.camera !== camera || attached) return;
      const given = await vision.openPreview(camera, canvas);
      attached = given.ok;
      if (given.ok) return;
      problem.value = given.problem;
      await end('ended');
    },

    async hold() {
      const open = opened();
      if (!open) return;
      const held = await vision.stepPreview(open.camera, 'hold');
      if (held.ok) follow(open.camera, heldAt(open, clock.nowMs()));
      else await end('ended');
    },

    close: () => end('off'),
  };
}
