import { computed, signal, type ReadonlySignal } from '@preact/signals-core';
import type { ArchiveApi, Credential } from '../contracts/archive.ts';
import type { AlertSettings } from '../core/alerts/alert-settings.ts';
import type { LeftOut } from '../core/measures/left-out-time.ts';
import type { OpeningCalendar } from '../core/time/opening-hours.ts';
import type { Permit } from './access-store.ts';
import type { DrawnScene } from '../core/drawing/scene-drawing.ts';
import { failed, ok, type Result } from '../core/result.ts';
import { entitiesOf } from '../core/site/counted-camera.ts';
import { firstSite } from '../core/site/first-site.ts';
import { parseSite } from '../core/site/parse-site.ts';
import type { Camera, CameraSource, FloorPlan, FloorZone, Site, Store } from '../core/site/site.ts';
import { settleCall } from './settle-call.ts';
import {
  changeCamera,
  nameOfEntity,
  withCamera,
  withDrawnScene,
  withDrawnFloor,
  withoutCamera,
  withoutEntity,
  withScene,
  type CameraScene,
  type NewCamera,
} from './site-edits.ts';

/** Something that was deleted and can be brought back until the next deletion. */
export interface Removed {
  readonly names: readonly string[];
  /** Names of zones on the floor that went with it. */
  readonly floorZones: readonly string[];
  undo(): Promise<Result<Site>>;
  /** Deletes what was recorded of it as well, and with that the offer to undo. */
  removeHistory(): Promise<Result<{ readonly removed: number }>>;
}

/** What a deletion took away. */
interface Gone {
  readonly names: readonly string[];
  /** Ids, also of what went with it: a camera's lines and zones. */
  readonly entities: readonly number[];
  readonly floorZones?: readonly string[];
}

/** The operator's settings. Each action saves the whole site, or says why it is refused and changes nothing. */
export interface SiteStore {
  /** As saved; on a fresh profile the site with which a store begins. */
  readonly site: ReadonlySignal<Site>;
  /** A camera of the shop exists: the demo store has served its turn. */
  readonly hasCamera: ReadonlySignal<boolean>;
  /** The newest deletion, while it can be undone. */
  readonly removed: ReadonlySignal<Removed | null>;
  load(): Promise<Result<Site>>;
  setStore(store: Store): Promise<Result<Site>>;
  setAlerts(alerts: AlertSettings): Promise<Result<Site>>;
  /** Opening hours, holidays and notes: how figures are read, none of them changes. */
  setCalendar(calendar: OpeningCalendar): Promise<Result<Site>>;
  /** Times whose figures are not shown; the records stay. */
  setLeftOut(times: readonly LeftOut[]): Promise<Result<Site>>;
  addCamera(camera: NewCamera): Promise<Result<Site>>;
  renameCamera(camera: number, name: string): Promise<Result<Site>>;
  pauseCamera(camera: number, paused: boolean): Promise<Result<Site>>;
  /** Another device or address for the same place: what the camera counts and its history stay. */
  setConnection(camera: number, source: CameraSource, credential: Credential | null): Promise<Result<Site>>;
  /** Recorded figures stay; zones on the floor that it counted go with it. Access data is deleted, and comes back with an undo. */
  deleteCamera(camera: number): Promise<Result<Site>>;
  /** Replaces all that the camera counts; what has the id 0 is new. */
  setScene(camera: number, scene: DrawnScene): Promise<Result<Site>>;
  /** Adds to what the camera counts already. */
  addToScene(camera: number, scene: CameraScene): Promise<Result<Site>>;
  /** Removes a line or zone; its recorded figures stay. */
  removeEntity(camera: number, entity: number): Promise<Result<Site>>;
  /** 床の目印 of a camera; null takes them away, which is refused while it counts zones on the floor. */
  setMarks(camera: number, marks: Camera['calibration']): Promise<Result<Site>>;
  setFloorPlan(floor: FloorPlan | null): Promise<Result<Site>>;
  /** The plan and all zones on it as they were drawn, as one change; zones of the id 0 are new. */
  setDrawnFloor(floor: FloorPlan, zones: readonly FloorZone[]): Promise<Result<Site>>;
  /** Removes a zone on the floor; its recorded figures stay. */
  removeFloorZone(zone: number): Promise<Result<Site>>;
  setCredential(camera: number, credential: Credential | null): Promise<Result<null>>;
}

