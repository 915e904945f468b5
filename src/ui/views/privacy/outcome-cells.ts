import type { SelfCheckFinding } from '../../../core/review/self-check.ts';
import type { Messages } from '../../i18n/messages.en.ts';

/** A finding in words: the part, and its outcome and meaning. */
export function outcomeCells(
  { part, passed, about }: SelfCheckFinding,
  m: Messages,
): { readonly name: string; readonly cells: readonly [string, string] } {
  const { outcomes, parts, unknownText } = m.review;
  const { name, passed: whenPassed, failed: whenFailed } = parts[part];
  if (passed === null) return { name, cells: [outcomes.unknown, unknownText] };
  if (passed) return { name, cells: [outcomes.passed, whenPassed] };
  const which = about.length > 0 ? m.review.about(about.join(m.figures.listSeparator)) : '';
  return { name, cells: [outcomes.failed, `${whenFailed} ${which}`.trim()] };
}
