/** An address that does not exist, and the one to go to instead. */
export interface Redirect {
  from: string;
  to: string;
}

/** Files that browsers request by themselves, and that the site has under another name. */
export const REDIRECTS: readonly Redirect[] = [
  { from: "/favicon.ico", to: "/icon-192.png" },
  { from: "/apple-touch-icon-precomposed.png", to: "/apple-touch-icon.png" },
];

/**
 * Formats the redirects as a `_redirects` file, which several static hosts read.
 * @see https://docs.netlify.com/manage/routing/redirects/overview/#syntax-for-the-redirects-file
 */
export function formatRedirects(redirects: readonly Redirect[]): string {
  return redirects.map(({ from, to }) => `${from} ${to} 301\n`).join("");
}
