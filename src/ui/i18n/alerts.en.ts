import type { AlertKind } from '../../core/alerts/alert-watch.ts';

/** An alert on the screen: the operator's name of what it is about, the figure now (formatted) and its limit. */
export interface AlertContext {
  readonly name: string;
  readonly now: string;
  readonly limit: string;
}

/** Sentences of the alerts and of their settings. */
export interface AlertMessages {
  readonly title: string;
  readonly sentences: Readonly<Record<AlertKind, (context: AlertContext) => string>>;
  /** For a notification of the system: numbers, and no name that somebody typed. */
  readonly notices: Readonly<Record<AlertKind, (context: Omit<AlertContext, 'name'>) => string>>;
  readonly seen: string;
  readonly isSeen: string;
  readonly quietNow: string;
  readonly clickForSound: string;
  readonly ofLimit: (limit: string) => string;
  readonly form: string;
  readonly formHint: string;
  readonly occupancyLimit: string;
  readonly occupancyLimitHint: string;
  readonly queueLength: (zone: string) => string;
  readonly queueWait: (zone: string) => string;
  readonly noQueues: string;
  readonly demoQueues: string;
  readonly stopped: string;
  readonly coverage: string;
  readonly coverageHint: string;
  readonly repeat: string;
  readonly repeatHint: string;
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly quietHint: string;
  readonly how: string;
  readonly sound: string;
  readonly testSound: string;
  readonly notify: string;
  readonly allow: string;
  readonly permission: Readonly<Record<'granted' | 'denied' | 'default' | 'unsupported', string>>;
  readonly outOfRange: (from: number, to: string) => string;
  readonly timeInvalid: string;
  readonly bothTimes: string;
}

export const alertsEn: AlertMessages = {
  title: 'Alerts',
  sentences: {
    occupancy: ({ now, limit }) => `${now} people are in the store (limit: ${limit}).`,
    'queue-length': ({ name, now, limit }) => `${now} people are waiting in “${name}” (alert from ${limit}).`,
    'queue-wait': ({ name, now, limit }) =>
      `The expected wait in “${name}” is ${now} min (alert from ${limit} min).`,
    'camera-stopped': ({ name, limit }) => `“${name}” has not been counted for ${limit} min or more.`,
    'coverage-low': ({ now, limit }) => `${now} % of today has been measured (alert under ${limit} %).`,
  },
  notices: {
    occupancy: ({ now, limit }) => `In store: ${now} (limit ${limit})`,
    'queue-length': ({ now, limit }) => `Waiting: ${now} (from ${limit})`,
    'queue-wait': ({ now, limit }) => `Expected wait: ${now} min (from ${limit} min)`,
    'camera-stopped': ({ limit }) => `A camera has not been counted for ${limit} min or more`,
    'coverage-low': ({ now, limit }) => `Time measured today: ${now} % (under ${limit} %)`,
  },
  seen: 'I have seen it',
  isSeen: 'Seen. It goes when it is over.',
  quietNow: 'Quiet hours: no sound and no notification now.',
  clickForSound: 'Click anywhere on this page once: the browser plays no sound before that.',
  ofLimit: (limit) => `limit ${limit}`,
  form: 'Alerts',
  formHint: 'Leave a field empty for no alert. An alert is shown on this PC only.',
  occupancyLimit: 'Most people in the store',
  occupancyLimitHint: 'Also shown beside the number of people in the store.',
  queueLength: (zone) => `${zone}: people waiting, from`,
  queueWait: (zone) => `${zone}: expected wait (min), from`,
  noQueues: 'There is no queue area yet. Draw one under Cameras and areas to get alerts for long queues.',
  demoQueues: 'In the demo store the alert comes at 5 people or more at the till.',
  stopped: 'Camera not counted for (min)',
  coverage: 'Time measured today under (%)',
  coverageHint: 'Shown once: what a day has lost does not come back.',
  repeat: 'Repeat after (min)',
  repeatHint: 'Empty: once.',
  quietFrom: 'Quiet from',
  quietTo: 'Quiet until',
  quietHint: 'For example 22:00 to 09:00. Alerts are then shown without sound or notification.',
  how: 'How alerts reach you',
  sound: 'Sound',
  testSound: 'Play the sound',
  notify: 'Notification of the PC (numbers only, no names)',
  allow: 'Ask the browser for permission',
  permission: {
    granted: 'The browser allows notifications.',
    denied: 'The browser was told not to allow notifications. Change it with the icon left of the address.',
    default: 'The browser has not been asked yet.',
    unsupported: 'This browser has no notifications.',
  },
  outOfRange: (from, to) => `Enter a whole number from ${from} to ${to}, or nothing.`,
  timeInvalid: 'Enter a time such as 22:00.',
  bothTimes: 'Enter both times, or neither.',
};
