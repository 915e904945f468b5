import type { JSX } from 'preact';
import { useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import styles from './privacy-view.module.css';

/** 自分で確かめる: what a reviewer can do without trusting this page. */
export function CheckYourselfSection(): JSX.Element {
  const { m } = useText();
  const { title, lead, steps } = m.checkYourself;
  return (
    <section class={layout.section}>
      <h2 class={layout.heading}>{title}</h2>
      <p class={layout.prose}>{lead}</p>
      <ol class={styles.steps}>
        {steps(location.origin).map((step) => (
          <li key={step.title}>
            <h3>{step.title}</h3>
            <p class={layout.prose}>{step.text}</p>
            {step.commands?.map(({ where, line }) => (
              <figure key={where} class={styles.command}>
                <figcaption>{where}</figcaption>
                <code>{line}</code>
              </figure>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
