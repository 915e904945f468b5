import { useEffect } from 'preact/hooks';
import type { JSX } from 'preact';
import { LEAST_CROSSINGS } from '../../../core/accuracy-check/count-error.ts';
import type { Direction } from '../../../core/counting/counting-event.ts';
import type { RunningCheck } from '../../../state/accuracy-store.ts';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { Button } from '../../widgets/button.tsx';
import styles from './accuracy-view.module.css';

const KEYS: Readonly<Record<string, Direction>> = {
  ArrowRight: 'in',
  ArrowLeft: 'out',
  i: 'in',
  I: 'in',
  o: 'out',
  O: 'out',
};

/** Two large keys, the person's own counts, and nothing of what the system counts. */
export function RunningPanel({ running }: { readonly running: RunningCheck }): JSX.Element {
  const { accuracy } = useApp();
  const { m, f } = useText();
  useKeys(!running.isEnding);
  const left = (count: number): number => Math.max(0, LEAST_CROSSINGS - count);
  return (
    <section class={styles.running} aria-label={m.accuracy.counting(running.line.name)}>
      <h2 class={layout.heading}>{m.accuracy.counting(running.line.name)}</h2>
      <p class={layout.prose}>{m.accuracy.keys}</p>
      <div class={styles.keys}>
        <CountKey direction="out" count={running.out} disabled={running.isEnding} />
        <CountKey direction="in" count={running.in} disabled={running.isEnding} />
      </div>
      <p class={layout.prose}>
        {m.accuracy.elapsed(f.duration(Math.floor((running.nowMs - running.startedAtMs) / 1000)))}
      </p>
      <p class={layout.prose}>{m.accuracy.enough(left(running.in), left(running.out))}</p>
      <div class={layout.row}>
        <Button kind="primary" disabled={running.isEnding} onClick={() => accuracy.end()}>
          {running.isEnding ? m.accuracy.ending : m.accuracy.end}
        </Button>
        <Button disabled={!running.canUndo} onClick={() => accuracy.undo()}>
          {m.accuracy.undo}
        </Button>
        <Button kind="quiet" onClick={() => accuracy.discard()}>
          {m.accuracy.discard}
        </Button>
      </div>
    </section>
  );
}

function CountKey({
  direction,
  count,
  disabled,
}: {
  readonly direction: Direction;
  readonly count: number;
  readonly disabled: boolean;
}): JSX.Element {
  const { accuracy } = useApp();
  const { m, f } = useText();
  return (
    <button
      type="button"
      class={styles.key}
      disabled={disabled}
      aria-label={direction === 'in' ? m.accuracy.pressIn : m.accuracy.pressOut}
      onClick={() => accuracy.press(direction)}
    >
      <span class={styles.arrow} aria-hidden="true">
        {direction === 'in' ? '→' : '←'}
      </span>
      <span class={styles.word}>{m.accuracy[direction]}</span>
      <span class={styles.count}>{f.integer(count)}</span>
    </button>
  );
}

/** The whole page listens: a person who watches the door does not look at the screen. */
function useKeys(enabled: boolean): void {
  const { accuracy } = useApp();
  useEffect(() => {
    if (!enabled) return undefined;
    const press = (event: KeyboardEvent): void => {
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      const direction = KEYS[event.key];
      if (direction) accuracy.press(direction);
      else if (event.key === 'Backspace') accuracy.undo();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [accuracy, enabled]);
}
