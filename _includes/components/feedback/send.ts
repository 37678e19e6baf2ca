const TIMEOUT_MS = 20_000;

/** Sends a JSON body; gives the HTTP status, or 0 when no answer came. Never rejects. */
export type Send = (body: string) => Promise<number>;

/**
 * Posts bodies to one address strictly in order: the second step must find the first one's outcome settled.
 * Whether a step failed does not matter to the next, which repeats all that the earlier one said.
 */
export function createSend(url: string): Send {
  let previous: Promise<unknown> = Promise.resolve();
  return (body) => {
    const current = previous.then(() => post(url, body));
    previous = current;
    return current;
  };
}

async function post(url: string, body: string): Promise<number> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body,
      // The first step must arrive even if the citizen leaves the page right after it.
      keepalive: true,
      // A page that a proxy answers in our place is not a stored opinion.
      redirect: "error",
      signal: "timeout" in AbortSignal ? AbortSignal.timeout(TIMEOUT_MS) : null,
    });
    return response.status;
  } catch {
    return 0;
  }
}
