/** Calls back when the network is back or devices have changed; returns the way to stop it. */
export function watchSurroundings(changed: () => void): () => void {
  const { mediaDevices } = navigator;
  addEventListener('online', changed);
  mediaDevices.addEventListener('devicechange', changed);
  return () => {
    removeEventListener('online', changed);
    mediaDevices.removeEventListener('devicechange', changed);
  };
}
