/** Width of a text of one size, in points. */
export type MeasureText = (text: string, size: number) => number;

/**
 * What stays together: spaces; a word in an alphabet; a sign of Japanese with the brackets that open before it and the
 * marks that may not begin a line after it (JIS X 4051, 行頭禁則・行末禁則).
 */
const TOKEN =
  /\s+|[!-ɏ‐-‧€−]+|[（「『【〔［]*[^\s!-ɏ][、。，．・：；？！）」』】〕］ー々〜ぁぃぅぇぉっゃゅょァィゥェォッャュョ]*/gu;

/** Breaks a text into lines of at most `width`. A word that is wider than a line is broken where it must be. */
export function breakLines(
  text: string,
  { width, size, measure }: { readonly width: number; readonly size: number; readonly measure: MeasureText },
): readonly string[] {
  const fits = (line: string): boolean => measure(line.trimEnd(), size) <= width;
  const lines: string[] = [];
  let line = '';
  for (const token of text.match(TOKEN) ?? []) {
    if (fits(line + token)) {
      line += token;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    line = '';
    for (const sign of token.trimStart()) {
      if (line !== '' && !fits(line + sign)) {
        lines.push(line);
        line = '';
      }
      line += sign;
    }
  }
  return line.trim() === '' && lines.length > 0 ? lines : [...lines, line.trimEnd()];
}
