import { computed, signal, type ReadonlySignal } from '@preact/signals-core';
import type {
  AccessChange,
  AccessRecord,
  LockRecord,
  SecretPort,
  SecretRecord,
} from '../contracts/access.ts';
import type { ArchiveApi } from '../contracts/archive.ts';
import type { ClockPort } from '../contracts/ports.ts';
import { isLocked, metAt, NO_LOCK, noteTry, type LockOut } from '../core/access/lock-out.ts';
import { isPermitted, rolesFor, type Permission, type SignedRole } from '../core/access/permissions.ts';
import { judgePin, normalisePin, type PinFault } from '../core/access/pin-rules.ts';
import { normaliseRecovery, RECOVERY_BYTES, recoveryCode } from '../core/access/recovery-code.ts';
import { failed, ok, type Problem, type Result } from '../core/result.ts';
import { settleCall } from './settle-call.ts';

/** Why a PIN was not taken. */
export type PinProblem =
  | { readonly code: 'wrong' | 'in-use' | 'no-recovery' | PinFault }
  | { readonly code: 'locked'; readonly untilMs: number }
  /** PINs cannot be read or kept now. */
  | { readonly code: 'storage'; readonly problem: Problem };

/** Lets an action go ahead, where need be once a PIN was given. `not-permitted`: none was. */
export type Permit = (permission: Permission) => Promise<Result<null>>;

/** 役割とPIN. Who is signed in is known to this tab's memory alone, and ends after ten minutes without use. */
export interface AccessStore {
  /** A manager's PIN is set: until then everything is open. Null: not read yet, and all that needs a PIN is shut. */
  readonly hasPin: ReadonlySignal<boolean | null>;
  readonly hasMerchandiser: ReadonlySignal<boolean>;
  readonly role: ReadonlySignal<SignedRole | null>;
  /** What somebody wants to do and may not yet: the page asks for a PIN. */
  readonly asked: ReadonlySignal<Permission | null>;
  may(permission: Permission): boolean;
  readonly permit: Permit;
  load(): Promise<Result<null>>;
  /** Signs in with the PIN of a role that may do it; everything that waited for it goes ahead. */
  signIn(pin: string, permission: Permission): Promise<Result<SignedRole, PinProblem>>;
  signOut(): void;
  /** What waits for a PIN is refused. */
  cancel(): void;
  /** Somebody uses the page. */
  touch(): void;
  /** Sets or changes a PIN. The first manager's PIN brings the recovery code, which is told this once. */
  setPin(
    role: SignedRole,
    pin: string,
  ): Promise<Result<{ readonly recoveryCode: string | null }, PinProblem>>;
  /** Takes the merchandiser's PIN away; the manager's takes all of them, and everything is open again. */
  removePin(role: SignedRole): Promise<Result<null, PinProblem>>;
  /** A new manager's PIN for the recovery code, which is used up: another one comes back. */
  recover(code: string, pin: string): Promise<Result<{ readonly recoveryCode: string }, PinProblem>>;
}

export interface AccessPorts {
  readonly archive: Pick<ArchiveApi, 'readAccess' | 'changeAccess'>;
  readonly secrets: SecretPort;
  readonly clock: ClockPort;
}

/** How long somebody stays signed in without touching the page. */
export const IDLE_MS = 10 * 60_000;
const IDLE_CHECK_MS = 5000;

/** PINs over the archive. */
export function createAccessStore(ports: AccessPorts): AccessStore {
  return new Access(ports);
}

interface Waiting {
  readonly permission: Permission;
  readonly settle: (answer: Result<null>) => void;
}

class Access implements AccessStore {
  readonly role = signal<SignedRole | null>(null);
  readonly hasPin: ReadonlySignal<boolean | null>;
  readonly hasMerchandiser: ReadonlySignal<boolean>;
  readonly asked: ReadonlySignal<Permission | null>;
  readonly #ports: AccessPorts;
  readonly #records = signal<readonly AccessRecord[] | null>(null);
  readonly #waiting = signal<readonly Waiting[]>([]);
  #usedAtMs = 0;
  #stopIdle: () => void = () => undefined;

