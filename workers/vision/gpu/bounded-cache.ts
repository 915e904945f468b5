/** Things that are costly to make, by name. The one that was not asked for the longest goes when there are too many. */
export interface BoundedCache<T> {
  get(key: string, make: () => T): T;
}

/** `drop` is called with what goes. */
export function createBoundedCache<T>(limit: number, drop: (value: T) => void): BoundedCache<T> {
  const kept = new Map<string, T>(); // oldest use first
  return {
    get(key, make) {
      const known = kept.get(key);
      const value = known ?? make();
      kept.delete(key);
      kept.set(key, value);
      const [oldest] = kept;
      if (oldest && kept.size > limit) {
        kept.delete(oldest[0]);
        drop(oldest[1]);
      }
      return value;
    },
  };
}
