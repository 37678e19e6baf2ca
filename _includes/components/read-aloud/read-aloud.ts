import { pickVoice } from "./pick-voice.ts";
import { readableBlocks } from "./readable-blocks.ts";
import { sentencesOf } from "./spoken-text.ts";

const PAUSE_ICON = "M6 5h4v14H6zm8 0h4v14h-4z";
const PLAY_ICON = "M8 5v14l11-7z";

/**
 * Reads the page's main content aloud with the browser's own voice, sentence by sentence. Shows itself only while the
 * device has a voice for the page's language, and falls silent when the page is left.
 * @param root has a button that starts, pauses and resumes, one that stops, and the words for them: `data-pause`,
 *   `data-resume`; `data-range` is the phrase for a span of time.
 */
export function createReadAloud(root: HTMLElement): { init(): void; destroy(): void } {
  const { lang } = document.documentElement;
  const { pause = "", resume = "", range = "" } = root.dataset;
  const [toggle, stopper] = root.querySelectorAll("button");
  const label = root.querySelector("span");
  const icon = root.querySelector("path");
  const start = label?.textContent ?? "";
  const speaker = icon?.getAttribute("d") ?? "";
  let voice: SpeechSynthesisVoice | undefined;
  let sentences: string[] = [];
  /** The sentence that is being read, also while paused. */
  let position = 0;
  /** Kept: browsers drop an utterance that nothing refers to, and it never ends. */
  let utterance: SpeechSynthesisUtterance | undefined;

  function findVoice(): void {
    voice = pickVoice(speechSynthesis.getVoices(), lang);
    root.toggleAttribute("data-has-voice", voice !== undefined);
  }

  function speak(): void {
    const sentence = sentences[position];
    if (sentence === undefined || !voice) {
      stop();
      return;
    }
    const speaking = new SpeechSynthesisUtterance(sentence);
    utterance = speaking;
    speaking.voice = voice;
    speaking.lang = voice.lang;
    // One that was cancelled ends or fails as well, later.
    speaking.onend = () => {
      if (utterance !== speaking) return;
      position += 1;
      speak();
    };
    speaking.onerror = () => {
      if (utterance === speaking) stop();
    };
    speechSynthesis.speak(speaking);
    show(pause, PAUSE_ICON);
  }

  /** Cancels, because `speechSynthesis.pause()` cannot be resumed on Android. */
  function silence(): void {
    utterance = undefined;
    speechSynthesis.cancel();
  }

  function stop(): void {
    silence();
    sentences = [];
    position = 0;
    if (document.activeElement === stopper) toggle?.focus();
    show(start, speaker);
  }

  function press(): void {
    if (utterance) {
      silence();
      show(resume, PLAY_ICON);
      return;
    }
    const main = root.closest("main");
    if (sentences.length === 0 && main) sentences = sentencesOf(readableBlocks(main, range), lang);
    speak();
  }

  function show(text: string, path: string): void {
    if (label) label.textContent = text;
    icon?.setAttribute("d", path);
    if (stopper) stopper.hidden = sentences.length === 0;
  }

  return {
    init(): void {
      findVoice();
      // Not addEventListener: to Safari before 16 it was no event target.
      speechSynthesis.onvoiceschanged = findVoice;
      toggle?.addEventListener("click", press);
      stopper?.addEventListener("click", stop);
      window.addEventListener("pagehide", stop);
    },
    destroy(): void {
      stop();
      speechSynthesis.onvoiceschanged = null;
      toggle?.removeEventListener("click", press);
      stopper?.removeEventListener("click", stop);
      window.removeEventListener("pagehide", stop);
      root.removeAttribute("data-has-voice");
    },
  };
}
