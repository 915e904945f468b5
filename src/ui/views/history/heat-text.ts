import type { HeatFigures } from '../../../contracts/archive.ts';
import type { HeatPlace } from '../../../state/heat-places.ts';
import { useText } from '../../app-context.ts';

/** A heat map's places and times in words. */
export interface HeatText {
  readonly placeOf: (place: HeatPlace) => string;
  /** Person-minutes; one decimal below ten. */
  readonly minutesOf: (seconds: number) => string;
}

/** In the language in use; `floor` says whether places are on the floor or in the picture. */
export function useHeatText({ floor }: HeatFigures): HeatText {
  const { m, f } = useText();
  const metres = (value: number): string => f.integer(value).replace('-', '−');
  const positionOf = ({ column, row }: HeatPlace): string => {
    if (!floor) return m.heat.picturePlace(f.integer(column + 1), f.integer(row + 1));
    const [x, y] = [floor.xM + column * floor.cellM, floor.yM + row * floor.cellM];
    const { span, offSpan, floorPlace, offPlan } = m.heat;
    const isOnPlan = x >= 0 && y >= 0;
    const spanFrom = (from: number): string =>
      (isOnPlan ? span : offSpan)(metres(from), metres(from + floor.cellM));
    return (isOnPlan ? floorPlace : offPlan)(spanFrom(x), spanFrom(y));
  };
  return {
    placeOf: (place) => m.heat.inZone(place.zone ?? m.heat.outsideZones, positionOf(place)),
    minutesOf: (seconds) => (seconds < 600 ? f.decimal(seconds / 60) : f.integer(seconds / 60)),
  };
}
