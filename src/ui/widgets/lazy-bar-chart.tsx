import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import styles from './chart.module.css';
import type { BarsPicture } from '../canvas/chart-picture.ts';

interface Properties {
  readonly data: BarsPicture;
  readonly label: string;
  readonly theme: string;
}

/** The bar chart, whose library is fetched when the first one is shown. */
export function LazyBarChart({ waiting, ...chart }: Properties & { readonly waiting: string }): JSX.Element {
  const [Loaded, setLoaded] = useState<{ readonly component: ComponentType<Properties> } | null>(null);
  useEffect(() => {
    let wanted = true;
    void import('./chart.tsx').then(({ BarChart }) => {
      if (wanted) setLoaded({ component: BarChart });
    });
    return () => {
      wanted = false;
    };
  }, []);
  return Loaded ? <Loaded.component {...chart} /> : <p class={styles.frame}>{waiting}</p>;
}
