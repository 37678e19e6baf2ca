import { setTimeout as sleep } from "node:timers/promises";
import { createClient } from "./client.ts";
import type { Client } from "./client.ts";
import { isAcknowledgement, isPostponement } from "./ledger.ts";
import type { Delivery, Ledger } from "./ledger.ts";
import { nextCitizen } from "./posts.ts";
import type { Post } from "./posts.ts";
import { createRandom } from "./random.ts";
import type { Random } from "./random.ts";

/** Citizens who post from several clients at once, whatever happens to the server, until `stop`. */
export interface Traffic {
  ledger: Ledger;
  acknowledged: () => number;
  /** Stops sending and waits for the posts on their way. */
  stop: () => Promise<void>;
}

const CLIENTS = 16;
const MAX_ATTEMPTS = 100;

export function startTraffic(origin: string, random: Random): Traffic {
  const ledger = new Map<string, Delivery[]>();
  const over = new AbortController();
  const clients = Array.from({ length: CLIENTS }, () => createClient(origin));
  const traffic = clients.map((client) => sendCitizens(client, createRandom(random.below(2 ** 32))));
  let acknowledged = 0;

  async function sendCitizens(client: Client, random: Random): Promise<void> {
    while (!over.signal.aborted) {
      for (const round of nextCitizen(random)) {
        await Promise.all(round.map((post) => deliver(post, client, random)));
      }
    }
  }

  /**
   * Sends a post until it is acknowledged, as the browser's outbox does. Some citizens give up
   * earlier.
   */
  async function deliver(post: Post, client: Client, random: Random): Promise<void> {
    for (let attempt = 0; attempt < MAX_ATTEMPTS && !over.signal.aborted; attempt++) {
      const delivery: Delivery = { post, status: undefined };
      const earlier = ledger.get(post.key);
      if (earlier) earlier.push(delivery);
      else ledger.set(post.key, [delivery]);
      delivery.status = await client.send(post).then(
        ({ status }) => status,
        () => undefined,
      );
      if (isAcknowledgement(delivery.status)) acknowledged += 1;
      const postponed = delivery.status === undefined || isPostponement(delivery.status);
      if (!postponed || random.chance(0.02)) return;
      await sleep(50 + random.below(250));
    }
  }

  return {
    ledger,
    acknowledged: () => acknowledged,
    async stop() {
      over.abort();
      await Promise.all(traffic);
      for (const client of clients) client.close();
    },
  };
}
