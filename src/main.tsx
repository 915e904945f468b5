import '@preact/signals'; // once: makes signals read in a view re-render it
import { computed, effect } from '@preact/signals';
import { render } from 'preact';
import { createCameraPort } from './adapters/camera/camera-port.ts';
import { DemoCamera } from './adapters/camera/demo-camera.ts';
import { createAlarm } from './adapters/platform/alarm.ts';
import { createClock } from './adapters/platform/clock.ts';
import { createEraser } from './adapters/platform/erase.ts';
import { guardPage } from './adapters/platform/guard-page.ts';
import { createEvidencePacker } from './adapters/evidence/evidence-packer.ts';
import { loadHolidays } from './adapters/platform/holidays.ts';
import { createPlatform } from './adapters/platform/platform.ts';
import { createReview } from './adapters/platform/review.ts';
import { createSecrets } from './adapters/platform/secrets.ts';
import { registerServiceWorker } from './adapters/platform/service-worker.ts';
import { forgetStopped, isStoppedByAddress } from './adapters/platform/stopped-address.ts';
import { persistStorage } from './adapters/platform/storage-persist.ts';
import { createTabLock } from './adapters/platform/tab-lock.ts';
import { createUpdate } from './adapters/platform/update.ts';
import { createWakeLock } from './adapters/platform/wake-lock.ts';
import { installScriptUrlPolicy } from './adapters/workers/script-url-policy.ts';
import { spawnArchive } from './adapters/workers/spawn-archive.ts';
import { spawnTicker } from './adapters/workers/spawn-ticker.ts';
import { VisionSupervisor } from './adapters/workers/supervisor.ts';
import type { ArchiveApi } from './contracts/archive.ts';
import { demoCamera, demoOutline } from './core/simulation/demo-camera.ts';
import { DEMO_VIEW } from './core/simulation/floor-plan.ts';
import { createAccessStore } from './state/access-store.ts';
import { createAccuracyStore } from './state/accuracy-store.ts';
import { createAlertStore } from './state/alert-store.ts';
import { createCameraSetupStore } from './state/camera-setup-store.ts';
import { createCompareStore } from './state/compare-store.ts';
import { createCopyOut } from './state/copy-out.ts';
import { createCountingStore } from './state/counting-store.ts';
import { createEraseStore } from './state/erase-store.ts';
import { createEvidenceStore } from './state/evidence-store.ts';
import { createDayMarks } from './state/day-marks.ts';
import { createHeatStore } from './state/heat-store.ts';
import { createHistoryStore, type HistoryPorts } from './state/history-store.ts';
import { keepAwake } from './state/keep-awake.ts';
import { createPreferencesStore, preferencesFrom } from './state/preferences-store.ts';
import { createPreviewStore } from './state/preview-store.ts';
import { createPrivacyStore } from './state/privacy-store.ts';
import { createProblemList } from './state/problem-list.ts';
import { createRecount } from './state/recount.ts';
import { createSampleStore, showMonthOfSample, type SampleStore } from './state/sample-store.ts';
import { createSelfCheckStore } from './state/self-check-store.ts';
import { createSiteStore } from './state/site-store.ts';
import { createStorageLook } from './state/storage-look.ts';
import { createUpdateStore } from './state/update-store.ts';
import { App } from './ui/app.tsx';
import type { KazoeApp } from './ui/app-context.ts';
import { demoFloorPlan } from './ui/canvas/floor-plan.ts';
import { messagesOf } from './ui/i18n/messages.ts';
import { parseHash } from './ui/router.ts';

/** Customers of the demo store: the same day for everybody who looks at it. */
const DEMO_SEED = 1;

/** The page's outside world, behind the ports of the stores. */
function createOutside() {
  const clock = createClock(spawnTicker());
  const demo = new DemoCamera(clock);
  return {
    clock,
    archive: spawnArchive(),
    vision: new VisionSupervisor({ clock }),
    demo,
    cameras: createCameraPort(demo),
    platform: createPlatform(),
    tab: createTabLock(),
    random: Math.random,
  };
}

