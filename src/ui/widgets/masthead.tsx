import type { JSX } from 'preact';
import { useApp, useText } from '../app-context.ts';
import { VIEWS } from '../router.ts';
import { Button } from './button.tsx';
import styles from './masthead.module.css';

/** Name of the store, the way to each view, and in its corner the state of counting. */
export function Masthead(): JSX.Element {
  const { counting, router, sample } = useApp();
  const { m } = useText();
  // The assistant sets up what that view shows.
  const current = router.view.value === 'setup' ? 'cameras' : router.view.value;
  const counted = counting.mode.value === 'demo' ? m.demo.title : counting.site.value.store.name;
  // Looking back shows the sample instead of what is counted.
  const storeName = current === 'history' && sample.site.value ? m.sample.title : counted;
  return (
    <header class={styles.masthead}>
      <div class={styles.inner}>
        <p class={styles.brand}>
          <span class={styles.product}>{m.product}</span>
          <span class={styles.store}>{storeName}</span>
        </p>
        <nav class={styles.nav} aria-label={m.nav.label}>
          {VIEWS.filter((view) => view !== 'setup').map((view) => (
            <a
              key={view}
              class={styles.link}
              href={router.hrefOf(view)}
              aria-current={current === view ? 'page' : undefined}
            >
              {m.nav[view]}
            </a>
          ))}
        </nav>
        <SignedInCorner />
        <CountingCorner />
      </div>
    </header>
  );
}

/** Who is signed in, and the way out; nothing where nobody is. */
function SignedInCorner(): JSX.Element | null {
  const { access } = useApp();
  const { m } = useText();
  const role = access.role.value;
  if (role === null) return null;
  return (
    <p class={styles.signedIn} role="status">
      {m.access.signedIn(m.access.roles[role])}
      <Button kind="quiet" onClick={() => access.signOut()}>
        {m.access.signOut}
      </Button>
    </p>
  );
}

function CountingCorner(): JSX.Element {
  const { counting } = useApp();
  const { m } = useText();
  const status = counting.status.value;
  return (
    <p class={styles.status} role="status" data-status={status}>
      <span class={styles.mark} aria-hidden="true" />
      {m.status[status]}
    </p>
  );
}
