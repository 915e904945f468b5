import { packedPlaces } from '../../../core/review/packed-records.ts';
import type { PlaceSize } from '../../../core/review/storage-growth.ts';
import type { Format } from '../../i18n/format.ts';
import type { Messages } from '../../i18n/messages.en.ts';

/** How many records lie packed in which places; null where none are. */
export function packedText(
  places: readonly Pick<PlaceSize, 'place' | 'packed'>[],
  { m, f }: { readonly m: Messages; readonly f: Format },
): string | null {
  const packed = packedPlaces(places).map(({ place, records }) =>
    m.privacy.packedPlace(place, f.integer(records)),
  );
  return packed.length > 0 ? m.privacy.packedRecords(packed.join(m.figures.listSeparator)) : null;
}
