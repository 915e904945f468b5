import type { JSX } from 'preact';
import { useApp, useText } from '../app-context.ts';

/** The one promise that the product makes; withheld while a self-check fails. */
export function Claim({ class: className }: { readonly class?: string | undefined }): JSX.Element {
  const { selfCheck } = useApp();
  const { m } = useText();
  return <p class={className}>{selfCheck.holds.value ? m.claim : m.review.withheld}</p>;
}
