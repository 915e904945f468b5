/** The builds of the app that this browser has: one in force and, sometimes, a newer one that waits. */
export interface UpdatePort {
  /** Tells the digest of a complete newer build that waits (null: none), now and whenever that changes. */
  watch(listener: UpdateListener): void;
  /** Asks the page's own origin for a newer build. Where it cannot be asked nothing happens. */
  check(): Promise<void>;
  /** Digest of the build in force; null where it does not say. */
  current(): Promise<string | null>;
  /** Lets the build that waits take over; the next load is served by it. False: it did not within ten seconds. */
  takeOver(): Promise<boolean>;
}

export interface UpdateListener {
  waits(build: string | null): void;
  /** Another build has taken over from the one that this page was loaded with. */
  replaced(): void;
}
