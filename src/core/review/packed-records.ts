import type { PlaceSize } from './storage-growth.ts';

/** Records of slots that lie packed in the records of one place. */
export interface PackedPlace {
  readonly place: string;
  readonly records: number;
}

/** The places in which days lie packed, with how many records are inside: there, a record of the place is a day. */
export function packedPlaces(places: readonly Pick<PlaceSize, 'place' | 'packed'>[]): PackedPlace[] {
  return places.flatMap(({ place, packed }) => {
    const records = Object.values(packed ?? {}).reduce((sum, count) => sum + count, 0);
    return records > 0 ? [{ place, records }] : [];
  });
}
