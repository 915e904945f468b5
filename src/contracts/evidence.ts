import type { Paper } from '../core/paper/paper.ts';

/** A file by its name and contents. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** A file by its name and digest. */
export interface NamedDigest {
  readonly name: string;
  /** SHA-256, lower-case hex. */
  readonly sha256: string;
}

/** What goes into one archive. */
export interface EvidencePack {
  readonly atMs: number;
  readonly paper: { readonly name: string; readonly paper: Paper };
  readonly files: readonly NamedText[];
}

/** Makes the evidence into one file. Loads what it needs for that when it is first asked. */
export interface EvidencePacker {
  digests(files: readonly NamedText[]): Promise<readonly NamedDigest[]>;
  /** A zip of the paper as PDF, the files, and `SHA256SUMS` of all of them. */
  pack(pack: EvidencePack): Promise<Uint8Array<ArrayBuffer>>;
}
