import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useApp, useText } from '../app-context.ts';
import layout from '../styles/layout.module.css';
import { Button } from './button.tsx';
import styles from './lazy-view.module.css';

type View = () => JSX.Element;

/**
 * A view whose code is fetched when it is first opened, and kept from then on. Where it cannot be fetched (no network,
 * or the server has a newer app without that file) the operator is told what to do; opening it again tries again.
 */
export function lazyView(load: () => Promise<View>): View {
  let kept: View | null = null;
  return function LazyView() {
    const [hasFailed, setFailed] = useState(false);
    const [, setLoaded] = useState(kept !== null);
    useEffect(() => {
      if (kept) return undefined;
      let isWanted = true;
      load().then(
        (view) => {
          kept = view;
          if (isWanted) setLoaded(true);
        },
        () => {
          if (isWanted) setFailed(true);
        },
      );
      return () => {
        isWanted = false;
      };
    }, []);
    if (kept) return <ShownView of={kept} />;
    return hasFailed ? <MissingView /> : <LoadingView />;
  };
}

/** The view as a component of its own: hooks of `LazyView` are not among its own. */
function ShownView({ of: Shown }: { readonly of: View }): JSX.Element {
  return <Shown />;
}

function LoadingView(): JSX.Element {
  const { m } = useText();
  return (
    <p class={styles.loading} role="status">
      {m.shell.loading}
    </p>
  );
}

function MissingView(): JSX.Element {
  const { cameraSetup } = useApp();
  const { m } = useText();
  return (
    <section class={layout.empty} role="alert">
      <h1 class={layout.title}>{m.shell.missing}</h1>
      <p class={layout.prose}>{m.shell.missingText}</p>
      <Button kind="primary" onClick={() => cameraSetup.reload()}>
        {m.shell.reload}
      </Button>
    </section>
  );
}
