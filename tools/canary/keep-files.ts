import { linkSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { filesBelow, OF_THE_ORIGIN } from './scan-files.ts';

/** Holds on to the files that an origin makes in a browser's profile, so that none can be deleted before it was looked at. */
export interface FileKeeper {
  /** Ends it; returns the folder with those files that are gone from the profile. */
  stop(): string;
}

const EVERY_MS = 100;

/** Gives each file of an origin below `profile` a second name below `kept`, a tenth of a second after it was made. */
export function keepFiles(profile: string, kept: string): FileKeeper {
  const names = new Map<number, { readonly original: string; readonly copy: string }>();
  const look = (): void => {
    for (const original of filesBelow(profile).filter((path) => OF_THE_ORIGIN.test(path))) {
      const inode = inodeOf(original);
      if (inode === null || names.has(inode)) continue;
      const copy = join(kept, String(inode), relative(profile, original));
      try {
        mkdirSync(dirname(copy), { recursive: true });
        linkSync(original, copy);
        names.set(inode, { original, copy });
      } catch {
        continue; // gone between two looks
      }
    }
  };
  const timer = setInterval(look, EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      for (const [inode, { original, copy }] of names) {
        if (inodeOf(original) === inode) rmSync(copy, { force: true });
      }
      return kept;
    },
  };
}

function inodeOf(path: string): number | null {
  try {
    return statSync(path).ino;
  } catch {
    return null; // gone
  }
}
