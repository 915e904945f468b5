import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { LinePlacement, ZonePlacement } from '../../contracts/vision.ts';
import {
  warnAboutLine,
  warnAboutZone,
  type PlacementWarning,
} from '../../core/placement/placement-warnings.ts';
import type { Result } from '../../core/result.ts';
import type { Line, ZoneRule } from '../../core/site/site.ts';
import { movedBy } from '../../state/shape-input.ts';
import { useApp, useText } from '../app-context.ts';
import type { Text } from '../i18n/error-text.ts';
import layout from '../styles/layout.module.css';
import { Button, ButtonLink } from './button.tsx';

/** Says whether a line lies well, by the people who came past it lately, and where it would lie better. */
export function LineAdvice({
  line,
  takeOver,
}: {
  readonly line: Line;
  /** Opens the line's form with the better place in it; without it the way to the form is shown. */
  readonly takeOver?: (moved: Line) => void;
}): JSX.Element {
  const { accuracy, counting, router } = useApp();
  const text = useText();
  const { m } = text;
  const judged = useSignal<Result<LinePlacement> | null>(null);
  const better = judged.value?.ok ? movedTo(line, judged.value.value) : null;
  return (
    <>
      <Button
        kind="quiet"
        label={m.accuracy.judgeLine(line.name)}
        onClick={() => void accuracy.judgeLine(line.id).then((answer) => (judged.value = answer))}
      >
        {m.accuracy.judge}
      </Button>
      <Sentences judged={judged.value} sentencesOf={lineSentences} />
      {better && takeOver && (
        <div class={layout.row}>
          <Button label={m.placement.takeOverLine(line.name)} onClick={() => takeOver(better)}>
            {m.placement.takeOver}
          </Button>
          <p class={layout.prose}>{m.placement.takeOverHint}</p>
        </div>
      )}
      {better && !takeOver && counting.mode.value === 'store' && (
        <ButtonLink href={router.hrefOf('cameras')}>{m.placement.toCameras}</ButtonLink>
      )}
    </>
  );
}

/** The same of a zone; none is suggested for it. */
export function ZoneAdvice({ zone }: { readonly zone: ZoneRule }): JSX.Element {
  const { accuracy } = useApp();
  const { m } = useText();
  const judged = useSignal<Result<ZonePlacement> | null>(null);
  return (
    <>
      <Button
        kind="quiet"
        label={m.accuracy.judgeLine(zone.name)}
        onClick={() => void accuracy.judgeZone(zone.id).then((answer) => (judged.value = answer))}
      >
        {m.accuracy.judge}
      </Button>
      <Sentences judged={judged.value} sentencesOf={zoneSentences} />
    </>
  );
}

function Sentences<T>({
  judged,
  sentencesOf,
}: {
  readonly judged: Result<T> | null;
  readonly sentencesOf: (placement: T, text: Text) => readonly string[];
}): JSX.Element {
  const text = useText();
  const sentences = !judged
    ? []
    : judged.ok
      ? sentencesOf(judged.value, text)
      : [text.m.accuracy.placeUnknown];
  return (
    <div role="status">
      {sentences.map((sentence) => (
        <p key={sentence} class={layout.prose}>
          {sentence}
        </p>
      ))}
    </div>
  );
}

/** Null where no place is clearly better, or nothing is wrong with the one it has. */
function movedTo(line: Line, placement: LinePlacement): Line | null {
  const { shiftX, shiftY, inputPixels } = placement;
  if (shiftX === null || shiftY === null || warnAboutLine(placement, inputPixels).length === 0) return null;
  return { ...line, points: movedBy(line.points, { x: shiftX, y: shiftY }) };
}

function lineSentences(placement: LinePlacement, text: Text): readonly string[] {
  const { m, f } = text;
  const warnings = warnAboutLine(placement, placement.inputPixels);
  if (warnings.length === 0) return [m.accuracy.placeGood(placement.people)];
  const { shiftX, shiftY } = placement;
  const better =
    shiftX === null || shiftY === null
      ? []
      : [m.accuracy.placeBetter(f.decimal(100 * shiftX), f.decimal(100 * shiftY))];
  return [...warnings.map((warning) => lineWarning(warning, text)), ...better];
}

function lineWarning(warning: PlacementWarning, { m, f }: Text): string {
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

function zoneSentences(placement: ZonePlacement, text: Text): readonly string[] {
  const warnings = warnAboutZone(placement, placement.inputPixels);
  if (warnings.length === 0) return [text.m.placement.zoneGood(placement.people)];
  return warnings.map((warning) => zoneWarning(warning, text));
}

function zoneWarning(warning: PlacementWarning, { m, f }: Text): string {
  const { zoneWarnings, zoneFew } = m.placement;
  switch (warning.code) {
    case 'too-few-to-judge':
      return zoneFew(warning.seen, warning.needed);
    case 'people-too-small':
      return zoneWarnings[warning.code](f.integer(warning.pixels));
    case 'people-stop-here':
    case 'paths-end-here':
    case 'often-hidden':
      return zoneWarnings[warning.code](f.percent(warning.share));
    case 'small-angle':
      return ''; // a zone has no angle
  }
}
