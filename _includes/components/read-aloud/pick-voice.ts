/** What choosing needs of a `SpeechSynthesisVoice`. */
export type VoiceFacts = Pick<SpeechSynthesisVoice, "lang" | "default" | "localService">;

/**
 * The voice to read a language with: the visitor's own choice, else one of the language's main country, else any.
 * Only voices of the device itself: the others send the text, and the visitor's address with it, to their maker.
 * @param lang language tag of the page.
 */
export function pickVoice<Voice extends VoiceFacts>(
  voices: readonly Voice[],
  lang: string,
): Voice | undefined {
  const { language, region } = new Intl.Locale(lang).maximize();
  const fitting = voices.filter((voice) => voice.localService && subtags(voice)[0] === language);
  return (
    fitting.find((voice) => voice.default) ??
    fitting.find((voice) => subtags(voice).includes(region?.toLowerCase() ?? "")) ??
    fitting[0]
  );
}

/** Android writes `it_IT`. */
function subtags({ lang }: VoiceFacts): string[] {
  return lang.toLowerCase().split(/[-_]/);
}
