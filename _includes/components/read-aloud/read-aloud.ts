import { pickVoice } from "./pick-voice.ts";
import { readableBlocks } from "./readable-blocks.ts";
import { sentencesOf } from "./spoken-text.ts";

const PAUSE_ICON = "M6 5h4v14H6zm8 0h4v14h-4z";
const PLAY_ICON = "M8 5v14l11-7z";

/**
 * Reads the page's main content aloud, sentence by sentence, with the browser's own voice. It
 * shows itself only while the device has a voice for the page's language, and stops when the
 * visitor leaves the page.
 * @param root has a button that starts, pauses and resumes, a button that stops, and their labels
 * in `data-pause` and `data-resume`; `data-range` is the phrase for a span of time
 */
export function createReadAloud(root: HTMLElement): { init(): void; destroy(): void } {
  const { lang = "" } = document.documentElement.dataset;
  const { pause = "", resume = "", range = "" } = root.dataset;
  const [toggle, stopButton] = root.querySelectorAll("button");
  const label = root.querySelector("span");
  const icon = root.querySelector("path");
  const start = label?.textContent ?? "";
  const speaker = icon?.getAttribute("d") ?? "";
  let voice: SpeechSynthesisVoice | undefined;
  let sentences: string[] = [];
  /** The sentence that is being read, also while paused. */
  let position = 0;
  /**
   * Kept in a variable, because browsers drop an utterance that nothing refers to,
   * and it never ends.
   */
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
    // A cancelled utterance also ends or fails, at a later time.
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

  /** Cancels, because Android cannot resume after `speechSynthesis.pause()`. */
  function silence(): void {
    utterance = undefined;
    speechSynthesis.cancel();
  }

  function stop(): void {
    silence();
    sentences = [];
    position = 0;
    if (document.activeElement === stopButton) toggle?.focus();
    show(start, speaker);
  }

  function togglePlayback(): void {
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
    if (stopButton) stopButton.hidden = sentences.length === 0;
  }

  return {
    init(): void {
      findVoice();
      // Not addEventListener, because it is not an event target in Safari before 16.
      speechSynthesis.onvoiceschanged = findVoice;
      toggle?.addEventListener("click", togglePlayback);
      stopButton?.addEventListener("click", stop);
      window.addEventListener("pagehide", stop);
    },
    destroy(): void {
      stop();
      speechSynthesis.onvoiceschanged = null;
      toggle?.removeEventListener("click", togglePlayback);
      stopButton?.removeEventListener("click", stop);
      window.removeEventListener("pagehide", stop);
      root.removeAttribute("data-has-voice");
    },
  };
}
