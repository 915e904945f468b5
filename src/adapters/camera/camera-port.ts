import type { CameraPort } from '../../contracts/ports.ts';
import type { DemoCamera } from './demo-camera.ts';
import { listUsbCameras, openUsbCamera } from './usb-camera.ts';
import { openWhepCamera } from './whep-camera.ts';

/** Opens cameras by the kind of their source. */
export function createCameraPort(demo: DemoCamera): CameraPort {
  return {
    open({ source }, credential) {
      switch (source.kind) {
        case 'demo':
          return demo.open(source.seed);
        case 'usb':
          return openUsbCamera(source.deviceId);
        case 'whep':
          return openWhepCamera(source.url, credential);
      }
    },
    listUsb: listUsbCameras,
  };
}
