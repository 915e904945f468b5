import { PDFHexString, PDFString, StandardFontEmbedder, type PDFContext, type PDFRef } from '@cantoo/pdf-lib';

/** A stretch of text in one font. */
export interface FontRun {
  readonly font: string;
  readonly text: string;
  readonly encoded: PDFHexString;
}

/** Fonts that a document names and every viewer has, so that none travels with it. */
export interface PaperFonts {
  readonly refs: readonly (readonly [string, PDFRef])[];
  /** In points. */
  widthOf(text: string, size: number): number;
  runsOf(text: string): readonly FontRun[];
}

const LATIN = 'L';
const JAPANESE = 'J';

/**
 * Japanese is set in a font of the Adobe-Japan1 collection that is named and not embedded: viewers take their own in its
 * place (PDF 32000-1, 9.7.5 and 9.7.6). What Helvetica has is set in Helvetica.
 */
const JAPANESE_FONT = 'KozGoPr6N-Regular';

/** What Helvetica can say: Latin 1 and the signs that WinAnsi adds. */
const RUNS = /[ -~\u00a0-ÿ‘’“”–—…•€]+|[^ -~\u00a0-ÿ‘’“”–—…•€]+/gu;
const IS_LATIN = /^[ -~\u00a0-ÿ‘’“”–—…•€]/u;

/** Registers the fonts in a document. */
export function createPaperFonts(context: PDFContext): PaperFonts {
  const latin = StandardFontEmbedder.for(
    'Helvetica' as unknown as Parameters<typeof StandardFontEmbedder.for>[0],
  );
  const refs = [
    [LATIN, latin.embedIntoContext(context)],
    [JAPANESE, japaneseFont(context)],
  ] as const;
  const runs = (text: string): readonly string[] => text.match(RUNS) ?? [];
  return {
    refs,
    widthOf: (text, size) =>
      runs(text).reduce(
        // Signs of the collection are as wide as they are high, but for half-width ones, which have more room here.
        (sum, run) =>
          sum + (IS_LATIN.test(run) ? latin.widthOfTextAtSize(run, size) : Array.from(run).length * size),
        0,
      ),
    runsOf: (text) =>
      runs(text).map((run) =>
        IS_LATIN.test(run)
          ? { font: LATIN, text: run, encoded: latin.encodeText(run) }
          : { font: JAPANESE, text: run, encoded: PDFHexString.of(utf16(run)) },
      ),
  };
}

function japaneseFont(context: PDFContext): PDFRef {
  const descriptor = context.obj({
    Type: 'FontDescriptor',
    FontName: JAPANESE_FONT,
    Flags: 4,
    FontBBox: [-149, -374, 1254, 1008],
    ItalicAngle: 0,
    Ascent: 880,
    Descent: -120,
    CapHeight: 763,
    StemV: 90,
  });
  const descendant = context.obj({
    Type: 'Font',
    Subtype: 'CIDFontType0',
    BaseFont: JAPANESE_FONT,
    CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Japan1'), Supplement: 6 },
    FontDescriptor: context.register(descriptor),
    DW: 1000,
  });
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: `${JAPANESE_FONT}-UniJIS-UTF16-H`,
      Encoding: 'UniJIS-UTF16-H',
      DescendantFonts: [context.register(descendant)],
    }),
  );
}

/** UTF-16 big endian as hex digits. */
function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, at) =>
    text.charCodeAt(at).toString(16).padStart(4, '0'),
  ).join('');
}
