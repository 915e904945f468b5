import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ReadonlySignal } from '@preact/signals';
import type { AlarmPort, ClockPort } from '../contracts/ports.ts';
import type { AccessStore } from '../state/access-store.ts';
import type { AccuracyStore } from '../state/accuracy-store.ts';
import type { AlertStore } from '../state/alert-store.ts';
import type { CameraSetupStore } from '../state/camera-setup-store.ts';
import type { CompareStore } from '../state/compare-store.ts';
import type { CopyOut } from '../state/copy-out.ts';
import type { CountingStore } from '../state/counting-store.ts';
import type { EraseStore } from '../state/erase-store.ts';
import type { EvidenceStore } from '../state/evidence-store.ts';
import type { DayMarks } from '../state/day-marks.ts';
import type { HeatStore } from '../state/heat-store.ts';
import type { HistoryStore } from '../state/history-store.ts';
import type { PreferencesStore } from '../state/preferences-store.ts';
import type { PreviewStore } from '../state/preview-store.ts';
import type { PrivacyStore } from '../state/privacy-store.ts';
import type { ProblemList } from '../state/problem-list.ts';
import type { Recount } from '../state/recount.ts';
import type { SampleStore } from '../state/sample-store.ts';
import type { SelfCheckStore } from '../state/self-check-store.ts';
import type { SiteStore } from '../state/site-store.ts';
import type { UpdateStore } from '../state/update-store.ts';
import type { FloorPlan } from './canvas/floor-plan.ts';
import type { Format } from './i18n/format.ts';
import type { Messages } from './i18n/messages.en.ts';
import type { Router } from './router.ts';

/** Everything that the views see. Made once, in the composition root. */
export interface KazoeApp {
  readonly access: AccessStore;
  readonly counting: CountingStore;
  readonly site: SiteStore;
  readonly accuracy: AccuracyStore;
  readonly history: HistoryStore;
  readonly dayMarks: DayMarks;
  readonly heat: HeatStore;
  readonly compare: CompareStore;
  /** 見本データ; its site stands for the shop's in what looks back. */
  readonly sample: SampleStore;
  readonly privacy: PrivacyStore;
  readonly selfCheck: SelfCheckStore;
  readonly evidence: EvidenceStore;
  readonly erase: EraseStore;
  readonly cameraSetup: CameraSetupStore;
  readonly preview: PreviewStore;
  readonly preferences: PreferencesStore;
  readonly problems: ProblemList;
  readonly recount: Recount;
  readonly update: UpdateStore;
  readonly copyOut: CopyOut;
  readonly alerts: AlertStore;
  readonly alarm: AlarmPort;
  readonly clock: ClockPort;
  /** Walls and furniture of the demo store, for its stage. */
  readonly demoFloor: FloorPlan;
}

/** What `App` adds to it: the words, the formats, the way about. */
export interface AppContextValue extends KazoeApp {
  readonly messages: ReadonlySignal<Messages>;
  readonly format: ReadonlySignal<Format>;
  readonly router: Router;
}

export const AppContext = createContext<AppContextValue | null>(null);

/** The app's stores and words; throws outside of `App`. */
export function useApp(): AppContextValue {
  const app = useContext(AppContext);
  if (!app) throw new Error('A view was rendered outside of App.');
  return app;
}

/** Words and formats of the language in use; re-renders when it changes. */
export function useText(): { readonly m: Messages; readonly f: Format } {
  const { messages, format } = useApp();
  return { m: messages.value, f: format.value };
}
