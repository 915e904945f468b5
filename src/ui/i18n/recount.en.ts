/** Sentences about setting the number of people in the store by hand. */
export interface RecountMessages {
  readonly open: string;
  readonly title: string;
  readonly hint: string;
  readonly people: string;
  readonly submit: string;
  readonly invalid: string;
  /** How many people recounts of the day have put in (+) or taken out (−), signed. */
  readonly changed: (people: string) => string;
  readonly why: string;
}

export const recountEn: RecountMessages = {
  open: 'Recount',
  title: 'Set the number of people in the store',
  hint: 'Count the people in the store and type the number. In and out stay as they were counted. The journal notes the old and the new number.',
  people: 'People in the store now',
  submit: 'Set',
  invalid: 'Enter a whole number, 0 or more.',
  changed: (people) => `recounted by hand: ${people}`,
  why: 'When staff recount, the difference is added from then on until the day ends.',
};
