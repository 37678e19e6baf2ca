import { createHmac, randomBytes } from "node:crypto";
import { networkOf } from "./client-address.ts";

/** Senders without a readable address share one key. */
const UNKNOWN_SENDER = "";

/** The key under which the limits remember the sender at an address. */
export type SenderKey = (address: string | undefined) => string;

/**
 * Makes a function that tells senders apart without their addresses: the key is an HMAC of the
 * sender's network under a random salt, which exists only in the memory of this process.
 */
export function createSenderKey(): SenderKey {
  const salt = randomBytes(32);
  return (address) =>
    createHmac("sha256", salt)
      .update(networkOf(address) ?? UNKNOWN_SENDER)
      .digest("base64");
}
