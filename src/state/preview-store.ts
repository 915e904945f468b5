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
export function createPreviewStore(ports: PreviewPorts, access: PreviewAccess): PreviewStore {
  return new SetUpPicture(ports, access);
}

type PreviewAccess = Pick<AccessStore, 'permit' | 'may' | 'role'>;
type OpenState = Extract<PreviewState, { readonly untilMs: number }>;

class SetUpPicture implements PreviewStore {
  readonly state = signal<PreviewState>({ kind: 'off' });
  readonly problem = signal<Problem | null>(null);
  readonly secondsLeft: ReadonlySignal<number>;
  readonly #ports: PreviewPorts;
  readonly #access: PreviewAccess;
  readonly #nowMs;
  /** The worker has the canvas. */
  #attached = false;
  #stopTicking: () => void = () => undefined;

  constructor(ports: PreviewPorts, access: PreviewAccess) {
    this.#ports = ports;
    this.#access = access;
    this.#nowMs = signal(ports.clock.nowMs());
    this.secondsLeft = computed(() => {
      const { value } = this.state;
      return 'untilMs' in value ? Math.max(0, Math.ceil((value.untilMs - this.#nowMs.value) / 1000)) : 0;
    });
    effect(() => {
      if (!access.may('preview') && this.#open()) void this.#end('ended');
    });
  }

  async open(camera: number): Promise<Result<null>> {
    const { archive, clock } = this.#ports;
    await this.#end('off');
    this.state.value = { kind: 'asking', camera };
    const permitted = await this.#access.permit('preview');
    const note = { code: 'preview-opened', role: 'manager' } as const;
    const noted = permitted.ok
      ? await settleCall(archive.changeAccess({ note }), 'archive-worker-failed')
      : permitted;
    this.problem.value = noted.ok ? null : noted.problem;
    if (!noted.ok) {
      this.state.value = { kind: 'off' };
      return noted;
    }
    this.#attached = false;
    this.#follow(camera, openedAt(clock.nowMs()));
    this.#stopTicking = clock.every(TICK_MS, () => void this.#tick());
    return ok(null);
  }

  async attach(camera: number, canvas: PreviewCanvas): Promise<void> {
    if (this.#open()?.camera !== camera || this.#attached) return;
    const given = await this.#ports.vision.openPreview(camera, canvas);
    this.#attached = given.ok;
    if (given.ok) return;
    this.problem.value = given.problem;
    await this.#end('ended');
  }

  async hold(): Promise<void> {
    const open = this.#open();
    if (!open) return;
    const held = await this.#ports.vision.stepPreview(open.camera, 'hold');
    if (held.ok) this.#follow(open.camera, heldAt(open, this.#ports.clock.nowMs()));
    else await this.#end('ended');
  }

  close(): Promise<void> {
    return this.#end('off');
  }

  #open(): OpenState | null {
    const { value } = this.state;
    return value.kind === 'live' || value.kind === 'still' ? value : null;
  }

  /** The worker is told in any case: what it drew is cleared there. */
  async #end(kind: 'off' | 'ended'): Promise<void> {
    const open = this.#open();
    this.#stopTicking();
    if (kind === 'ended' || this.state.value.kind !== 'ended') this.state.value = { kind };
    if (open) await this.#ports.vision.stepPreview(open.camera, 'close');
  }

  /** Ends with its time, and where the worker has none any more: its camera closed, or it died. */
  async #tick(): Promise<void> {
    this.#nowMs.value = this.#ports.clock.nowMs();
    const open = this.#open();
    if (!open) return;
    if (phaseAt(open, this.#nowMs.value).kind === 'ended') return this.#end('ended');
    if (!this.#attached) return;
    const alive = await this.#ports.vision.stepPreview(open.camera, 'ask');
    if (!alive.ok && this.state.value === open) await this.#end('ended');
  }

  #follow(camera: number, phase: PreviewPhase): void {
    this.#nowMs.value = this.#ports.clock.nowMs();
    this.state.value = phase.kind === 'ended' ? { kind: 'ended' } : { ...phase, camera };
  }
}
