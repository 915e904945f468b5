import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import type { Backend, EngineReport } from '../../src/contracts/vision.ts';
import type { CountingEvent } from '../../src/core/counting/counting-event.ts';
import type { Problem } from '../../src/core/result.ts';
import { findChromium } from '../chromium.ts';
import { InputError } from '../mot-file.ts';
import { openBenchServer } from './bench-server.ts';
import type { FrameResult, Job, Message } from './browser/protocol.ts';
import { MODELS } from './model-choice.ts';
import { decodeVideo } from './video.ts';
import type { Video } from './video.ts';
import { bundleWorker } from './worker-bundle.ts';

/** Everything the pipeline made of a video, in frame order. */
export interface BacktestRun {
  readonly report: EngineReport;
  readonly frames: readonly FrameResult[];
  /** Events of what was still open at the end. */
  readonly closing: readonly CountingEvent[];
}

/** Runs a job in headless Chromium; `onFrames` hears how many frames are done. Throws `InputError` for what can be helped. */
export async function runInBrowser(
  job: Job,
  video: Video,
  onFrames: (done: number) => void,
): Promise<BacktestRun> {
  const runtime = job.backend === 'wasm' ? '' : '.jspi';
  const wasm = `../../node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded${runtime}.wasm`;
  const disk = new Map([[`/runtime/${job.backend}`, fileURLToPath(new URL(wasm, import.meta.url))]]);
  for (const { file } of job.cards) disk.set(`/models/${file}`, `${MODELS}${file}`);

  const decoder = decodeVideo(video);
  const results = new Results(onFrames);
  const server = await openBenchServer({
    worker: await bundleWorker(),
    job,
    disk,
    openFrames: () => decoder.stdout,
    onMessages: (messages) => results.take(messages),
  });
  const browser = await openBrowser(job.backend);
  try {
    const page = await browser.newPage();
    await page.exposeFunction('workerFailed', (text: string) => results.fail(new Error(text)));
    page.once('crash', () => results.fail(new Error('the browser page crashed')));
    await page.goto(server.address);
    await Promise.race([results.finished, decoder.ended.then(() => results.finished)]);
    return results.run();
  } finally {
    decoder.stop();
    await browser.close();
    await server.close();
  }
}

/** The software adapter that Chromium brings: correct, for checking, not for speed. Taken where there is no other. */
const SOFTWARE_WEBGPU = [
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--ignore-gpu-blocklist',
];
const HARDWARE_WEBGPU = ['--enable-unsafe-webgpu', '--ignore-gpu-blocklist'];

async function openBrowser(backend: Backend): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) {
    throw new InputError(
      'no Chromium was found: install one (Debian: apt-get install chromium) or set CHROME_PATH',
    );
  }
  const launch = (flags: readonly string[]) =>
    chromium.launch({ executablePath, headless: true, args: ['--no-sandbox', ...flags] });
  if (backend === 'wasm') return launch([]);
  const browser = await launch(HARDWARE_WEBGPU);
  if (await hasAdapter(browser)) return browser;
  await browser.close();
  console.error('No graphics adapter: WebGPU runs in software, which is slow.');
  return launch(SOFTWARE_WEBGPU);
}

async function hasAdapter(browser: Browser): Promise<boolean> {
  const page = await browser.newPage();
  // `gpu` exists in secure contexts only; a data URL is none.
  await page.goto('chrome://version');
  const found = await page.evaluate('navigator.gpu?.requestAdapter().then((adapter) => adapter !== null)');
  await page.close();
  return found === true;
}

/** Collects messages until the run is over. */
class Results {
  readonly #frames: FrameResult[] = [];
  readonly #onFrames: (done: number) => void;
  /** Settles with the run. */
  readonly finished: Promise<void>;
  #finish: () => void = () => undefined;
  #fail: (error: Error) => void = () => undefined;
  #report: EngineReport | null = null;
  #closing: readonly CountingEvent[] = [];

  constructor(onFrames: (done: number) => void) {
    this.#onFrames = onFrames;
    this.finished = new Promise((resolve, reject) => {
      this.#finish = resolve;
      this.#fail = reject;
    });
    this.finished.catch(() => undefined); // told to whoever waits; the browser may fail before anybody does
  }

  take(messages: readonly Message[]): void {
    for (const message of messages) {
      if (message.kind === 'started') this.#report = message.report;
      else if (message.kind === 'frame') this.#frames.push(message.result);
      else if (message.kind === 'failed') this.fail(new InputError(sentenceOf(message.problem)));
      else {
        this.#closing = message.events;
        this.#finish();
      }
    }
    this.#onFrames(this.#frames.length);
  }

  fail(error: Error): void {
    this.#fail(error);
  }

  run(): BacktestRun {
    if (!this.#report) throw new Error('the worker finished without having started');
    return { report: this.#report, frames: this.#frames, closing: this.#closing };
  }
}

function sentenceOf({ code, detail }: Problem): string {
  if (code === 'model-digest-mismatch')
    return 'a model is not the one its card describes: run "npm run models"';
  if (code === 'webgpu-blocked') return 'WebGPU does not start in this Chromium: use --backend wasm';
  return `the engine did not start (${code} ${String(detail?.reason ?? '')})`;
}
