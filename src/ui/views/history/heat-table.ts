import type { HeatFigures } from '../../../contracts/archive.ts';
import type { CountedCamera } from '../../../core/site/counted-camera.ts';
import { hottestPlaces, shownSeconds } from '../../../state/heat-places.ts';
import { useText } from '../../app-context.ts';
import type { TableData } from '../../widgets/data-table.tsx';
import { useHeatText } from './heat-text.ts';

/** The table says those with most time; a spreadsheet gets them all. */
export const MOST_PLACES = 10;

/** The places where most time was spent, most first; at most so many. */
export function useHeatTable(camera: CountedCamera, figures: HeatFigures, most: number): TableData {
  const { m, f } = useText();
  const { placeOf, minutesOf } = useHeatText(figures);
  return {
    caption: m.heat.caption,
    columns: m.heat.columns,
    texts: [0],
    rows: hottestPlaces(figures, camera, most).map((place, index) => ({
      name: m.heat.rank(index + 1),
      cells: [placeOf(place), minutesOf(place.seconds), f.percent(place.share)],
    })),
    total: { name: m.heat.total, cells: ['', minutesOf(shownSeconds(figures)), f.percent(1)] },
  };
}
