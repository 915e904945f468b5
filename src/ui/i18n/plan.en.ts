/** Sentences about the floor in the live view. */
export interface PlanMessages {
  /** The choice between the plan and the cameras' views. */
  readonly choose: string;
  readonly plan: string;
  readonly planLabel: (people: number) => string;
  readonly planLabelHidden: string;
  /** A zone and how many are in it, on the drawing. */
  readonly inZone: (zone: string, people: string) => string;
  readonly legend: string;
  readonly band: (from: string, to: string) => string;
  readonly bandLast: (from: string) => string;
}

export const planEn: PlanMessages = {
  choose: 'View',
  plan: 'Plan',
  planLabel: (people) => `Plan of the store with its areas, ${people} people as dots`,
  planLabelHidden: 'Plan of the store with its areas',
  inZone: (zone, people) => `${zone} ${people}`,
  legend: 'People in an area',
  band: (from, to) => `${from}–${to}`,
  bandLast: (from) => `${from} or more`,
};
