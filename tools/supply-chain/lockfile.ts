/** The parts of `package.json` and `package-lock.json` (version 3) that are looked at. */
export interface PackageFile {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

export interface LockFile {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage extends PackageFile {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

/** Packages that may run a program of their own when they are installed, and why that is known. */
const MAY_RUN_AT_INSTALL: Readonly<Record<string, string>> = {
  esbuild: 'checks that its program is there; tsx needs it',
  protobufjs: 'prints a warning about versions',
  'unix-dgram': 'compiles a socket for the tests with Janus; optional',
};

const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/;
const STRONG = /^sha512-[A-Za-z0-9+/]{86}==$/;

/**
 * What is wrong with a lock file: packages without a strong digest, from an address of their own (a registry at home
 * must do), from git or a folder; versions that are not exact; programs at installation that nobody looked at.
 */
export function faultsOfLockFile(lock: LockFile, own: PackageFile): string[] {
  const declared = { ...own.dependencies, ...own.devDependencies };
  const locked = { ...lock.packages['']?.dependencies, ...lock.packages['']?.devDependencies };
  return [
    ...(lock.lockfileVersion === 3 ? [] : [`lock file of version ${lock.lockfileVersion}`]),
    ...Object.entries(declared).flatMap(([name, version]) => [
      ...(EXACT.test(version) ? [] : [`${name} is wanted as ${version}, which is no exact version`]),
      ...(locked[name] === version ? [] : [`${name} is locked as ${locked[name] ?? 'nothing'}`]),
    ]),
    ...Object.entries(lock.packages).flatMap(([path, entry]) => (path === '' ? [] : faultsOf(path, entry))),
  ];
}

function faultsOf(path: string, entry: LockedPackage): string[] {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  return [
    ...(path.startsWith('node_modules/') ? [] : [`${path} lies outside of node_modules`]),
    ...(STRONG.test(entry.integrity ?? '') ? [] : [`${path} has no SHA-512 digest`]),
    ...(entry.resolved === undefined ? [] : [`${path} comes from ${entry.resolved.slice(0, 60)}`]),
    ...(entry.link ? [`${path} is a link`] : []),
    ...(EXACT.test(entry.version ?? '') ? [] : [`${path} has the version ${entry.version ?? 'none'}`]),
    ...(entry.hasInstallScript && !Object.hasOwn(MAY_RUN_AT_INSTALL, name)
      ? [`${path} runs a program when it is installed`]
      : []),
  ];
}
