import type { Page } from "@playwright/test";

/** A voice on the visitor's device. */
export interface FakeVoice {
  lang: string;
  localService: boolean;
  default: boolean;
}

export const ITALIAN: FakeVoice = { lang: "it-IT", localService: true, default: false };
export const CHINESE: FakeVoice = { lang: "zh-CN", localService: true, default: false };

/** Controls for the stub, on `window.speech`. */
interface Speech {
  /** The sentences that the page asked to speak, in order. */
  spoken: string[];
  /** Finishes the current sentence. */
  end(): void;
  /** Makes the current sentence fail. */
  fail(): void;
  /** Ends cancelled sentences late, as browsers do. */
  endCancelled(): void;
  /** Finishes every sentence that follows. */
  readOn(): void;
  /** Adds voices while the page is open. */
  giveVoices(voices: FakeVoice[]): void;
}

declare global {
  interface Window {
    speech: Speech;
  }
}

/**
 * Stores the path of the last page that cancelled speech, because this happens while a page is
 * left.
 */
export const CANCELLED_KEY = "speech-cancelled";

/** Replaces the browser's speech synthesis with a stub, because test browsers have no voices. */
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

/** Returns the sentences spoken so far. */
export function spoken(page: Page): Promise<string[]> {
  return page.evaluate(() => window.speech.spoken);
}
