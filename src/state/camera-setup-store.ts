import { effect, signal, type ReadonlySignal } from '@preact/signals-core';
import type { PlatformPort, UsbDevice } from '../contracts/ports.ts';
import type { Result } from '../core/result.ts';
import { cameraOrigins } from '../core/site/camera-origins.ts';
import type { Site } from '../core/site/site.ts';
import {
  startCameraCheck,
  type CameraCheck,
  type CameraCheckPorts,
  type CameraToCheck,
} from './camera-check.ts';
import { settleCall } from './settle-call.ts';

/** Whether the page may talk to the cameras of the site. */
export type OriginState = 'allowed' | 'reload-needed' | 'not-possible';

/** What adding a camera needs from the browser. */
export interface CameraSetupStore {
  readonly origins: ReadonlySignal<OriginState>;
  /** Asks for permission if need be. */
  findUsb(): Promise<Result<readonly UsbDevice[]>>;
  /** Tries a camera out, beside any counting. */
  check(camera: CameraToCheck): CameraCheck;
  reload(): void;
}

/** Keeps the allowed origins in step with the site from now on. */
export function createCameraSetupStore(
  ports: CameraCheckPorts & { readonly platform: PlatformPort },
  site: ReadonlySignal<Site>,
): CameraSetupStore {
  const origins = signal<OriginState>('allowed');
  let asked = '';
  effect(() => {
    const wanted = cameraOrigins(site.value);
    if (wanted.join(' ') === asked) return;
    asked = wanted.join(' ');
    void ports.platform
      .allowOrigins(wanted)
      .catch(() => 'not-possible' as const) // without a service worker there is nobody to allow them
      .then((state) => {
        if (wanted.join(' ') === asked) origins.value = wanted.length > 0 ? state : 'allowed';
      });
  });
  return {
    origins,
    findUsb: () => settleCall(ports.cameras.listUsb(), 'camera-not-found'),
    check: (camera) => startCameraCheck(ports, camera),
    reload: () => ports.platform.reload(),
  };
}
