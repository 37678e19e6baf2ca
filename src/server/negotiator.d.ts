/** https://github.com/jshttp/negotiator */
declare module "negotiator" {
  export default class Negotiator {
    constructor(request: { headers: NodeJS.Dict<string | string[]> });
    /** The best of those available; of equally good ones the first in `preferred`; undefined when none will do. */
    encoding<Encoding extends string>(
      available: readonly Encoding[],
      options: { preferred: readonly Encoding[] },
    ): Encoding | undefined;
  }
}
