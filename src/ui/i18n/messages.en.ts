import { accessEn } from './access.en.ts';
import { accuracyEn } from './accuracy.en.ts';
import { addCameraEn } from './add-camera.en.ts';
import { alertsEn } from './alerts.en.ts';
import { calendarEn } from './calendar.en.ts';
import { leftOutEn } from './left-out.en.ts';
import { chartEn } from './chart.en.ts';
import { cameraHealthEn } from './camera-health.en.ts';
import { compareEn } from './compare.en.ts';
import { kioskEn } from './kiosk.en.ts';
import { shellEn } from './shell.en.ts';
import { updateEn } from './update.en.ts';
import { planEn } from './plan.en.ts';
import { planFileEn } from './plan-file.en.ts';
import { conversionEn } from './conversion.en.ts';
import { recountEn } from './recount.en.ts';
import { previewEn } from './preview.en.ts';
import { placementEn } from './placement.en.ts';
import { queueEn } from './queue.en.ts';
import { drawingEn } from './drawing.en.ts';
import { setupEn } from './setup.en.ts';
import { flowsEn } from './flows.en.ts';
import { historyRemovalEn } from './history-removal.en.ts';
import { heatEn } from './heat.en.ts';
import { rangesEn } from './ranges.en.ts';
import { sampleEn } from './sample.en.ts';
import { floorEn } from './floor.en.ts';
import type { SelfCheckPart } from '../../core/review/self-check.ts';
import { checkYourselfEn } from './check-yourself.en.ts';
import { evidenceEn } from './evidence.en.ts';
import { eraseEn } from './erase.en.ts';
import { reviewEn } from './review.en.ts';
import type { IntervalStatus } from '../../contracts/archive.ts';
import type { ProblemCode } from '../../core/result.ts';
import type { DemoNames } from '../../core/simulation/demo-camera.ts';
import type { Refusal } from '../../core/site/field.ts';
import type { LineKind } from '../../core/site/site.ts';
import type { ZoneKind } from '../../core/counting/scene.ts';
import type { CountingStatus, StartingStep } from '../../state/counting-status.ts';

/** An error in three parts: what happened, what it means for the figures, what to do. */
export interface ProblemText {
  readonly what: string;
  readonly means: string;
  readonly todo: string;
}

/** What a problem's sentences may mention. */
export interface ProblemContext {
  /** The operator's name of the camera, or null. */
  readonly subject: string | null;
  readonly detail: Readonly<Record<string, string | number>>;
}

const camera = ({ subject }: ProblemContext): string => (subject ? `Camera “${subject}”` : 'The camera');
const UNMEASURED = 'People are not counted meanwhile; the time is recorded as a gap, not as zero.';
const UNCHANGED = 'Nothing has been changed, and counting goes on as before.';

const reasons: Readonly<Record<Refusal, string>> = {
  ...floorEn.reasons,
  missing: 'it is missing',
  type: 'it is of the wrong kind',
  range: 'it is outside the picture or the permitted range',
  length: 'there are too many or too few of them',
  'unknown-field': 'this field is not known',
  'unknown-value': 'this value is not known',
  address: 'it must begin with http:// or https:// and hold no user name',
  parallel: 'the in side runs along this part of the line',
  'no-area': 'it encloses no area',
  'too-small': 'it is too small: at least a tenth of the picture on each side',
  duplicate: 'it occurs twice',
  version: 'it comes from a newer version of the app',
  'units-need-size': 'pixels need the size of the picture',
};

const isRefusal = (reason: string | number | undefined): reason is Refusal =>
  typeof reason === 'string' && reason in reasons;

const placeOf = ({ field, reason }: ProblemContext['detail']): string =>
  (field ? ` (${field})` : '') + (isRefusal(reason) ? `: ${reasons[reason]}` : '');

const namesOfParts = (list: string | number | undefined): readonly string[] =>
  String(list)
    .split(', ')
    .flatMap((part) => (part in reviewEn.parts ? [reviewEn.parts[part as SelfCheckPart].name] : []));

