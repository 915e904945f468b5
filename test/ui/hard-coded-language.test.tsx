import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const LETTERS = /\p{L}{2,}/u;
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
/** Attributes and properties of our widgets that people read or hear. */
const READ =
  /^(aria-label|aria-description|title|placeholder|alt|label|hint|error|legend|caption|submitLabel|unit|note|context|waiting)$/;
/** Fonts and languages have names of their own. */
const ALLOWED = /^(日本語|English)$/;

function sourcesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(ROOT, folder, name));
}

/** What people would read in one language alone. */
function findings(file: string, text = readFileSync(file, 'utf8')): string[] {
  const source = ts.createSourceFile(
    file,
    text,
    ts.ScriptTarget.ES2023,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const found: string[] = [];
  const note = (node: ts.Node, words: string): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${relative(ROOT, file)}:${line + 1}: ${words.trim()}`);
  };
  const look = (node: ts.Node): void => {
    if (ts.isJsxText(node) && LETTERS.test(node.text)) note(node, node.text);
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      if (JAPANESE.test(node.text) && !ALLOWED.test(node.text)) note(node, node.text);
    }
    if (
      ts.isJsxAttribute(node) &&
      READ.test(node.name.getText()) &&
      node.initializer &&
      ts.isStringLiteral(node.initializer) &&
      LETTERS.test(node.initializer.text)
    ) {
      note(node, node.initializer.text);
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

describe('no human language', { timeout: 60_000 }, () => {
  it('is in the views: every word comes from the messages', () => {
    const files = sourcesIn('src/ui').filter((file) => !file.includes('/i18n/'));
    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap((file) => findings(file))).toEqual([]);
  });

  it('is below them: core, state, adapters and workers speak in codes', () => {
    const folders = ['src/core', 'src/contracts', 'src/state', 'src/adapters', 'workers'];
    expect(folders.flatMap(sourcesIn).flatMap((file) => findings(file))).toEqual([]);
  });

  it.each([
    ['a text', '<p>Hello there</p>', 'Hello there'],
    ['an attribute', '<Button label="Close">{m.x}</Button>', 'Close'],
    ['a string', "const text = '入店数';", '入店数'],
    ['a template', 'const text = `${n}人`;', '人'],
  ])('would be found: %s', (_, code, words) => {
    expect(findings('x.tsx', code)).toEqual([expect.stringContaining(words)]);
  });

  it.each(['<p>{m.live.title}</p>', '<p class="row" role="status">–</p>', '// 入店数'])(
    'is not in %s',
    (code) => {
      expect(findings('x.tsx', code)).toEqual([]);
    },
  );
});
