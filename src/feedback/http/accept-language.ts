/**
 * The language that a browser asks for first among those that there are, whatever the region: `de-AT` is `de`.
 * @param header `Accept-Language`, such as `fr-CA,fr;q=0.9,en;q=0.5`
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-12.5.4
 */
export function acceptedLanguage(header: string | null, known: readonly string[]): string | undefined {
  const wishes = (header ?? "")
    .split(",")
    .map((range) => {
      const [tag = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2) ?? "1";
      return { language: tag.split("-")[0], weight: Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wishes.flatMap(({ language }) => known.find((code) => code === language) ?? [])[0];
}
