import type { LeftOutReason } from '../../core/measures/left-out-time.ts';

/** Sentences about times whose figures are not shown. */
export interface LeftOutMessages {
  readonly title: string;
  readonly hint: string;
  readonly open: string;
  readonly formTitle: (day: string) => string;
  readonly from: string;
  readonly to: string;
  readonly camera: string;
  readonly everyCamera: string;
  readonly deletedCamera: string;
  readonly reason: string;
  readonly reasons: Readonly<Record<LeftOutReason, string>>;
  readonly submit: string;
  readonly timeInvalid: string;
  readonly order: string;
  readonly takeBack: string;
  readonly takeBackOf: (time: string) => string;
  readonly none: string;
}

export const leftOutEn: LeftOutMessages = {
  title: 'Times left out',
  hint: 'If a camera was moved or there was building work, leave that time out. It then counts as not measured, by whole quarters of an hour. The records stay, and you can take it back. The heat map then leaves out every hour that the time touches, and for the rest of that day shows only places where at least 5 people were within one hour.',
  open: 'Leave a time out',
  formTitle: (day) => `Leave out a time on ${day}`,
  from: 'From (such as 10:00)',
  to: 'To (such as 12:00)',
  camera: 'Camera',
  everyCamera: 'All cameras',
  deletedCamera: 'A deleted camera',
  reason: 'Reason',
  reasons: {
    works: 'Building work or cleaning',
    'camera-moved': 'The camera was moved or covered',
    event: 'An event in the store',
    training: 'Training or delivery by staff',
    implausible: 'The figures cannot be right',
    other: 'Another reason',
  },
  submit: 'Leave out',
  timeInvalid: 'Enter a time such as 10:00.',
  order: 'The end must come after the start, within the business day.',
  takeBack: 'Take back',
  takeBackOf: (time) => `Take back: ${time}`,
  none: 'No time is left out on the days shown.',
};