/** Settings over the archive; `timeZone` is the one that a fresh profile begins with. Every change asks `permit`. */
export function createSiteStore(archive: ArchiveApi, timeZone: string, permit: Permit): SiteStore {
  return new SiteSettings(archive, timeZone, permit);
}

class SiteSettings implements SiteStore {
  readonly site;
  readonly hasCamera: ReadonlySignal<boolean>;
  readonly removed = signal<Removed | null>(null);
  readonly #archive: ArchiveApi;
  readonly #timeZone: string;
  readonly #permit: Permit;

  constructor(archive: ArchiveApi, timeZone: string, permit: Permit) {
    this.#permit = permit;
    this.#archive = archive;
    this.#timeZone = timeZone;
    this.site = signal(firstSite(timeZone));
    this.hasCamera = computed(() => this.site.value.cameras.length > 0);
  }

  async load(): Promise<Result<Site>> {
    const read = await settleCall(this.#archive.readSite(), 'archive-worker-failed');
    if (!read.ok) return read;
    this.site.value = read.value ?? firstSite(this.#timeZone);
    return ok(this.site.value);
  }

  setStore(store: Store): Promise<Result<Site>> {
    return this.#save({ ...this.site.value, store });
  }

  setAlerts(alerts: AlertSettings): Promise<Result<Site>> {
    return this.#save({ ...this.site.value, alerts });
  }

  setCalendar(calendar: OpeningCalendar): Promise<Result<Site>> {
    return this.#save({ ...this.site.value, calendar });
  }

  setLeftOut(times: readonly LeftOut[]): Promise<Result<Site>> {
    const leftOut = times.toSorted((a, b) => a.fromMs - b.fromMs);
    return this.#save({ ...this.site.value, leftOut });
  }

  async addCamera(added: NewCamera): Promise<Result<Site>> {
    const next = parseSite(withCamera(this.site.value, added));
    if (!next.ok) return next;
    // The credential first: the camera is opened as soon as the site has it.
    const stored = added.credential
      ? await this.setCredential(this.site.value.nextId, added.credential)
      : ok(null);
    return stored.ok ? this.#save(next.value) : stored;
  }

  renameCamera(id: number, name: string): Promise<Result<Site>> {
    return this.#change(id, (camera) => ({ ...camera, name }));
  }

  pauseCamera(id: number, paused: boolean): Promise<Result<Site>> {
    return this.#change(id, (camera) => ({ ...camera, paused }));
  }

  async setConnection(
    id: number,
    source: CameraSource,
    credential: Credential | null,
  ): Promise<Result<Site>> {
    const next = parseSite(changeCamera(this.site.value, id, (camera) => ({ ...camera, source })));
    if (!next.ok) return next;
    if (!this.#camera(id)) return unknownCamera();
    // The credential first: the camera is opened anew as soon as the site has it, and no old one reaches a new address.
    const stored = await this.setCredential(id, credential);
    return stored.ok ? this.#save(next.value) : stored;
  }

  setMarks(id: number, calibration: Camera['calibration']): Promise<Result<Site>> {
    return this.#change(id, (camera) => ({ ...camera, calibration }));
  }

  setFloorPlan(floor: FloorPlan | null): Promise<Result<Site>> {
    return this.#save({ ...this.site.value, floor });
  }

  async setDrawnFloor(floor: FloorPlan, zones: readonly FloorZone[]): Promise<Result<Site>> {
    const before = this.site.value;
    const saved = await this.#save(withDrawnFloor(before, floor, zones));
    if (!saved.ok) return saved;
    const { floor: plan, floorZones } = before;
    this.#offerUndo(goneFrom(floorZones, saved.value.floorZones), () =>
      this.#save({ ...this.site.value, floor: plan, floorZones }),
    );
    return saved;
  }

  async removeFloorZone(id: number): Promise<Result<Site>> {
    const { floorZones } = this.site.value;
    const names = floorZones.filter((zone) => zone.id === id).map(({ name }) => name);
    const saved = await this.#save({
      ...this.site.value,
      floorZones: floorZones.filter((zone) => zone.id !== id),
    });
    const gone = { names, entities: [id] };
    if (saved.ok) this.#offerUndo(gone, () => this.#save({ ...this.site.value, floorZones }));
    return saved;
  }

