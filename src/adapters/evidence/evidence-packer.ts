import type { EvidencePack, EvidencePacker, NamedText } from '../../contracts/evidence.ts';
import { sha256 } from '../sha256.ts';

/** Packs evidence on this PC; the PDF writer is fetched from the own origin when it is first needed. */
export function createEvidencePacker(): EvidencePacker {
  return { digests, pack };
}

function digests(files: readonly NamedText[]): Promise<{ name: string; sha256: string }[]> {
  return Promise.all(
    files.map(async ({ name, text }) => ({ name, sha256: await sha256(new TextEncoder().encode(text)) })),
  );
}

async function pack({ atMs, paper, files }: EvidencePack): Promise<Uint8Array<ArrayBuffer>> {
  const [{ paperToPdf }, { zipFiles }] = await Promise.all([
    import('./paper-to-pdf.ts'),
    import('./zip-files.ts'),
  ]);
  const encoder = new TextEncoder();
  const contents: [string, Uint8Array<ArrayBuffer>][] = [
    [paper.name, await paperToPdf(paper.paper, atMs)],
    ...files.map(({ name, text }): [string, Uint8Array<ArrayBuffer>] => [name, encoder.encode(text)]),
  ];
  const sums = await Promise.all(contents.map(async ([name, bytes]) => `${await sha256(bytes)}  ${name}\n`));
  return zipFiles([...contents, ['SHA256SUMS', encoder.encode(sums.join(''))]], atMs);
}
