import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { LinePlacement } from '../../../contracts/vision.ts';
import { warnAboutLine, type PlacementWarning } from '../../../core/placement/placement-warnings.ts';
import type { Line } from '../../../core/site/site.ts';
import { useApp, useText } from '../../app-context.ts';
import type { Format } from '../../i18n/format.ts';
import type { Messages } from '../../i18n/messages.en.ts';
import layout from '../../styles/layout.module.css';
import { Button } from '../../widgets/button.tsx';

/** Says in words whether a line lies well, by the people who came past it lately. */
export function LinePlacementAdvice({ line }: { readonly line: Line }): JSX.Element {
  const { accuracy } = useApp();
  const { m, f } = useText();
  const sentences = useSignal<readonly string[]>([]);
  async function judge(): Promise<void> {
    const judged = await accuracy.judge(line.id);
    sentences.value = judged.ok ? sentencesOf(judged.value, { m, f }) : [m.accuracy.placeUnknown];
  }
  return (
    <>
      <Button kind="quiet" label={m.accuracy.judgeLine(line.name)} onClick={() => void judge()}>
        {m.accuracy.judge}
      </Button>
      <div role="status">
        {sentences.value.map((sentence) => (
          <p key={sentence} class={layout.prose}>
            {sentence}
          </p>
        ))}
      </div>
    </>
  );
}

interface Text {
  readonly m: Messages;
  readonly f: Format;
}

function sentencesOf(placement: LinePlacement, text: Text): readonly string[] {
  const { m, f } = text;
  const warnings = warnAboutLine(placement, placement.inputPixels);
  if (warnings.length === 0) return [m.accuracy.placeGood(placement.people)];
  const { shiftX, shiftY } = placement;
  const better =
    shiftX === null || shiftY === null
      ? []
      : [m.accuracy.placeBetter(f.decimal(100 * shiftX), f.decimal(100 * shiftY))];
  return [...warnings.map((warning) => sentenceOf(warning, text)), ...better];
}

function sentenceOf(warning: PlacementWarning, { m, f }: Text): string {
  const { placeWarnings, placeFew } = m.accuracy;
  switch (warning.code) {
    case 'too-few-to-judge':
      return placeFew(warning.seen, warning.needed);
    case 'people-too-small':
      return placeWarnings[warning.code](f.integer(warning.pixels));
    case 'small-angle':
      return placeWarnings[warning.code](f.integer(warning.degrees));
    case 'people-stop-here':
    case 'paths-end-here':
    case 'often-hidden':
      return placeWarnings[warning.code](f.percent(warning.share));
  }
}
