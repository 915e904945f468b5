import type { CameraPort, GatewayPort } from '../../contracts/ports.ts';
import type { DemoCamera } from './demo-camera.ts';
import { surveyGateway } from './survey-gateway.ts';
import { listUsbCameras, openUsbCamera } from './usb-camera.ts';
import { WhepCameras } from './whep-camera.ts';

/** Opens cameras by the kind of their source, and looks at gateways. */
export function createCameraPort(demo: DemoCamera): CameraPort & GatewayPort {
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
    survey: surveyGateway,
    listUsb: listUsbCameras,
  };
}