const problems: Readonly<Record<ProblemCode, (context: ProblemContext) => ProblemText>> = {
  'browser-too-old': ({ detail }) => ({
    what: `This browser lacks what counting needs${detail.features ? ` (${detail.features})` : ''}.`,
    means: 'Nothing can be counted here.',
    todo: 'Open this page in an up-to-date Chrome on a PC.',
  }),
  'storage-unavailable': () => ({
    what: 'This browser does not let the page keep figures. Private windows do that.',
    means: 'Counting goes on, but its figures are gone when this tab is closed.',
    todo: 'To keep them, open the page in a normal window and allow site data for this address.',
  }),
  'storage-full': () => ({
    what: 'The disk of this PC is full.',
    means: 'Counting goes on, but new figures cannot be saved until there is room.',
    todo: 'Free some space on the disk. Saving resumes by itself.',
  }),
  'erase-other-tab': () => eraseEn.otherTab,
  'erase-incomplete': ({ detail }) => eraseEn.incomplete(String(detail['places'] ?? '?')),
  'not-permitted': () => ({
    what: 'This was not done: it needs a PIN, and none was given.',
    means: 'Nothing has been changed, and no file was written.',
    todo: 'Try again with the PIN of a role that may do it (Settings, “Roles and PINs”).',
  }),
  'record-rejected': () => ({
    what: 'A figure did not have the agreed form and was not saved.',
    means: 'The figures of the last seconds are missing.',
    todo: 'Reload the page. If it happens again, report it with the journal shown under Privacy.',
  }),
  'model-missing': ({ detail }) => ({
    what: `The file of the person detector could not be loaded${detail.file ? ` (${detail.file})` : ''}.`,
    means: 'Nothing can be counted until it is there.',
    todo: 'Check that the app was installed completely, then press “Start again”.',
  }),
  'model-digest-mismatch': ({ detail }) => ({
    what: `The file of the person detector differs from the released one${detail.file ? ` (${detail.file})` : ''}.`,
    means: 'It is not used, so nothing is counted.',
    todo: 'Install the app again from the original release.',
  }),
  'engine-failed': () => ({
    what: 'The person detector could not be started on this PC.',
    means: 'Nothing is counted.',
    todo: 'Close other heavy programs and press “Start again”. If that does not help, choose “CPU” under Settings.',
  }),
  'webgpu-blocked': () => ({
    what: 'The graphics processor cannot be used in this browser.',
    means: 'Counting works on the CPU with the same figures, but more slowly.',
    todo: 'Nothing has to be done. To use the graphics processor, switch on hardware acceleration in Chrome and update the graphics driver.',
  }),
  'vision-worker-failed': () => ({
    what: 'The part that counts people stopped unexpectedly.',
    means: 'It restarts by itself; the seconds in between are recorded as a gap.',
    todo: 'Nothing has to be done. If it keeps happening, reload the page.',
  }),
  'archive-worker-failed': () => ({
    what: 'The part that records the figures does not answer.',
    means: 'What is counted now may not be saved.',
    todo: 'Reload the page. Figures saved before are kept.',
  }),
  'camera-permission-denied': (context) => ({
    what: `${camera(context)} may not be used: the browser denies access.`,
    means: UNMEASURED,
    todo:
      context.detail.reason === 'local-network'
        ? 'Click the icon at the left of the address, allow “Local network”, then press “Try again”.'
        : 'Click the camera icon beside the address, allow the camera, then press “Try again”.',
  }),
  'camera-not-found': (context) => ({
    what: `${camera(context)} is not connected to this PC.`,
    means: UNMEASURED,
    todo: 'Plug it in again, or choose another one under “Cameras and areas”.',
  }),
  'camera-in-use': (context) => ({
    what: `${camera(context)} is used by another program.`,
    means: UNMEASURED,
    todo: 'Close the other program (video call, camera app). The camera is tried again every minute.',
  }),
  'camera-unreachable': (context) => ({
    what: `${camera(context)} cannot be reached.`,
    means: UNMEASURED,
    todo: 'Check the power and network of the camera and its gateway. It is tried again by itself.',
  }),
  'camera-origin-not-allowed': (context) => ({
    what: `${camera(context)} has an address that this page may not talk to yet.`,
    means: UNMEASURED,
    todo: 'Reload the page once: the address is allowed from then on.',
  }),
  'camera-credentials-refused': (context) => ({
    what: `${camera(context)} refused the user name, password or token.`,
    means: UNMEASURED,
    todo: 'Enter the access data again under “Cameras and areas”.',
  }),
  'camera-stream-missing': (context) => ({
    what: `The gateway answers, but the stream of ${camera(context).toLowerCase()} is not there.`,
    means: UNMEASURED,
    todo: 'Check the camera’s power and the path in the address. It is tried again by itself.',
  }),
  'camera-codec-unsupported': (context) => ({
    what: `${camera(context)} ${addCameraEn.codec(context.detail.reason)}`,
    means: UNMEASURED,
    todo: 'Set the camera to H.264 without B-frames, then press “Try again”.',
  }),
  'camera-answer-invalid': (context) => ({
    what: `What answers at the address of ${camera(context).toLowerCase()} is not a WHEP gateway.`,
    means: UNMEASURED,
    todo: 'Check the address under “Cameras and areas”; it usually ends in “/whep”.',
  }),
  'camera-stalled': (context) => ({
    what: `${camera(context)} has stopped sending pictures.`,
    means: UNMEASURED,
    todo: 'It reconnects by itself. If this goes on, check the camera’s power and network.',
  }),
  'picture-dark': (context) => cameraHealthEn.pictures.dark(camera(context)),
  'picture-covered': (context) => cameraHealthEn.pictures.covered(camera(context)),
  'picture-moved': (context) => cameraHealthEn.pictures.moved(camera(context)),
  'picture-blurred': (context) => cameraHealthEn.pictures.blurred(camera(context)),
  'camera-ended': (context) => ({
    what: `The stream of ${camera(context).toLowerCase()} has ended.`,
    means: UNMEASURED,
    todo: 'It reconnects by itself. If this goes on, check the camera and its cable.',
  }),
  'scene-not-json': () => ({
    what: 'This file is not a scene file: it is not valid JSON.',
    means: UNCHANGED,
    todo: 'Choose a .json file with “lines” and “zones”.',
  }),
  'scene-invalid': ({ detail }) => ({
    what: `The lines or areas cannot be used${placeOf(detail)}.`,
    means: UNCHANGED,
    todo: 'Correct that place. A line needs two points or more and an in side across it, a zone three points or more, all inside the picture.',
  }),
  'settings-invalid': ({ detail }) => ({
    what: `This entry cannot be used${placeOf(detail)}.`,
    means: UNCHANGED,
    todo: 'Correct it and save again.',
  }),
  'self-check-failed': ({ detail }) => ({
    what: `A self-check failed: ${namesOfParts(detail.parts).join(', ')}.`,
    means: 'Counting is stopped, because the promise of this product does not hold for certain.',
    todo: 'Look at “Self-check” under Privacy, correct what it names, check again, then start counting.',
  }),
  'check-empty': () => ({
    what: 'This check cannot be used: the line was changed, or its camera was never measured for the whole of it.',
    means: 'Nothing of it was kept. Counting goes on as before.',
    todo: 'Begin the check again while the camera is being measured.',
  }),
  'counting-elsewhere': () => ({
    what: 'Another tab of this browser is counting.',
    means: 'Nobody is counted twice. This tab only shows figures.',
    todo: 'Use the other tab, or close it: this one then takes over by itself.',
  }),
  'update-failed': () => ({
    what: 'The new version could not be taken over.',
    means:
      'The version before stays in use. If it was counting, it goes on, and the time of the attempt is recorded as a gap.',
    todo: 'Close all tabs of this app, then open it again.',
  }),
};

