import type { JSX } from 'preact';
import type { Notice } from '../../state/problem-list.ts';
import { useApp, useText } from '../app-context.ts';
import { Button } from './button.tsx';
import styles from './notice-list.module.css';
import { ProblemSentences } from './problem-sentences.tsx';

/** Everything that needs a person now; nothing where all is well. */
export function NoticeList(): JSX.Element | null {
  const { problems } = useApp();
  const { m } = useText();
  const notices = problems.notices.value;
  if (notices.length === 0) return null;
  return (
    <section class={styles.list} aria-label={m.notices.label} aria-live="polite">
      {notices.map((notice) => (
        <NoticeRow key={notice.key} notice={notice} />
      ))}
    </section>
  );
}

function NoticeRow({ notice }: { readonly notice: Notice }): JSX.Element {
  const { problems, counting, cameraSetup } = useApp();
  const { m, f } = useText();
  const needsReload = notice.problem.code === 'camera-origin-not-allowed';
  const camera = /^camera:(\d+)$/.exec(notice.key)?.[1];
  const picture = /^picture:(\d+)$/.exec(notice.key)?.[1];
  return (
    <div class={styles.notice} data-quiet={isQuiet(notice)}>
      <ProblemSentences problem={notice.problem} subject={notice.subject} since={f.time(notice.sinceMs)} />
      <div class={styles.actions}>
        {camera !== undefined && needsReload && (
          <Button onClick={() => cameraSetup.reload()}>{m.cameras.reload}</Button>
        )}
        {camera !== undefined && !needsReload && (
          <Button onClick={() => counting.retryCamera(Number(camera))}>{m.live.retry}</Button>
        )}
        {picture !== undefined && notice.problem.code === 'picture-moved' && (
          <Button onClick={() => counting.confirmPicture(Number(picture))}>
            {m.cameraHealth.confirmPicture}
          </Button>
        )}
        {notice.key === 'counting' && <Button onClick={() => void counting.start()}>{m.live.restart}</Button>}
        <Button kind="quiet" onClick={() => problems.dismiss(notice.key)}>
          {m.notices.dismiss}
        </Button>
      </div>
    </div>
  );
}

/** What works without anybody's help is told in ink, not in red. */
function isQuiet({ problem }: Notice): boolean {
  return problem.code === 'counting-elsewhere' || problem.code === 'webgpu-blocked';
}