  constructor(ports: AccessPorts) {
    this.#ports = ports;
    this.hasPin = computed(() => this.#records.value && this.#secret('manager') !== null);
    this.hasMerchandiser = computed(() => this.#secret('merchandiser') !== null);
    this.asked = computed(() => this.#waiting.value[0]?.permission ?? null);
  }

  may(permission: Permission): boolean {
    // What is not known is taken as set: it fails shut.
    return isPermitted(permission, this.role.value, this.hasPin.value !== false);
  }

  readonly permit: Permit = async (permission) => {
    if (this.#isIdle()) this.signOut();
    if (this.hasPin.peek() === null) await this.load();
    if (this.may(permission)) return ok(null);
    if (this.hasPin.peek() === false) return notPermitted(permission);
    return new Promise((settle) => {
      this.#waiting.value = [...this.#waiting.peek(), { permission, settle }];
    });
  };

  async load(): Promise<Result<null>> {
    const read = await settleCall(this.#ports.archive.readAccess(), 'archive-worker-failed');
    if (!read.ok) return read;
    this.#records.value = read.value;
    return ok(null);
  }

  async signIn(pin: string, permission: Permission): Promise<Result<SignedRole, PinProblem>> {
    const tried = await this.#try(rolesFor(permission), async (role) =>
      this.#matches(role, normalisePin(pin)),
    );
    if (!tried.ok) return tried;
    this.role.value = tried.value;
    this.#usedAtMs = this.#ports.clock.nowMs();
    this.#watchIdle();
    this.#goAhead();
    return tried;
  }

  signOut(): void {
    this.#stopIdle();
    this.role.value = null;
  }

  cancel(): void {
    const waiting = this.#waiting.peek();
    this.#waiting.value = [];
    for (const { permission, settle } of waiting) settle(notPermitted(permission));
  }

  touch(): void {
    if (this.#isIdle()) this.signOut();
    this.#usedAtMs = this.#ports.clock.nowMs();
  }

  async setPin(
    role: SignedRole,
    pin: string,
  ): Promise<Result<{ readonly recoveryCode: string | null }, PinProblem>> {
    const problem = (await this.#allowed()) ?? (await this.#faultOf(role, pin));
    if (problem) return { ok: false, problem };
    const isNew = this.#secret(role) === null;
    const isFirst = isNew && role === 'manager';
    const recovery = isFirst ? await this.#newRecovery() : null;
    const changed = await this.#change({
      put: [await this.#proved(role, pin), ...(recovery ? [recovery.record] : []), lockRecord(role, NO_LOCK)],
      note: { code: isNew ? 'pin-set' : 'pin-changed', role },
    });
    return changed.ok ? ok({ recoveryCode: recovery?.code ?? null }) : changed;
  }

  async removePin(role: SignedRole): Promise<Result<null, PinProblem>> {
    const problem = await this.#allowed();
    if (problem) return { ok: false, problem };
    const all = ['manager', 'merchandiser', 'recovery', 'manager-lock', 'merchandiser-lock'] as const;
    const remove = role === 'manager' ? all : (['merchandiser', 'merchandiser-lock'] as const);
    const changed = await this.#change({ remove, note: { code: 'pin-removed', role } });
    if (changed.ok && role === 'manager') this.signOut();
    return changed;
  }

  async recover(code: string, pin: string): Promise<Result<{ readonly recoveryCode: string }, PinProblem>> {
    const known = await this.load();
    if (!known.ok) return { ok: false, problem: { code: 'storage', problem: known.problem } };
    if (!this.#secret('recovery')) return { ok: false, problem: { code: 'no-recovery' } };
    const fault = await this.#faultOf('manager', pin);
    if (fault) return { ok: false, problem: fault };
    const tried = await this.#try(['manager'], () => this.#matches('recovery', normaliseRecovery(code)));
    if (!tried.ok) return tried;
    const recovery = await this.#newRecovery();
    const changed = await this.#change({
      put: [await this.#proved('manager', pin), recovery.record],
      note: { code: 'recovery-used', role: 'manager' },
    });
    return changed.ok ? ok({ recoveryCode: recovery.code }) : changed;
  }

  /** Counts a try for each role that is not locked, then asks which of them it is right for. */
  async #try(
    roles: readonly SignedRole[],
    isRight: (role: SignedRole) => Promise<boolean>,
  ): Promise<Result<SignedRole, PinProblem>> {
    const known = await this.load();
    if (!known.ok) return { ok: false, problem: { code: 'storage', problem: known.problem } };
    const nowMs = this.#ports.clock.nowMs();
    const set = roles.filter((role) => this.#secret(role) !== null);
    const open = set.filter((role) => !isLocked(this.#lock(role), nowMs));
    if (open.length === 0) return this.#locked(set);
    const noted = await this.#change({
      put: open.map((role) => lockRecord(role, noteTry(this.#lock(role), nowMs))),
    });
    if (!noted.ok) return noted;
    for (const role of open) {
      if (!(await isRight(role))) continue;
      const forgiven = await this.#change({ put: [lockRecord(role, NO_LOCK)] });
      return forgiven.ok ? ok(role) : forgiven;
    }
    for (const role of open) {
      if (isLocked(this.#lock(role), nowMs)) await this.#change({ note: { code: 'access-locked', role } });
    }
    return set.every((role) => isLocked(this.#lock(role), nowMs))
      ? this.#locked(set)
      : { ok: false, problem: { code: 'wrong' } };
  }

  #locked(roles: readonly SignedRole[]): Result<never, PinProblem> {
    const untilMs = Math.min(...roles.map((role) => this.#lock(role).untilS * 1000));
    return { ok: false, problem: Number.isFinite(untilMs) ? { code: 'locked', untilMs } : { code: 'wrong' } };
  }

  /** Whoever sets the first PIN needs none. */
  async #allowed(): Promise<PinProblem | null> {
    const permitted = await this.permit('change');
    return permitted.ok ? null : { code: 'storage', problem: permitted.problem };
  }

  /** Two roles with one PIN could not be told apart. */
  async #faultOf(role: SignedRole, pin: string): Promise<PinProblem | null> {
    const fault = judgePin(pin);
    if (fault) return { code: fault };
    const other = role === 'manager' ? 'merchandiser' : 'manager';
    return (await this.#matches(other, normalisePin(pin))) ? { code: 'in-use' } : null;
  }

  async #matches(key: SecretRecord['key'], secret: string): Promise<boolean> {
    const record = this.#secret(key);
    return record !== null && this.#ports.secrets.matches(secret, record);
  }

  async #proved(key: SignedRole, pin: string): Promise<SecretRecord> {
    return { key, ...(await this.#ports.secrets.prove(normalisePin(pin))) };
  }

  async #newRecovery(): Promise<{ readonly code: string; readonly record: SecretRecord }> {
    const { secrets } = this.#ports;
    const code = recoveryCode(secrets.randomBytes(RECOVERY_BYTES));
    return { code, record: { key: 'recovery', ...(await secrets.prove(normaliseRecovery(code))) } };
  }

  async #change(change: AccessChange): Promise<Result<null, PinProblem>> {
    const changed = await settleCall(this.#ports.archive.changeAccess(change), 'archive-worker-failed');
    const read = changed.ok ? await this.load() : changed;
    return read.ok ? ok(null) : { ok: false, problem: { code: 'storage', problem: read.problem } };
  }

  #secret(key: SecretRecord['key']): SecretRecord | null {
    return this.#records.value?.find((record): record is SecretRecord => record.key === key) ?? null;
  }

  #lock(role: SignedRole): LockOut {
    const record = this.#records.peek()?.find((each): each is LockRecord => each.key === `${role}-lock`);
    const lock = record ? { wrong: record.wrong, untilS: record.until_s } : NO_LOCK;
    return metAt(lock, this.#ports.clock.nowMs());
  }

  #goAhead(): void {
    const waiting = this.#waiting.peek();
    this.#waiting.value = waiting.filter(({ permission }) => !this.may(permission));
    for (const { permission, settle } of waiting) if (this.may(permission)) settle(ok(null));
  }

  #isIdle(): boolean {
    return this.role.peek() !== null && this.#ports.clock.nowMs() - this.#usedAtMs >= IDLE_MS;
  }

  #watchIdle(): void {
    this.#stopIdle();
    this.#stopIdle = this.#ports.clock.every(IDLE_CHECK_MS, () => {
      if (this.#isIdle()) this.signOut();
    });
  }
}

function lockRecord(role: SignedRole, { wrong, untilS }: LockOut): LockRecord {
  return { key: `${role}-lock`, wrong, until_s: untilS };
}

function notPermitted(permission: Permission): Result<null> {
  return failed('not-permitted', { permission });
}
