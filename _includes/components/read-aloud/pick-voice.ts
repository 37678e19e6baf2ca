/** The properties of a `SpeechSynthesisVoice` that matter for the choice. */
export type VoiceFacts = Pick<SpeechSynthesisVoice, "lang" | "default" | "localService">;

/**
 * Picks the voice that reads a language: the visitor's own choice, or else a voice of the
 * language's main country, or else any other. It takes only voices of the device itself. Others
 * send the text, and with it the visitor's address, to their maker.
 * @param lang the page's language tag
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

/** Splits a language tag. Android writes `it_IT`. */
function subtags({ lang }: VoiceFacts): string[] {
  return lang.toLowerCase().split(/[-_]/);
}