const status: Readonly<Record<CountingStatus, string>> = {
  starting: 'Getting ready',
  counting: 'Counting',
  partial: 'Partly missing',
  stopped: 'Stopped',
  elsewhere: 'Counting in another tab',
};

const steps: Readonly<Record<StartingStep, string>> = {
  storage: 'Opening the records',
  engine: 'Loading the person detector',
  cameras: 'Connecting the cameras',
};

const intervals: Readonly<Record<IntervalStatus, string>> = {
  measured: 'measured',
  partial: 'partly missing',
  gap: 'not measured',
  closed: 'closed',
  open: 'in progress',
};

const lineKinds: Readonly<Record<LineKind, string>> = {
  entrance: 'Entrance',
  passage: 'Passage in the store',
  outside: 'Street in front',
};

const zoneKinds: Readonly<Record<ZoneKind, string>> = {
  area: 'Sales area',
  queue: 'Queue',
  staff: 'Staff only, left out of every figure',
};

const demoNames: DemoNames = {
  camera: 'Demo camera',
  entrance: 'Entrance',
  street: 'Street in front',
  backShelf: 'Back shelf',
  sideShelf: 'Side shelf',
  queue: 'Till queue',
  staff: 'Behind the till',
};

/** By the archive's codes; a code that is not here is shown as it is. */
const journal: Readonly<Record<string, string>> = {
  'settings-changed': 'Settings changed',
  'accuracy-checked': 'Accuracy checked',
  'transactions-typed': 'Transactions typed (day, count; none: taken away)',
  recounted: 'People in the store recounted (before, after)',
  'self-checked': 'Self-check',
  'evidence-saved': 'Evidence saved',
  'sample-made': 'Sample data shown',
  'sample-removed': 'Sample data removed',
  'update-begun': 'Update of the app begun (build before, new build)',
  'credential-changed': 'Access data of a camera changed',
  'recording-started': 'Recording started',
  'recording-stopped': 'Recording stopped',
  'pin-set': 'PIN set (1 merchandiser, 2 manager)',
  'pin-changed': 'PIN changed (1 merchandiser, 2 manager)',
  'pin-removed': 'PIN removed (1 merchandiser, 2 manager and with it all)',
  'recovery-used': 'Recovery code used, new manager’s PIN',
  'access-locked': 'Locked after wrong PINs (1 merchandiser, 2 manager)',
  'preview-opened': 'Set-up picture opened',
  exported: 'Figures written to a file',
  copied: 'Chart copied (from, to, chart, figures or image, rows)',
  'history-removed':
    'Recorded figures of something deleted were deleted (records, how many things, their numbers)',
  purged: 'Old figures deleted',
  'record-rejected': 'Figures refused by the write gate',
  'storage-full': 'Disk full',
};

