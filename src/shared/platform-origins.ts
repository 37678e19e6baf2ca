/** What Netlify tells a build about the addresses that it will answer at. */
interface PlatformEnvironment {
  NETLIFY?: string | undefined;
  /** The site's main address. */
  URL?: string | undefined;
  /** The address of this deploy, such as that of a preview. */
  DEPLOY_PRIME_URL?: string | undefined;
}

/**
 * The origins at which the platform publishes a build, besides the site's own. Elsewhere than on
 * the platform there are none, whatever the variables of these names mean there.
 * @see https://docs.netlify.com/build/configure-builds/environment-variables/
 */
export function platformOrigins({ NETLIFY, URL: main, DEPLOY_PRIME_URL }: PlatformEnvironment): string[] {
  if (NETLIFY !== "true") return [];
  const urls = [main, DEPLOY_PRIME_URL].flatMap((text) => URL.parse(text ?? "") ?? []);
  return [...new Set(urls.map(({ origin }) => origin))];
}
