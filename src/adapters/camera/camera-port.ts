import type { CameraPort } from '../../contracts/ports.ts';
import type { DemoCamera } from './demo-camera.ts';
import { listUsbCameras, openUsbCamera } from './usb-camera.ts';
import { WhepCameras } from './whep-camera.ts';

/** Opens cameras by the kind of their source. */
export function createCameraPort(demo: DemoCamera): CameraPort {
  const whep = new WhepCameras();
  return {
    open({ source }, credential, abandoned) {
      switch (source.kind) {
        case 'demo':
          return demo.open(source.seed);
        case 'usb':
          return openUsbCamera(source.deviceId);
        case 'whep':
          return whep.open(source.url, credential, abandoned);
      }
    },
    listUsb: listUsbCameras,
  };
}
