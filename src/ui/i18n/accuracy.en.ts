import type { Expiry, Verdict } from '../../contracts/accuracy.ts';

const verdicts: Readonly<Record<Verdict, string>> = {
  passed: 'Within ±5 %',
  failed: 'Off by more than 5 %',
  undecided: 'Not decided yet',
  'too-few': 'Too few counted',
};

const verdictHints: Readonly<Record<Verdict, string>> = {
  passed: 'The whole 95 % interval lies within ±5 %.',
  failed:
    'The line counts wrongly here. Move it to where people walk straight through, or the camera higher.',
  undecided: 'The interval reaches beyond ±5 %. Count more.',
  'too-few': 'At least 200 crossings in this direction are needed.',
};

const expired: Readonly<Record<Expiry, string>> = {
  'line-changed': 'The line was changed after the last check. Count anew.',
  'camera-changed': 'The camera was changed after the last check. Count anew.',
  'rules-changed': 'The counting rules are newer than the last check. Count anew.',
  'model-changed': 'The detector is another one than at the last check. Count anew.',
  'too-old': 'The last check is more than 90 days old. Count anew.',
  'in-the-future': 'The last check is dated later than now. Set the clock of this PC, or count anew.',
};

export const accuracyEn = {
  title: 'Accuracy check',
  intro:
    'Stand where you see the line. Press a key for everybody who crosses it. The system counts at the same time, and you see its count only after you end. Nothing is filmed.',
  noLine: 'There is no line yet. Draw one under Cameras and areas.',
  demo: 'This is the demo store: the check works here as well, for practice. Its result is gone after a reload.',
  demoFast: 'Set the demo to real time first. Nobody can count in fast-forward.',
  notMeasured: 'This line is not being measured now. The check can begin as soon as it is.',
  start: 'Begin to count',
  startLine: (line: string) => `Begin to count at “${line}”`,
  counting: (line: string) => `Counting at “${line}”`,
  keys: 'Arrow right or I: in. Arrow left or O: out. Backspace takes the last one back.',
  in: 'In',
  out: 'Out',
  pressIn: 'In +1',
  pressOut: 'Out +1',
  undo: 'Take back',
  end: 'End and compare',
  discard: 'Throw away',
  unsaved: 'What you counted is not saved yet.',
  keep: 'Save the result',
  elapsed: (duration: string) => `${duration} so far. Best over several times of the day, busy ones too.`,
  enough: (inLeft: number, outLeft: number) =>
    inLeft + outLeft === 0
      ? 'Enough for a verdict in both directions.'
      : `For a verdict in this session alone: ${inLeft} more in, ${outLeft} more out. Sessions add up.`,
  ending: 'Adding up …',
  byLine: 'What the checks say',
  none: 'Not checked yet.',
  checks: (n: number, latest: string, until: string) =>
    `${n} ${n === 1 ? 'session' : 'sessions'}, latest ${latest}. Holds until ${until}.`,
  caption: (line: string) => `Accuracy of “${line}”`,
  columns: ['Direction', 'By hand', 'System', 'Error', '95 % interval', 'Verdict'],
  unknown: '–',
  share: (share: number) => `${share > 0 ? '+' : share < 0 ? '−' : ''}${Math.abs(share * 100).toFixed(1)} %`,
  interval: (from: string, to: string) => `${from} to ${to}`,
  verdicts,
  verdictHints,
  expired,
  method:
    'Ratio of system to hand over 5-minute intervals with a t interval (Cochran); passed when the whole interval lies within ±5 % and at least 200 crossings were counted by hand. A check holds for 90 days and for this line, camera and detector only. It says nothing about areas.',
  judge: 'Check its place',
  judgeLine: (line: string) => `Check its place: “${line}”`,
  placeGood: (people: number) => `Nothing speaks against this place: ${people} people seen near it lately.`,
  placeFew: (seen: number, needed: number) =>
    `Too few people yet: ${seen} crossings of ${needed} seen since counting began. Ask again later.`,
  placeUnknown: 'The camera is not being measured now.',
  placeWarnings: {
    'people-stop-here': (share: string) =>
      `${share} of the people stand on this line. Move it to where they only walk.`,
    'paths-end-here': (share: string) =>
      `${share} of the people appear or get lost beside this line. Move it away from edges, pillars and doors that hide them.`,
    'often-hidden': (share: string) =>
      `People are hidden here ${share} of the time. Mount the camera higher.`,
    'people-too-small': (pixels: string) =>
      `People are only ${pixels} pixels high for the detector here. Bring the camera closer, or set a detection range.`,
    'small-angle': (degrees: string) =>
      `Most people cross this line at a slant of only ${degrees}°. Turn it across their way.`,
  },
  placeBetter: (right: string, down: string) =>
    `It would count more reliably here: moved by ${right} % of the picture to the right and ${down} % down (minus: left, up).`,
};

export type AccuracyMessages = typeof accuracyEn;
