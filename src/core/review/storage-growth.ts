/** Records of one place. */
export interface PlaceSize {
  /** Database and store, `kazoe/line_slot`. */
  readonly place: string;
  readonly records: number;
  readonly bytes: number;
  /** Records of slots that lie packed in these, by kind. */
  readonly packed?: Readonly<Record<string, number>>;
}

/** How fast figures grow. */
export interface StorageGrowth {
  /** Hours of all cameras for which figures are stored. */
  readonly cameraHours: number;
  readonly bytesPerCameraHour: number;
}

/** Figures of one camera may take so much in an hour, however many people are in view. */
export const BUDGET_PER_CAMERA_HOUR = 20_000;

/** Stores that grow with time; settings, access and journal grow with what the operator does. */
const FIGURES = /_slot$|\/coverage$|\/day_(block|total)$/;

/** Each camera has one coverage record for a quarter of an hour. */
const RECORDS_AN_HOUR = 4;

/** Bytes of all figures by the hours that they are about; null before the first quarter of an hour. */
export function storageGrowth(places: readonly PlaceSize[]): StorageGrowth | null {
  const records = places
    .map(({ place, records: count, packed }) =>
      place.endsWith('/coverage') ? count : (packed?.coverage ?? 0),
    )
    .reduce((sum, count) => sum + count, 0);
  if (records === 0) return null;
  const bytes = places
    .filter(({ place }) => FIGURES.test(place))
    .reduce((sum, place) => sum + place.bytes, 0);
  const cameraHours = records / RECORDS_AN_HOUR;
  return { cameraHours, bytesPerCameraHour: bytes / cameraHours };
}
