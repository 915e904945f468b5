import { REVIEW_QUESTION, type ServedBuild } from '../../contracts/review.ts';

const ANSWER_WITHIN_MS = 5000;

/** What a service worker says of the build that it serves; null where it does not answer. */
export async function askBuild(worker: ServiceWorker): Promise<ServedBuild | null> {
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<ServedBuild | null>((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<ServedBuild>) => resolve(data);
    setTimeout(resolve, ANSWER_WITHIN_MS, null);
  });
  worker.postMessage(REVIEW_QUESTION, [port2]);
  const build = await answer;
  port1.close();
  return build;
}
