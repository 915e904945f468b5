import type { JSX } from 'preact';
import type { OtherStorage } from '../../../core/review/self-check.ts';
import { BUDGET_PER_CAMERA_HOUR, storageGrowth } from '../../../core/review/storage-growth.ts';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { DataTable } from '../../widgets/data-table.tsx';
import { packedText } from './packed-text.ts';
import styles from './privacy-view.module.css';

const MEGABYTE = 1_000_000;

/** いま保存しているもの: every place of this origin, its records, fields and size. */
export function StorageSection(): JSX.Element {
  const { privacy, selfCheck } = useApp();
  const { m, f } = useText();
  const stored = privacy.stored.value;
  const places = stored?.places ?? [];
  const growth = storageGrowth(places);
  const used = places.filter((place) => place.records > 0);
  const empty = places.filter((place) => place.records === 0).map(({ place }) => place);
  const bytes = places.reduce((sum, place) => sum + place.bytes, 0);
  const strangers = places.reduce((sum, place) => sum + place.foreign, 0);
  const records = places.reduce((sum, place) => sum + place.records, 0);
  const packed = packedText(places, { m, f });
  const other = selfCheck.report.value?.otherStorage;
  return (
    <section class={layout.section}>
      <h2 class={layout.heading}>{m.privacy.inventoryTitle}</h2>
      {stored && <p class={layout.prose}>{m.review.storedAt(f.dateTime(stored.atMs))}</p>}
      {stored && stored.lookedAt > 0 && (
        <p class={layout.prose}>
          {m.review.walked(
            f.integer(stored.lookedAt),
            f.integer(records),
            stored.wholeAtMs === null ? null : f.dateTime(stored.wholeAtMs),
          )}
        </p>
      )}
      {places.length === 0 ? (
        <p class={layout.prose}>{m.privacy.keptEmpty}</p>
      ) : (
        <DataTable
          caption={m.privacy.inventoryTitle}
          columns={[m.privacy.place, m.privacy.records, m.review.foreign, m.privacy.bytes, m.privacy.fields]}
          rows={used.map(({ place, records: count, foreign, bytes: size, fields }) => ({
            name: place,
            cells: [f.integer(count), f.integer(foreign), f.integer(size), fields.join(', ')],
          }))}
          total={{
            name: m.privacy.total,
            cells: [f.integer(records), f.integer(strangers), f.integer(bytes), ''],
          }}
          texts={[3]}
        />
      )}
      {empty.length > 0 && (
        <p class={styles.empty}>{m.privacy.emptyPlaces(empty.join(m.figures.listSeparator))}</p>
      )}
      {packed !== null && <p class={layout.prose}>{packed}</p>}
      {growth && (
        <p class={layout.prose}>
          {m.review.growth(
            f.integer(Math.round(growth.bytesPerCameraHour)),
            f.integer(BUDGET_PER_CAMERA_HOUR),
            growth.bytesPerCameraHour <= BUDGET_PER_CAMERA_HOUR,
          )}
        </p>
      )}
      {other && <BesideDatabases storage={other} />}
    </section>
  );
}

function BesideDatabases({ storage }: { readonly storage: OtherStorage }): JSX.Element {
  const { m, f } = useText();
  const { other } = m.review;
  const size = (storage.cachedBytes / MEGABYTE).toFixed(1);
  const count = (name: string, entries: number) => ({ name, cells: [f.integer(entries)] });
  return (
    <DataTable
      caption={m.review.otherTitle}
      columns={[m.review.otherTitle, m.privacy.records]}
      rows={[
        count(other.localStorage, storage.localStorage),
        count(other.sessionStorage, storage.sessionStorage),
        count(other.cookies, storage.cookies),
        count(other.originFiles, storage.originFiles),
        { name: other.cachedFiles, cells: [m.review.bytesOf(f.integer(storage.cachedFiles), size)] },
        ...(storage.olderFiles > 0 ? [count(other.olderFiles, storage.olderFiles)] : []),
      ]}
    />
  );
}
