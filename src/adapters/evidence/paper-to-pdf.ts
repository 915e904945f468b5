import {
  beginText,
  endText,
  moveTo,
  lineTo,
  PDFCatalog,
  PDFContentStream,
  PDFContext,
  PDFHexString,
  PDFName,
  PDFPageLeaf,
  PDFPageTree,
  PDFString,
  PDFWriter,
  setFontAndSize,
  setLineWidth,
  setStrokingGrayscaleColor,
  setTextMatrix,
  showText,
  stroke,
  type PDFOperator,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { layOutPaper, PAGE, type PaperMark } from '../../core/paper/lay-out-paper.ts';
import type { Paper } from '../../core/paper/paper.ts';
import { createPaperFonts, type PaperFonts } from './paper-fonts.ts';

const HAIRLINE = 0.4;
const GREY = 0.7;
const OBJECTS_AT_ONCE = 1000;

/** A paper as a PDF file, dated `atMs`. */
export async function paperToPdf(paper: Paper, atMs: number): Promise<Uint8Array<ArrayBuffer>> {
  const context = PDFContext.create();
  const fonts = createPaperFonts(context);
  const tree = PDFPageTree.withContext(context);
  const treeRef = context.register(tree);
  for (const marks of layOutPaper(paper, (text, size) => fonts.widthOf(text, size))) {
    const page = PDFPageLeaf.withContextAndParent(context, treeRef);
    page.set(PDFName.of('MediaBox'), context.obj([0, 0, PAGE.width, PAGE.height]));
    for (const [name, ref] of fonts.refs) page.setFontDictionary(PDFName.of(name), ref);
    const operators = marks.flatMap((mark) => operatorsOf(mark, fonts));
    page.set(
      PDFName.of('Contents'),
      context.register(PDFContentStream.of(context.obj({}), operators, false)),
    );
    tree.pushLeafNode(context.register(page));
  }
  context.trailerInfo.Root = context.register(PDFCatalog.withContextAndPages(context, treeRef));
  context.trailerInfo.Info = infoOf(context, paper.title, atMs);
  return PDFWriter.forContext(context, OBJECTS_AT_ONCE).serializeToBuffer();
}

function infoOf(context: PDFContext, title: string, atMs: number): PDFRef {
  return context.register(
    context.obj({
      Title: PDFHexString.fromText(title),
      Producer: PDFString.of('Kazoe'),
      CreationDate: PDFString.fromDate(new Date(atMs)),
    }),
  );
}

function operatorsOf(mark: PaperMark, fonts: PaperFonts): PDFOperator[] {
  if (mark.kind === 'rule') {
    return [
      setStrokingGrayscaleColor(GREY),
      setLineWidth(HAIRLINE),
      moveTo(mark.x, mark.y),
      lineTo(mark.x + mark.width, mark.y),
      stroke(),
    ];
  }
  let x = mark.x;
  return fonts.runsOf(mark.text).flatMap(({ font, text, encoded }) => {
    const at = x;
    x += fonts.widthOf(text, mark.size);
    return [
      beginText(),
      setFontAndSize(PDFName.of(font), mark.size),
      setTextMatrix(1, 0, 0, 1, at, mark.y),
      showText(encoded),
      endText(),
    ];
  });
}
