/** https://github.com/jshttp/negotiator */
declare module "negotiator" {
  export default class Negotiator {
    constructor(request: { headers: NodeJS.Dict<string | string[]> });
    /** Those available that will do, best first; of equally good ones first the first in `preferred`. */
    encodings<Encoding extends string>(
      available: readonly Encoding[],
      options: { preferred: readonly Encoding[] },
    ): Encoding[];
    /** The best of those available, whatever the region: `de-AT` is `de`. The first when anything will do. */
    language(available: readonly string[]): string | undefined;
  }
}
