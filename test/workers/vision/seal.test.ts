import { describe, expect, test } from 'vitest';
import { seal, SealedError } from '../../../workers/vision/seal.ts';

/** A realm like a worker's: methods and attributes on prototypes, classes as globals, a constructor chain. */
function aRealm() {
  class GlobalScope {
    fetch(): string {
      return 'fetched';
    }
    get caches(): string {
      return 'opened';
    }
  }
  class Realm extends GlobalScope {
    postMessage(): string {
      return 'posted';
    }
  }
  class XMLHttpRequest {
    send(): string {
      return 'sent';
    }
  }
  class MessagePort {
    postMessage(): string {
      return 'posted';
    }
  }
  class Blob {
    readonly size = 0;
  }
  class File extends Blob {}
  class Navigator {
    get storage(): string {
      return 'stored';
    }
  }
  const logged: unknown[] = [];
  const URL = { createObjectURL: () => 'blob:1', canParse: () => true };
  const write = (text: unknown): void => void logged.push(text);
  const console = { log: write, groupCollapsed: write };
  class ReadableStream {
    cancel(reason?: unknown): string {
      return `cancelled: ${String(reason)}`;
    }
  }
  const realm = Object.assign(new Realm(), {
    XMLHttpRequest,
    MessagePort,
    Blob,
    File,
    ReadableStream,
    URL,
    console,
    navigator: new Navigator(),
  });
  return { realm, logged, scope: realm as unknown as typeof globalThis };
}

describe('seal', () => {
  test('what sends, stores or encodes throws and is counted', () => {
    const { realm, scope } = aRealm();
    const port = new realm.MessagePort();
    const request = new realm.XMLHttpRequest();
    const sealed = seal(scope);
    const attempts: (() => unknown)[] = [
      () => realm.fetch(),
      () => realm.caches,
      () => realm.postMessage(),
      () => new realm.XMLHttpRequest(),
      () => request.send(),
      () => port.postMessage(),
      () => realm.navigator.storage,
      () => realm.URL.createObjectURL(),
      () => new realm.File(),
    ];
    for (const attempt of attempts) expect(attempt).toThrow(SealedError);
    expect(sealed.attempts()).toBe(attempts.length);
  });

  test('prototypes and kept objects are no way round', () => {
    const { realm, scope } = aRealm();
    const request = new realm.XMLHttpRequest();
    seal(scope);
    const fetchOfParent = Reflect.get(
      Object.getPrototypeOf(Object.getPrototypeOf(realm)) as object,
      'fetch',
    ) as () => void;
    expect(fetchOfParent).toThrow(SealedError);
    const Kept = request.constructor as new () => unknown;
    expect(() => new Kept()).toThrow(SealedError);
  });

  test('nothing that was taken away can be put back', () => {
    const { realm, scope } = aRealm();
    seal(scope);
    expect(Reflect.set(realm, 'fetch', () => 'again')).toBe(false);
    expect(Reflect.deleteProperty(Object.getPrototypeOf(realm) as object, 'postMessage')).toBe(false);
    expect(Reflect.defineProperty(realm, 'XMLHttpRequest', { value: 1 })).toBe(false);
  });

  test('a stream can be ended, but takes no reason with it to whoever sent it', () => {
    const { realm, scope } = aRealm();
    const stream = new realm.ReadableStream();
    const sealed = seal(scope);
    expect(stream.cancel('pixels')).toBe('cancelled: undefined');
    expect(sealed.attempts()).toBe(0);
  });

  test('what was bound before still works, the console is silent, the rest is untouched', () => {
    const { realm, logged, scope } = aRealm();
    const send = realm.postMessage.bind(realm);
    const sealed = seal(scope);
    realm.console.log('pixels');
    realm.console.groupCollapsed('pixels');
    expect(send()).toBe('posted');
    expect(realm.URL.canParse()).toBe(true);
    expect(logged).toEqual([]);
    expect(sealed.attempts()).toBe(0);
  });
});
