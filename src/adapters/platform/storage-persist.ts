/** Asks the browser not to clear this origin's figures when the disk gets full. False when it will not promise that. */
export async function persistStorage(): Promise<boolean> {
  try {
    return (await navigator.storage.persisted()) || (await navigator.storage.persist());
  } catch {
    return false; // a private window has no storage to keep
  }
}