  async deleteCamera(id: number): Promise<Result<Site>> {
    const camera = this.#camera(id);
    if (!camera) return unknownCamera();
    const index = this.site.value.cameras.indexOf(camera);
    const credential = await settleCall(this.#archive.readCredential(id), 'archive-worker-failed');
    if (!credential.ok) return credential;
    const { floorZones } = this.site.value;
    const saved = await this.#save(withoutCamera(this.site.value, id));
    if (!saved.ok) return saved;
    if (credential.value) await this.setCredential(id, null);
    const undo = async (): Promise<Result<Site>> => {
      if (credential.value) await this.setCredential(id, credential.value);
      const cameras = this.site.value.cameras.toSpliced(index, 0, camera);
      return this.#save({ ...this.site.value, cameras, floorZones });
    };
    const owned = floorZones.filter(({ owner }) => owner === id);
    const entities = entitiesOf({ cameras: [camera], floorZones: owned });
    this.#offerUndo({ names: [camera.name], entities, floorZones: owned.map(({ name }) => name) }, undo);
    return saved;
  }

  addToScene(id: number, scene: CameraScene): Promise<Result<Site>> {
    return this.#camera(id)
      ? this.#save(withScene(this.site.value, id, scene))
      : Promise.resolve(unknownCamera());
  }

  async setScene(id: number, scene: DrawnScene): Promise<Result<Site>> {
    const before = this.#camera(id);
    if (!before) return unknownCamera();
    const saved = await this.#save(withDrawnScene(this.site.value, id, scene));
    if (!saved.ok) return saved;
    const { lines, zones, masks, region } = before;
    const after = this.#camera(id);
    const gone = goneFrom([...lines, ...zones], [...(after?.lines ?? []), ...(after?.zones ?? [])]);
    this.#offerUndo(gone, () => this.#change(id, (camera) => ({ ...camera, lines, zones, masks, region })));
    return saved;
  }

  async removeEntity(id: number, entity: number): Promise<Result<Site>> {
    const before = this.#camera(id);
    if (!before) return unknownCamera();
    const saved = await this.#change(id, (camera) => withoutEntity(camera, entity));
    if (saved.ok) {
      const { lines, zones } = before;
      this.#offerUndo({ names: [nameOfEntity(before, entity)], entities: [entity] }, () =>
        this.#change(id, (camera) => ({ ...camera, lines, zones })),
      );
    }
    return saved;
  }

  async setCredential(camera: number, credential: Credential | null): Promise<Result<null>> {
    const permitted = await this.#permit('change');
    if (!permitted.ok) return permitted;
    return settleCall(this.#archive.saveCredential(camera, credential), 'archive-worker-failed');
  }

  #camera(id: number): Camera | undefined {
    return this.site.value.cameras.find((camera) => camera.id === id);
  }

  #change(id: number, edit: (camera: Camera) => Camera): Promise<Result<Site>> {
    return this.#camera(id)
      ? this.#save(changeCamera(this.site.value, id, edit))
      : Promise.resolve(unknownCamera());
  }

  /** Any other change ends the offer to undo: it would bring back what has changed since. */
  async #save(next: unknown): Promise<Result<Site>> {
    const parsed = parseSite(next);
    if (!parsed.ok) return parsed;
    const permitted = await this.#permit('change');
    if (!permitted.ok) return permitted;
    const saved = await settleCall(this.#archive.saveSite(parsed.value), 'archive-worker-failed');
    if (!saved.ok) return saved;
    this.removed.value = null;
    this.site.value = saved.value;
    return saved;
  }

  #offerUndo(gone: Gone, undo: () => Promise<Result<Site>>): void {
    const { names, entities, floorZones = [] } = gone;
    if (entities.length === 0) return;
    this.removed.value = { names, floorZones, undo, removeHistory: () => this.#removeHistory(entities) };
  }

  async #removeHistory(entities: readonly number[]): Promise<Result<{ readonly removed: number }>> {
    const permitted = await this.#permit('erase');
    if (!permitted.ok) return permitted;
    const removed = await settleCall(this.#archive.removeHistory(entities), 'archive-worker-failed');
    if (removed.ok) this.removed.value = null;
    return removed;
  }
}

/** What is not there any more. What was drawn anew under its name goes on as another series, and was not deleted. */
function goneFrom(before: readonly NamedEntity[], after: readonly NamedEntity[]): Gone {
  const gone = before.filter(
    ({ id, name }) => !after.some((other) => other.id === id || other.name === name),
  );
  return { names: gone.map(({ name }) => name), entities: gone.map(({ id }) => id) };
}

interface NamedEntity {
  readonly id: number;
  readonly name: string;
}

function unknownCamera(): Result<Site> {
  return failed('settings-invalid', { field: 'camera', reason: 'missing' });
}
