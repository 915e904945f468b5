import type { RaisedAlert } from '../core/alerts/alert-board.ts';
import type { AlertContext } from './i18n/alerts.en.ts';
import type { Text } from './i18n/error-text.ts';

/** An alert as a sentence for the screen. */
export function alertSentence(alert: RaisedAlert, text: Text): string {
  return text.m.alerts.sentences[alert.watch.kind](contextOf(alert, text));
}

/** The same for a notification of the system, which keeps it: numbers only. */
export function alertNotice(alert: RaisedAlert, text: Text): string {
  const { now, limit } = contextOf(alert, text);
  return text.m.alerts.notices[alert.watch.kind]({ now, limit });
}

function contextOf({ watch, value }: RaisedAlert, { m, f }: Text): AlertContext {
  const shown = watch.kind === 'coverage-low' && value !== null ? 100 - value : value;
  return {
    name: watch.name ?? '',
    now: shown === null ? m.figures.none : f.integer(Math.floor(shown)),
    limit: f.integer(watch.limit),
  };
}
