import type { CameraPort } from '../contracts/ports.ts';
import type { Problem } from '../core/result.ts';

/** Opens cameras. A demo store that is opened again begins at its beginning, and so must its figures. */
export class DemoAwareCameras implements CameraPort {
  readonly #cameras: CameraPort;
  readonly #beginAnew: () => Promise<Problem | null>;
  #wasOpened = false;

  constructor(cameras: CameraPort, beginAnew: () => Promise<Problem | null>) {
    this.#cameras = cameras;
    this.#beginAnew = beginAnew;
  }

  readonly listUsb: CameraPort['listUsb'] = () => this.#cameras.listUsb();

  readonly open: CameraPort['open'] = async (camera, credential, abandoned) => {
    if (camera.source.kind === 'demo') {
      const problem = this.#wasOpened ? await this.#beginAnew() : null;
      if (problem) return { ok: false, problem };
      this.#wasOpened = true;
    }
    return this.#cameras.open(camera, credential, abandoned);
  };

  /** A new run begins: its figures are empty already. */
  startRun(): void {
    this.#wasOpened = false;
  }
}
