import { computed, signal, type ReadonlySignal } from '@preact/signals-core';
import type { ArchiveApi, Credential } from '../contracts/archive.ts';
import { failed, ok, type Result } from '../core/result.ts';
import { parseSite } from '../core/site/parse-site.ts';
import type { Camera, CameraSource, Line, Site, Store, Zone } from '../core/site/site.ts';
import { settleCall } from './settle-call.ts';

/** A line or zone before the site gives it an id. */
export type NewLine = Omit<Line, 'id'>;
export type NewZone = Omit<Zone, 'id'>;

/** Everything that a camera counts, to be set at once. */
export interface CameraScene {
  readonly lines: readonly NewLine[];
  readonly zones: readonly NewZone[];
  readonly masks: Camera['masks'];
}

/** The operator's settings. Each action saves the whole site, or says why it is refused and changes nothing. */
export interface SiteStore {
  /** As saved; on a fresh profile the site with which a store begins. */
  readonly site: ReadonlySignal<Site>;
  /** A camera of the shop exists: the demo store has served its turn. */
  readonly hasCamera: ReadonlySignal<boolean>;
  load(): Promise<Result<Site>>;
  setStore(store: Store): Promise<Result<Site>>;
  addCamera(camera: NewCamera): Promise<Result<Site>>;
  renameCamera(camera: number, name: string): Promise<Result<Site>>;
  pauseCamera(camera: number, paused: boolean): Promise<Result<Site>>;
  deleteCamera(camera: number): Promise<Result<Site>>;
  /** Adds to what the camera counts already. */
  addToScene(camera: number, scene: CameraScene): Promise<Result<Site>>;
  changeLine(camera: number, line: Line): Promise<Result<Site>>;
  changeZone(camera: number, zone: Zone): Promise<Result<Site>>;
  /** Removes a line or zone; its recorded figures stay. */
  removeEntity(camera: number, entity: number): Promise<Result<Site>>;
  setCredential(camera: number, credential: Credential | null): Promise<Result<null>>;
}

export interface NewCamera {
  readonly name: string;
  readonly source: CameraSource;
  readonly credential: Credential | null;
}

/** The site of a shop that has set nothing yet: 13 months of retention, day from midnight. */
export function firstSite(timeZone: string): Site {
  const store: Store = { name: '', timeZone, dayStartsAtMinute: 0, retentionMonths: 13 };
  return { schemaVersion: 1, store, cameras: [], nextId: 1 };
}

/** Settings over the archive; `timeZone` is the one that a fresh profile begins with. */
export function createSiteStore(archive: ArchiveApi, timeZone: string): SiteStore {
  const site = signal(firstSite(timeZone));
  const credential = (camera: number, value: Credential | null): Promise<Result<null>> =>
    settleCall(archive.saveCredential(camera, value), 'archive-worker-failed');

  async function save(next: unknown): Promise<Result<Site>> {
    const parsed = parseSite(next);
    if (!parsed.ok) return parsed;
    const saved = await settleCall(archive.saveSite(parsed.value), 'archive-worker-failed');
    if (saved.ok) site.value = saved.value;
    return saved;
  }

  const change = (id: number, edit: (camera: Camera) => Camera): Promise<Result<Site>> => {
    if (!site.value.cameras.some((camera) => camera.id === id)) {
      return Promise.resolve(failed('settings-invalid', { field: 'camera' }));
    }
    return save({
      ...site.value,
      cameras: site.value.cameras.map((camera) => (camera.id === id ? edit(camera) : camera)),
    });
  };

  return {
    site,
    hasCamera: computed(() => site.value.cameras.length > 0),
    async load() {
      const read = await settleCall(archive.readSite(), 'archive-worker-failed');
      if (!read.ok) return read;
      site.value = read.value ?? firstSite(timeZone);
      return ok(site.value);
    },
    setStore: (store) => save({ ...site.value, store }),
    async addCamera(added) {
      const id = site.value.nextId;
      // The credential first: the camera is opened as soon as the site has it.
      const stored = added.credential ? await credential(id, added.credential) : ok(null);
      return stored.ok ? save(withCamera(site.value, added)) : stored;
    },
    renameCamera: (id, name) => change(id, (camera) => ({ ...camera, name })),
    pauseCamera: (id, paused) => change(id, (camera) => ({ ...camera, paused })),
    async deleteCamera(id) {
      const removed = await credential(id, null);
      const cameras = site.value.cameras.filter((camera) => camera.id !== id);
      return removed.ok ? save({ ...site.value, cameras }) : removed;
    },
    addToScene: (id, scene) =>
      site.value.cameras.some((camera) => camera.id === id)
        ? save(withScene(site.value, id, scene))
        : Promise.resolve(failed('settings-invalid', { field: 'camera' })),
    changeLine: (id, line) =>
      change(id, (camera) => ({
        ...camera,
        lines: camera.lines.map((old) => (old.id === line.id ? line : old)),
      })),
    changeZone: (id, zone) =>
      change(id, (camera) => ({
        ...camera,
        zones: camera.zones.map((old) => (old.id === zone.id ? zone : old)),
      })),
    removeEntity: (id, entity) =>
      change(id, (camera) => ({
        ...camera,
        lines: camera.lines.filter((line) => line.id !== entity),
        zones: camera.zones.filter((zone) => zone.id !== entity),
      })),
    setCredential: credential,
  };
}

function withCamera(site: Site, { name, source }: NewCamera): Site {
  const camera: Camera = { id: site.nextId, name, source, paused: false, lines: [], zones: [], masks: [] };
  return { ...site, cameras: [...site.cameras, camera], nextId: site.nextId + 1 };
}

function withScene(site: Site, id: number, scene: CameraScene): Site {
  let nextId = site.nextId;
  const number = <T extends object>(entity: T): T & { id: number } => ({ ...entity, id: nextId++ });
  const lines = scene.lines.map(number);
  const zones = scene.zones.map(number);
  const cameras = site.cameras.map((camera) =>
    camera.id === id
      ? {
          ...camera,
          lines: [...camera.lines, ...lines],
          zones: [...camera.zones, ...zones],
          masks: [...camera.masks, ...scene.masks],
        }
      : camera,
  );
  return { ...site, cameras, nextId };
}