/** Every sentence of the app. The English file is the type of all others. */
export const en = {
  language: 'English',
  product: 'Kazoe',
  claim: 'This system does not save or send video.',
  problems,
  status,
  steps,
  phases: cameraHealthEn.phases,
  gaps: cameraHealthEn.gaps,
  intervals,
  lineKinds,
  zoneKinds,
  demoNames,
  nav: {
    label: 'Views',
    live: 'Now',
    history: 'Look back',
    cameras: 'Cameras and areas',
    accuracy: 'Accuracy check',
    privacy: 'Privacy',
    settings: 'Settings',
    setup: 'Set-up',
    skip: 'Skip to content',
  },
  notices: {
    label: 'What needs attention',
    dismiss: 'Dismiss',
    since: (time: string) => `since ${time}`,
  },
  units: {
    people: (n: number): string => (n === 1 ? 'person' : 'people'),
    visits: (n: number): string => (n === 1 ? 'visit' : 'visits'),
    framesPerSecond: 'frames/s',
    milliseconds: 'ms',
    shortSeconds: (seconds: string) => `${seconds} s`,
    records: (n: number): string => (n === 1 ? 'record' : 'records'),
  },
  figures: {
    in: 'In',
    out: 'Out',
    occupancy: 'In the store',
    passersby: 'Passers-by',
    coverage: (percent: string) => `${percent} of the time measured`,
    coverageNone: 'nothing measured yet',
    gap: 'with gaps',
    drift: (n: number) => `corrected by ${n} (more out than in)`,
    visits: 'Visits',
    dwellMedian: 'Median stay',
    dwellP90: '90 % stayed up to',
    waitMedian: 'Median wait',
    dwell: 'Length of stay',
    few: 'few people, not shown',
    none: '–',
    separator: ', ',
    listSeparator: ', ',
  },
  live: {
    title: 'Now',
    today: (day: string, time: string) => `${day}, since ${time}`,
    zones: 'Areas now',
    noZones: 'No area is set yet. Areas tell how many people are at a shelf or in the queue.',
    setZones: 'Set areas',
    waiting: 'waiting',
    here: 'there now',
    notMeasured: 'not measured',
    stage: 'Floor',
    stageLabel: (people: number, place: string) => `${place}: ${people} in view, drawn as dots`,
    stageLabelHidden: (place: string) => `${place}: lines and areas`,
    dots: 'Show people as dots',
    dotsHint: 'Dots appear only while five or more people are in view.',
    dotsWaiting: 'Fewer than five in view: no dots',
    chooseCamera: 'Camera',
    health: 'Cameras',
    newest: (age: string) => `newest frame ${age} ago`,
    noFrame: 'no frame yet',
    pace: (fps: string, wanted: string) => `${fps} of ${wanted} frames/s`,
    shortEngine: (fps: string, wanted: string) =>
      `${fps} of ${wanted} images a second: this PC is at its limit.`,
    shortCamera: (fps: string, wanted: string) =>
      `${fps} of ${wanted} images a second: the camera sends no more.`,
    unsure: {
      engine: (least: number) =>
        `Below ${least} images a second, counts become less sure. Pause a camera or use a faster PC.`,
      camera: (least: number) =>
        `Below ${least} images a second, counts become less sure. Raise the frame rate in the camera’s own settings.`,
    },
    technical: 'Technical details',
    detectMs: (ms: string) => `detector ${ms} ms per frame`,
    otherMs: (ms: string) => `everything else ${ms} ms`,
    spared: (percent: string) => `nothing moved in ${percent} of the frames`,
    engineShare: (percent: string) => `engine at work ${percent} of the time`,
    technicalHint:
      'Over the last ten seconds. Where nothing moves and nobody is in view, the detector rests. All cameras share one engine; when it is fully at work, a camera with an entrance line gets up to twice as many frames as one without.',
    backend: { wasm: 'on the CPU', webgpu: 'on the graphics processor' },
    engines: {
      webgpu: 'graphics processor',
      'wasm-threads': 'CPU, several threads',
      wasm: 'CPU, one thread',
    },
    trial: (engine: string, ms: string | null) => (ms === null ? `${engine} failed` : `${engine} ${ms} ms`),
    tried: (trials: string) => `Tried on this PC: ${trials}. The fastest counts.`,
    engineFacts: (where: string, threads: number, ms: string) =>
      `The detector runs ${where}${threads > 1 ? ` with ${threads} threads` : ''}. One picture in full detail took ${ms} ms at the start. Where that is too slow for all cameras, smaller pictures are used.`,
    retry: 'Try again',
    restart: 'Start again',
    stoppedTitle: 'Counting is stopped',
    stoppedText: 'Nobody is counted at present. The time is recorded as a gap.',
    start: 'Start counting',
    stop: 'Stop counting',
    startingTitle: 'Getting ready to count',
    startingHint: 'This takes a few seconds; on the first visit up to a minute.',
    stepDone: 'done',
    stepNow: 'in progress',
    stepNext: 'next',
    elsewhere: 'Another tab counts. These are its figures, a few seconds old.',
    noCamera: 'No camera is in use.',
    noCameraHint: 'All cameras are paused. Resume one under “Cameras and areas”.',
  },
  demo: {
    title: 'Demo store',
    text: 'You see a simulated store being counted by the real detector.',
    end: 'Add a camera of your store and the demo ends; its figures are never mixed with yours.',
    speed: 'Speed',
    realTime: 'Real time',
    fastForward: 'Fast',
    clock: (time: string) => `demo time ${time}`,
    compare: 'Compare with the truth',
    compareHide: 'Hide the comparison',
    compareText: 'The demo store knows exactly who came and went. So you can see how well it is counted.',
    counted: 'Counted',
    exact: 'Exact',
    difference: 'Difference',
    visitsIn: (zone: string) => `Visits: ${zone}`,
    underK: 'shown from 5',
  },
  history: {
    title: 'Look back',
    day: 'Day',
    previous: 'Previous day',
    next: 'Next day',
    todayButton: 'Today',
    slot: 'Interval',
    minutes: (n: number) => `${n} min`,
    flowTitle: 'In and out',
    dwellTitle: 'Stays by area',
    loading: 'Fetching the figures …',
    empty: 'Nothing was counted on this day.',
    emptyHint: 'Figures appear here about a quarter of an hour after counting begins.',
    failed: 'The figures could not be read.',
    again: 'Try again',
    total: 'Day',
    time: 'Time',
    status: 'State',
    chartLabel: (day: string) => `Bars of people in and out on ${day}. The table holds the same figures.`,
    bandsLabel: (zone: string) => `Length of stay at ${zone}`,
    legendRate: (name: string) => `${name} (right axis)`,
    legendGap: 'not measured',
    legendOpen: 'in progress',
    legendClosed: 'closed',
    whyTitle: 'Why this number?',
    whyIn:
      'In and out: people whose feet crossed an entrance line and stayed on the other side. Somebody who turns round on the line is not counted; somebody who comes twice counts twice, because nobody is recognised.',
    whyOccupancy: 'In the store: in minus out since the day began, never below 0.',
    whyDwell:
      'Stays: from the first to the last moment a person is seen inside the area. Median and 90 % are estimated from the bands. Under 5 visits nothing is shown.',
    lastChecked: (line: string, day: string) => `${line}: last accuracy check on ${day}.`,
    neverChecked: (line: string) =>
      `${line}: no accuracy check with its present settings; its error is not known.`,
    whyCoverage: (percent: string) =>
      `Measured: seconds measured ÷ seconds so far. This day: ${percent}. What was not measured is left out, never estimated.`,
    gapCauses: (list: string) => `Not measured, summed over the cameras: ${list}.`,
    range: (from: string, to: string) => `${from} – ${to}`,
    occupancyEnd: 'In the store (end)',
    coverage: 'Measured',
    zone: 'Area',
    bandFirst: (to: string) => `under ${to}`,
    bandVisits: (band: string, visits: string) => `${band}: ${visits}`,
    configChanged:
      'Lines, areas or the detector changed on this day. Figures before and after may not be comparable.',
    band: (from: string, to: string) => `${from} – ${to}`,
    bandLast: (from: string) => `over ${from}`,
  },
  exporting: {
    open: 'Write as CSV',
    title: 'Write figures to a file',
    text: 'Only numbers per interval leave this PC, in a file that you keep. Each export is noted in the journal.',
    recipient: 'Who receives it',
    recipientHint: 'e.g. head office, sales planning',
    purpose: 'What for',
    purposeHint: 'e.g. weekly report',
    profile: 'For',
    inHouse: 'Our company (15 minutes and up)',
    thirdParty: 'Outside the company (60 minutes and up, rounded to 5)',
    from: 'From',
    to: 'To',
    submit: 'Write the file',
    cancel: 'Cancel',
    done: (name: string) => `Written: ${name}`,
    required: 'Please fill this in.',
    tooLong: (max: number) => `At most ${max} characters.`,
    order: '“To” must not be before “From”.',
  },
  cameras: {
    title: 'Cameras and areas',
    empty: 'No camera of your store yet',
    emptyHint:
      'Until you add one, the demo store is counted. You need a USB camera on this PC, or a gateway that offers your network camera as WHEP (MediaMTX, Janus and others).',
    add: 'Add a camera',
    name: 'Name',
    nameHint: 'e.g. Entrance',
    kind: 'Connection',
    usb: 'USB camera on this PC',
    whep: 'Network camera through a gateway (WHEP)',
    findUsb: 'Look for USB cameras',
    findUsbHint: 'Chrome asks for permission once. Allow it: only then can cameras be named.',
    usbNone: 'No USB camera was found. Plug one in and look again.',
    device: 'Device',
    deviceUnnamed: (n: number) => `Camera ${n}`,
    url: 'Address of the stream',
    urlHint: 'e.g. http://192.168.1.20:8889/entrance/whep',
    urlInvalid:
      'Enter an address that begins with http:// or https://, without user name and password in it.',
    access: 'Access',
    accessNone: 'None',
    accessBasic: 'User name and password',
    accessBearer: 'Token',
    user: 'User name',
    password: 'Password',
    token: 'Token',
    accessHint: 'Kept on this PC only; never shown again or exported.',
    save: 'Save',
    cancel: 'Cancel',
    reloadTitle: 'One reload is needed',
    reloadText:
      'The page may talk only to addresses that you configured. The new one is allowed after a reload.',
    reload: 'Reload now',
    notPossible: 'This way of serving the app cannot allow new camera addresses. The manual says how.',
    pause: 'Pause',
    resume: 'Resume',
    rename: 'Rename',
    setConnection: 'Change the connection',
    setConnectionHint:
      'For another device, port or address in the same place. Lines, areas and history stay. Type access data again.',
    remove: 'Delete',
    setAccess: 'Access data',
    lines: (n: number) => (n === 1 ? '1 line' : `${n} lines`),
    zones: (n: number) => (n === 1 ? '1 area' : `${n} areas`),
    nothingCounted: 'This camera counts nothing yet: add a line at the entrance or an area.',
    demoCamera: 'Demo store (simulated)',
    sourceUsb: 'USB camera',
    scene: 'Lines and areas',
    line: 'Line',
    zone: 'Area',
    entityKind: (shape: string, kind: string) => `${shape}: ${kind}`,
    edit: (name: string) => `Change “${name}”`,
    editShort: 'Change',
    close: 'Close',
    usbMissing: 'Look for USB cameras first, then choose one.',
    sizeInvalid: 'Enter width and height of the picture in pixels.',
    elsewhere:
      'Another tab is counting. Change cameras and areas there, so that the two do not overwrite each other.',
    addLine: 'Add a line',
    addZone: 'Add an area',
    importScene: 'Import a scene file',
    importHint: 'Choose a JSON file or drop it here.',
    importFrame: 'Picture size for files in pixels',
    width: 'Width',
    height: 'Height',
    imported: (lines: string, zones: string) => `Added: ${lines}, ${zones}.`,
    lineKind: 'Counts',
    zoneKind: 'Kind',
    points: 'Points',
    pointsHint: 'One point a line: x, y. From 0 to 1 (left top to right bottom), or in pixels.',
    pointsInvalid: (line: number) => `Line ${line} is not “x, y”.`,
    pointsFewLine: 'A line needs at least two points.',
    pointsFewZone: 'An area needs at least three points.',
    pointsOutside: (line: number) => `The point in line ${line} lies outside the picture.`,
    units: 'Unit',
    unit01: '0 to 1',
    pixels: 'Pixels',
    inward: 'In side',
    inwardHint: 'Which way does one enter, seen in the picture?',
    directions: {
      keep: 'as it is',
      right: 'to the right',
      left: 'to the left',
      down: 'downwards (towards the camera)',
      up: 'upwards (away from the camera)',
    },
    region: 'Detection range',
    regionWhole: 'the whole picture',
    regionPart: (across: string, down: string) => `across ${across}, down ${down}`,
    percentRange: (from: string, to: string) => `${from}–${to} %`,
    regionHint:
      'In percent of the picture, from its left and its top. People are looked for only inside this range: leave out a street or a screen that need not be counted.',
    edges: { left: 'Left (%)', top: 'Top (%)', right: 'Right (%)', bottom: 'Bottom (%)' },
    regionNumber: 'Enter a number from 0 to 100.',
    regionOrder: { right: 'Must be greater than “Left”.', bottom: 'Must be greater than “Top”.' },
    regionSmall: (percent: string) => `The range must be at least ${percent} of the picture.`,
    regionLeavesOut: (names: string) =>
      `These reach beyond the range: ${names}. Outside it nothing is counted.`,
    regionUseWhole: 'Use the whole picture',
    delete: (name: string) => `Delete “${name}”`,
    undo: 'Undo',
    removed: (names: string) => `Deleted: ${names}. The figures recorded so far stay.`,
    nameRequired: 'Give it a name.',
    nameLong: (max: number) => `At most ${max} characters.`,
  },
  privacy: {
    title: 'Privacy',
    lead: 'What comes in, what is kept, what is never made. Every figure below is read from the running system.',
    inTitle: 'What comes in',
    inText:
      'Frames of the configured cameras go to one worker on this PC. It finds people, counts them and overwrites the frame. Only numbers come out.',
    keptTitle: 'What is kept',
    keptText:
      'Counts per 15 minutes, time spent by place per hour or day, and your settings, in this browser on this PC. Figures about stays are kept only from 5 visits, time by place only from 5 people.',
    keptEmpty: 'Nothing is stored yet.',
    neverTitle: 'What is never made',
    never: [
      'no recording, no photo, no thumbnail of the camera’s picture',
      'no face, no feature by which somebody could be recognised',
      'no path of a single person, no time of a single visit',
    ],
    emptyPlaces: (list: string) => `Empty: ${list}.`,
    packedRecords: (list: string) =>
      `Days that are over are packed: one record there is a whole day of one kind. Records inside: ${list}.`,
    packedPlace: (place: string, records: string) => `${place} ${records}`,
    inventoryTitle: 'What is stored now',
    bytes: 'Bytes (about)',
    total: 'Sum',
    camera: 'Camera',
    sequence: 'No.',
    texts: 'Words (to whom, what for; builds)',
    place: 'Place',
    records: 'Records',
    fields: 'Fields',
    ledgerTitle: 'Frames',
    ledgerText: 'Every frame received is closed again. Received = closed + alive.',
    received: 'Received',
    analysed: 'Analysed',
    skipped: 'Skipped',
    closed: 'Closed',
    alive: 'Alive now',
    noFrames: 'No camera delivers at present.',
    engineTitle: 'Detector',
    engine: (backend: string, ms: string) => `Runs ${backend}; warm-up took ${ms} ms.`,
    engineNone: 'Not started.',
    model: 'Digest of the model (SHA-256)',
    journalTitle: 'Journal',
    journalText: 'Settings, exports, deletions and problems, newest first.',
    journalEmpty: 'No entries yet.',
    when: 'When',
    entry: 'Entry',
    numbers: 'Numbers',
    limitsTitle: 'What this page cannot vouch for',
    limits:
      'Browser extensions, the operating system, and somebody who photographs the screen are beyond its reach. And whoever can change the served files can change this page as well: compare the digests from outside, as “Check it yourself” shows.',
    refresh: 'Read again',
  },
  journal,
  access: accessEn,
  accuracy: accuracyEn,
  addCamera: addCameraEn,
  cameraHealth: cameraHealthEn,
  alerts: alertsEn,
  calendar: calendarEn,
  leftOut: leftOutEn,
  chart: chartEn,
  review: reviewEn,
  evidence: evidenceEn,
  erase: eraseEn,
  checkYourself: checkYourselfEn,
  compare: compareEn,
  placement: placementEn,
  kiosk: kioskEn,
  shell: shellEn,
  update: updateEn,
  preview: previewEn,
  plan: planEn,
  planFile: planFileEn,
  recount: recountEn,
  conversion: conversionEn,
  queue: queueEn,
  drawing: drawingEn,
  setup: setupEn,
  flows: flowsEn,
  heat: heatEn,
  historyRemoval: historyRemovalEn,
  ranges: rangesEn,
  sample: sampleEn,
  floor: floorEn,
  settings: {
    title: 'Settings',
    store: 'Store',
    name: 'Name of the store',
    timeZone: 'Time zone',
    timeZoneHint: 'Figures follow the clock of the store, e.g. Asia/Tokyo.',
    dayStart: 'The business day begins at',
    dayStartHint: 'Shops that are open past midnight choose e.g. 05:00.',
    retention: 'Figures are kept for (months)',
    retentionHint: '1 to 36 months. Older figures are deleted every day.',
    save: 'Save',
    saved: 'Saved.',
    screen: 'This screen',
    screenHint: 'Kept in the address of the page, not on the PC. Bookmark it to keep it.',
    language: 'Language',
    theme: 'Appearance',
    themes: { system: 'As the PC', light: 'Light', dark: 'Dark' },
    backend: 'Detector runs on',
    backends: { auto: 'Automatic', wasm: 'CPU', webgpu: 'Graphics processor' },
    backendHint: 'A change takes effect after a reload.',
    backendNow: (backend: string) => `Now ${backend}.`,
    reload: 'Reload now',
    minuteInvalid: 'Enter a time such as 05:00.',
    timeZoneInvalid: 'This time zone is not known. Choose one from the list.',
    retentionInvalid: 'Enter a whole number from 1 to 36.',
  },
};

/** The shape that every language fills. */
export type Messages = typeof en;
