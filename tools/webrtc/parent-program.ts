/** The other side of `startServer`: the options we were started with. We end when our parent does. */
export function optionsFromParent(): unknown {
  process.on('disconnect', () => process.exit());
  return JSON.parse(process.argv[2] ?? '');
}

/** Tells the parent that we listen, and from then on the number of sessions whenever it asks. */
export function readyForParent(sessions: () => number): void {
  process.on('message', () => process.send?.({ sessions: sessions() }));
  process.send?.({ sessions: sessions() });
}
