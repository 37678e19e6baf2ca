/** https://github.com/jshttp/negotiator */
declare module "negotiator" {
  export default class Negotiator {
    constructor(request: { headers: NodeJS.Dict<string | string[]> });
    /**
     * The available encodings that the client accepts, best first. Those that it likes equally come
     * in the order of `preferred`.
     */
    encodings<Encoding extends string>(
      available: readonly Encoding[],
      options: { preferred: readonly Encoding[] },
    ): Encoding[];
    /**
     * The best of the available languages, whatever the region: `de-AT` matches `de`. Returns the
     * first one if the client accepts any language.
     */
    language(available: readonly string[]): string | undefined;
  }
}
