import type { JSX } from 'preact';
import { useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';

/** Follows. */
export function HistoryView(): JSX.Element {
  const { m } = useText();
  return <h1 class={layout.title}>{m.history.title}</h1>;
}
