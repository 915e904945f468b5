import type { JSX } from 'preact';
import { MAX_TALLY_LENGTH } from '../../../contracts/tally-codec.ts';
import { bytesOfPicture } from '../../../core/review/worker-output.ts';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { DataTable } from '../../widgets/data-table.tsx';

/** Where no camera tells how large its pictures are: the size that shops' cameras usually send. */
const USUAL = { width: 1280, height: 720 };

/** 映像を扱う部分から出るもの: how many bytes come out, beside what one picture would take, and what was refused. */
export function OutputSection(): JSX.Element | null {
  const { privacy } = useApp();
  const { m, f } = useText();
  const now = privacy.tightness.value;
  const rate = privacy.output.value;
  const picture = usePicture();
  if (!now) return null;
  const { output } = m.review;
  const row = (name: string, bytes: number | null) => ({
    name,
    cells: [bytes === null ? m.figures.none : f.integer(Math.ceil(bytes))],
  });
  return (
    <section class={layout.section}>
      <h2 class={layout.heading}>{output.title}</h2>
      <p class={layout.prose}>{output.text}</p>
      <DataTable
        caption={output.title}
        columns={[output.what, output.bytes]}
        rows={[
          row(output.perSecond, rate && rate.bytesPerSecond),
          row(output.perMessage, rate && rate.bytesPerMessage),
          row(output.most, MAX_TALLY_LENGTH * Float64Array.BYTES_PER_ELEMENT),
          row(
            output.picture(f.integer(picture.width), f.integer(picture.height)),
            bytesOfPicture(picture.width, picture.height),
          ),
        ]}
      />
      <p class={layout.prose}>{output.refused(f.integer(now.refused))}</p>
    </section>
  );
}

/** The largest picture that a camera sends now. */
function usePicture(): { readonly width: number; readonly height: number } {
  const { counting } = useApp();
  const sizes = counting.cameras.value.flatMap(({ stats }) =>
    stats?.width && stats.height ? [{ width: stats.width, height: stats.height }] : [],
  );
  return sizes.sort((a, b) => b.width * b.height - a.width * a.height)[0] ?? USUAL;
}
