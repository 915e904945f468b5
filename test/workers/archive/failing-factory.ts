/** Storage that can be full: writing fails as it does in a browser whose disk has no room left. */
export function aFullDisk(factory: IDBFactory): { factory: IDBFactory; setFull(full: boolean): void } {
  let isFull = false;
  const open = (name: string, version?: number): IDBOpenDBRequest => {
    const request = version === undefined ? factory.open(name) : factory.open(name, version);
    request.addEventListener('success', () => {
      const database = request.result;
      const begin = database.transaction.bind(database);
      database.transaction = (...args: Parameters<IDBDatabase['transaction']>) => {
        if (isFull && args[1] === 'readwrite') throw new DOMException('no room', 'QuotaExceededError');
        return begin(...args);
      };
    });
    return request;
  };
  return {
    factory: {
      open,
      cmp: (a, b) => factory.cmp(a, b),
      databases: () => factory.databases(),
      deleteDatabase: (name) => factory.deleteDatabase(name),
    },
    setFull: (full) => {
      isFull = full;
    },
  };
}

/** Storage that a private window refuses. */
export function aRefusingFactory(): IDBFactory {
  return {
    open: () => {
      throw new DOMException('refused', 'SecurityError');
    },
  } as unknown as IDBFactory;
}
