import { cameraOrigins } from '../../src/core/site/camera-origins.ts';
import { parseSite } from '../../src/core/site/parse-site.ts';
import { readStoredSite } from './read-stored-site.ts';

/** Origins of the configured cameras as they were last read. */
export class CameraList {
  #origins: ReadonlySet<string> | null = null;

  /** Null until the settings were read for the first time. */
  get known(): ReadonlySet<string> | null {
    return this.#origins;
  }

  /** Reads the settings anew. Settings that cannot be read or are not valid allow nothing. */
  async read(): Promise<readonly string[]> {
    const origins = await storedOrigins();
    this.#origins = new Set(origins);
    return origins;
  }
}

async function storedOrigins(): Promise<readonly string[]> {
  try {
    const site = parseSite(await readStoredSite());
    return site.ok ? cameraOrigins(site.value) : [];
  } catch {
    return []; // whatever the reason: without readable settings no origin is allowed
  }
}
