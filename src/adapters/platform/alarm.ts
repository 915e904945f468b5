import type { AlarmPort, NoticePermission } from '../../contracts/ports.ts';

/** Two tones, as a shop's door has: heard over talk, and not taken for a fire alarm. */
const TONES = [
  { hertz: 880, fromS: 0 },
  { hertz: 660, fromS: 0.22 },
] as const;
const TONE_S = 0.2;
const LOUDNESS = 0.35;

/** The loudspeaker and the system's notifications. The tone is made here: no sound file exists. */
export function createAlarm(): AlarmPort {
  let audio: AudioContext | null = null;
  return {
    // Chromium starts an audio context only on a page that somebody has used.
    canSound: () => navigator.userActivation.hasBeenActive,
    sound() {
      if (!navigator.userActivation.hasBeenActive) return;
      audio ??= new AudioContext();
      // One that was made too early, or that the system has put to sleep.
      void audio.resume();
      for (const tone of TONES) playTone(audio, tone);
    },
    permission,
    async askPermission() {
      return 'Notification' in window ? Notification.requestPermission() : 'unsupported';
    },
    notify({ title, body, key }) {
      if (permission() !== 'granted') return;
      // The same key takes the place of the one before: a notification is never a list of what happened.
      new Notification(title, { body, tag: key, silent: true });
    },
  };
}

function permission(): NoticePermission {
  return 'Notification' in window ? Notification.permission : 'unsupported';
}

function playTone(audio: AudioContext, { hertz, fromS }: (typeof TONES)[number]): void {
  const startS = audio.currentTime + fromS;
  const tone = new OscillatorNode(audio, { type: 'sine', frequency: hertz });
  const loudness = new GainNode(audio, { gain: 0 });
  // Without a rise and a fall the loudspeaker clicks.
  loudness.gain.setValueAtTime(0, startS);
  loudness.gain.linearRampToValueAtTime(LOUDNESS, startS + 0.02);
  loudness.gain.linearRampToValueAtTime(0, startS + TONE_S);
  tone.connect(loudness).connect(audio.destination);
  tone.start(startS);
  tone.stop(startS + TONE_S);
}
