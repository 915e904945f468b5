import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { responseHeaders } from '../../../tools/build/response-headers.ts';

const page = readFileSync(new URL('../../../public/journal-check.html', import.meta.url), 'utf8');

/** Source expression of the contents of the page's only element of that name (CSP Level 3, 2.3.1). */
function hashOf(tag: string): string {
  const [contents] = [...page.matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, 'g'))].map(([, text]) => text);
  return `'sha256-${createHash('sha256')
    .update(contents ?? '')
    .digest('base64')}'`;
}

test('the page that checks a journal may run its own script alone, and reach nothing', () => {
  const policy = responseHeaders('/journal-check.html').headers['Content-Security-Policy'];
  expect(policy).toContain(
    `default-src 'none'; script-src ${hashOf('script')}; style-src ${hashOf('style')};`,
  );
  expect(policy).not.toContain('connect-src');
});

test('the page that checks a journal needs no other file', () => {
  expect(page).not.toMatch(/\s(?:src|href)=|@import|url\(|import[\s(]/);
});
