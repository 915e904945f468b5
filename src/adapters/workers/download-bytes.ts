/** Bytes fetched so far and, as far as announced, in all. */
export interface DownloadProgress {
  readonly loadedBytes: number;
  readonly totalBytes: number;
}

/** Fetches files of our own origin and reports how far all of them together are. */
export class Downloads {
  readonly #report: (progress: DownloadProgress) => void;
  #loadedBytes = 0;
  #totalBytes = 0;

  constructor(report: (progress: DownloadProgress) => void) {
    this.#report = report;
  }

  /** The contents of `url`; null when it is missing, cut short or not reachable. */
  async fetchBytes(url: string): Promise<ArrayBuffer | null> {
    try {
      const response = await fetch(url);
      if (!response.ok || !response.body) return null;
      this.#totalBytes += Number(response.headers.get('content-length') ?? 0);
      return await this.#readAll(response.body.getReader());
    } catch (error) {
      if (error instanceof TypeError) return null; // how `fetch` tells that the network failed
      throw error;
    }
  }

  async #readAll(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<ArrayBuffer> {
    const chunks: Uint8Array[] = [];
    let length = 0;
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      chunks.push(read.value);
      length += read.value.length;
      this.#loadedBytes += read.value.length;
      this.#totalBytes = Math.max(this.#totalBytes, this.#loadedBytes);
      this.#report({ loadedBytes: this.#loadedBytes, totalBytes: this.#totalBytes });
    }
    const bytes = new Uint8Array(length);
    let at = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    return bytes.buffer;
  }
}
