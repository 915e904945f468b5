import type { JSX } from 'preact';
import type { InputSize } from '../../state/shape-input.ts';
import { useText } from '../app-context.ts';
import { TextField } from './text-field.tsx';

/** Width and height of a camera's picture while they are typed. */
export interface FrameSizeDraft {
  readonly width: string;
  readonly height: string;
}

export const FULL_HD: FrameSizeDraft = { width: '1920', height: '1080' };

/** In pixels; not a number where nothing sensible is typed. */
export function frameSizeOf({ width, height }: FrameSizeDraft): InputSize {
  return { width: Number(width.normalize('NFKC')), height: Number(height.normalize('NFKC')) };
}

/** Two numbers of pixels. */
export function FrameSizeFields({
  size,
  onChange,
}: {
  readonly size: FrameSizeDraft;
  readonly onChange: (size: FrameSizeDraft) => void;
}): JSX.Element {
  const { m } = useText();
  return (
    <>
      <TextField
        width="narrow"
        label={m.cameras.width}
        value={size.width}
        onInput={(width) => onChange({ ...size, width })}
      />
      <TextField
        width="narrow"
        label={m.cameras.height}
        value={size.height}
        onInput={(height) => onChange({ ...size, height })}
      />
    </>
  );
}
