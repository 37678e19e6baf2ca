import type { Page } from "@playwright/test";

/** A voice of the visitor's device. */
export interface FakeVoice {
  lang: string;
  localService: boolean;
  default: boolean;
}

export const ITALIAN: FakeVoice = { lang: "it-IT", localService: true, default: false };
export const CHINESE: FakeVoice = { lang: "zh-CN", localService: true, default: false };

/** What the page does with the stub, on `window.speech`. */
interface Speech {
  /** Every sentence that was given to be spoken, in order. */
  spoken: string[];
  /** Says the current sentence to its end. */
  end(): void;
  /** Lets the current sentence fail. */
  fail(): void;
  /** Lets what was cancelled end, late, as browsers do. */
  endCancelled(): void;
  /** Says all that follows to its end. */
  readOn(): void;
  /** Gives the device voices while the page is open. */
  giveVoices(voices: FakeVoice[]): void;
}

declare global {
  interface Window {
    speech: Speech;
  }
}

/** Cancellations, by the path of the page that made them: they happen while a page is left. */
export const CANCELLED_KEY = "speech-cancelled";

/** Replaces the browser's speech synthesis, for test browsers have no voice, by one that a test can drive. */
export async function stubSpeech(page: Page, voices: readonly FakeVoice[]): Promise<void> {
  await page.addInitScript(
    ({ initial, cancelledKey }) => {
      class Utterance {
        voice: unknown = null;
        lang = "";
        onend: (() => void) | null = null;
        onerror: (() => void) | null = null;
        readonly text: string;
        constructor(text: string) {
          this.text = text;
        }
      }
      let available: unknown[] = [...initial];
      let current: Utterance | undefined;
      const cancelled: Utterance[] = [];
      let readsOn = false;
      const synthesis = {
        onvoiceschanged: null as (() => void) | null,
        getVoices: () => available,
        speak(utterance: Utterance) {
          if (!available.includes(utterance.voice)) throw new TypeError("No voice of this device");
          window.speech.spoken.push(utterance.text);
          current = utterance;
          if (readsOn)
            setTimeout(() => {
              window.speech.end();
            });
        },
        cancel() {
          if (!current) return;
          cancelled.push(current);
          current = undefined;
          sessionStorage.setItem(cancelledKey, location.pathname);
        },
      };
      window.speech = {
        spoken: [],
        end() {
          const ended = current;
          current = undefined;
          ended?.onend?.();
        },
        fail() {
          const failed = current;
          current = undefined;
          failed?.onerror?.();
        },
        endCancelled() {
          for (const utterance of cancelled.splice(0)) {
            utterance.onerror?.();
            utterance.onend?.();
          }
        },
        readOn() {
          readsOn = true;
          window.speech.end();
        },
        giveVoices(given) {
          available = given;
          synthesis.onvoiceschanged?.();
        },
      };
      Object.defineProperty(window, "speechSynthesis", { value: synthesis });
      Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance });
    },
    { initial: voices, cancelledKey: CANCELLED_KEY },
  );
}

/** What has been spoken so far. */
export function spoken(page: Page): Promise<string[]> {
  return page.evaluate(() => window.speech.spoken);
}