/** What a privacy reviewer reads and takes along. */
function createReviewing(
  { archive, clock, platform, vision }: ReturnType<typeof createOutside>,
  { counting, problems }: Pick<KazoeApp, 'counting' | 'problems'>,
): Pick<KazoeApp, 'privacy' | 'selfCheck' | 'evidence'> {
  const look = createStorageLook(archive, clock);
  const privacy = createPrivacyStore({ archive, clock, platform, vision, look });
  const review = createReview();
  const selfCheck = createSelfCheckStore({ archive, review, look, vision, clock, counting, problems });
  const packer = createEvidencePacker();
  const evidence = createEvidenceStore(
    { archive, clock, platform, packer },
    { counting, privacy, selfCheck },
  );
  return { privacy, selfCheck, evidence };
}

/** The sample's figures while there is one; what is typed is the shop's. */
function lookedBackAt({ figures }: SampleStore, archive: ArchiveApi): HistoryPorts['archive'] {
  return {
    ...figures,
    saveTransactions: (atMs, transactions) => archive.saveTransactions(atMs, transactions),
  };
}

function createApp(): KazoeApp {
  const outside = createOutside();
  const { clock, archive, vision, cameras, platform } = outside;
  const preferences = createPreferencesStore(
    preferencesFrom(parseHash(location.hash).parameters, navigator.languages),
  );
  const problems = createProblemList(clock);
  const access = createAccessStore({ archive, secrets: createSecrets(), clock });
  const { permit } = access;
  const site = createSiteStore(archive, Intl.DateTimeFormat().resolvedOptions().timeZone, permit);
  const names = computed(() => messagesOf(preferences.language.value).demoNames);
  const counting = createCountingStore(
    {
      ...outside,
      demoCamera: computed(() => demoCamera({ firstId: 1, seed: DEMO_SEED, names: names.value })),
      backend: preferences.backend.value,
    },
    { site, problems },
  );
  const accuracy = createAccuracyStore({ archive, clock, vision, permit }, counting.site);
  counting.watch(accuracy.take);
  const sample = createSampleStore({ archive, permit, shop: counting.site, names });
  const shown = computed(() => sample.site.value ?? counting.site.value);
  const today = computed(() => (sample.site.value ? null : counting.live.today.value));
  const history = createHistoryStore(
    { archive: lookedBackAt(sample, archive), clock, platform, permit },
    { site: shown, live: { today } },
  );
  return {
    access,
    counting,
    site,
    accuracy,
    history,
    compare: createCompareStore(sample.figures, { site: shown, day: history.day, shown: history.period }),
    heat: createHeatStore(sample.figures, { site: shown, shown: history.period }),
    sample,
    dayMarks: createDayMarks(loadHolidays, shown),
    ...createReviewing(outside, { counting, problems }),
    erase: createEraseStore({ eraser: createEraser(), permit, counting }),
    preview: createPreviewStore({ archive, clock, vision }, access),
    cameraSetup: createCameraSetupStore({ cameras, archive, clock, platform }, site.site),
    preferences,
    problems,
    recount: createRecount(archive, permit),
    update: createUpdateStore(
      { update: createUpdate(), archive, clock, platform, problems, accuracy },
      counting,
    ),
    copyOut: createCopyOut(sample.figures, permit),
    alerts: createAlertStore(clock, counting),
    alarm: createAlarm(),
    clock,
    demoFloor: demoFloorPlan(demoOutline(), DEMO_VIEW.aspect),
  };
}

/** The PC stays awake, and the figures of a shop are worth keeping when the disk gets full. */
function careForTheMachine({ accuracy, counting }: KazoeApp): void {
  keepAwake(createWakeLock(), counting);
  effect(() => {
    // What the checks say stands beside the figures from the start.
    if (counting.state.value.kind === 'running') void accuracy.load();
  });
  effect(() => {
    if (counting.mode.value === 'store') void persistStorage();
  });
  effect(() => {
    if (counting.state.value.kind === 'running') forgetStopped();
  });
}

/** The archive answers about the sample once counting has opened it. */
async function startCounting({ counting, sample, history }: KazoeApp): Promise<void> {
  await (isStoppedByAddress() ? counting.openStopped() : counting.start());
  await sample.load();
  if (sample.site.value) await showMonthOfSample(history);
}

installScriptUrlPolicy();
guardPage();
const app = createApp();
const root = document.getElementById('app');
if (!root) throw new Error('index.html has no #app');
render(<App app={app} />, root);
careForTheMachine(app);
addEventListener('pagehide', () => void app.counting.close());
void startCounting(app);
app.selfCheck.watch();
void registerServiceWorker();
