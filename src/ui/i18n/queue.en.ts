export const queueEn = {
  expected: (wait: string) => `expected wait ${wait} (last 15 min)`,
  tooFew: 'expected wait: needs 5 people in 15 min',
  lengthAverage: 'Waiting (average)',
  lengthMost: 'Most waiting',
  ofPeople: (people: string) => people,
};

export type QueueMessages = typeof queueEn;
