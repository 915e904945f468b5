import type { JSX } from 'preact';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { DataTable } from '../../widgets/data-table.tsx';

/** 映像の出入り: what became of every frame, by camera, and how long one was held at most. */
export function FramesSection(): JSX.Element {
  const { counting, privacy } = useApp();
  const tightness = privacy.tightness.value;
  const { m, f } = useText();
  const rows = counting.cameras.value.flatMap(({ camera, health }) => {
    const { frames } = health;
    if (!frames) return [];
    const counts = (['received', 'analysed', 'skipped', 'closed', 'alive'] as const).map((count) =>
      f.integer(frames[count]),
    );
    const longestMs = tightness?.longestByCamera[String(camera.id)];
    const longest = longestMs === undefined ? m.figures.none : m.review.milliseconds(f.integer(longestMs));
    return [{ name: camera.name, cells: [...counts, longest] }];
  });
  return (
    <section class={layout.section}>
      <h2 class={layout.heading}>{m.privacy.ledgerTitle}</h2>
      <p class={layout.prose}>{m.privacy.ledgerText}</p>
      {rows.length === 0 ? (
        <p class={layout.prose}>{m.privacy.noFrames}</p>
      ) : (
        <DataTable
          caption={m.privacy.ledgerTitle}
          columns={[
            m.privacy.camera,
            m.privacy.received,
            m.privacy.analysed,
            m.privacy.skipped,
            m.privacy.closed,
            m.privacy.alive,
            m.review.longest,
          ]}
          rows={rows}
        />
      )}
    </section>
  );
}
