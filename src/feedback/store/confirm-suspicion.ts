import type { SqlDriver } from "./sql-driver.ts";

/** Why a post is suspect, and kept apart from those that count. */
export const SUSPECT_REASONS = ["honeypot", "flood", "repeated", "no-origin"] as const;
export type SuspectReason = (typeof SUSPECT_REASONS)[number];

/** What the rows can tell about a post. */
interface Traces {
  id: string;
  /** The id that an earlier copy of it would have. */
  earlierId: string | null;
  digest: string | null;
  /** How many other posts of the last hour may have its text and count. */
  maxEqual: number;
}

/** What becomes of a post, as the rows have it. */
interface Confirmed {
  suspicion: SuspectReason | undefined;
  /** True if a row that counts has its id. */
  isCounted: boolean;
}

/**
 * Parameters: 1 id, 2 earlier id or null, 3 comment digest, 4 how many rows of equal texts to count
 * at most. A row of the future was written before the clock was set back, and says nothing.
 */
const FIND_TRACES = `
  SELECT EXISTS (SELECT FROM feedback WHERE id IN ($1::uuid, $2::uuid)) AS counted,
    EXISTS (SELECT FROM feedback WHERE id IN ($1::uuid, $2::uuid) AND comment_digest = $3) AS said,
    (SELECT count(*)::int FROM (
      SELECT FROM feedback
      WHERE comment_digest = $3 AND id <> $1::uuid AND id IS DISTINCT FROM $2::uuid
        AND coalesce(updated_at, created_at) BETWEEN now() - interval '1 hour' AND now() + interval '1 minute'
      LIMIT $4
    ) AS others) AS equal`;

/**
 * Finds out from the rows whether a suspicion holds, and whether the text alone gives one: the rows
 * know the texts that other processes stored, and what counts already.
 * - A post that counts already is no part of a flood. Its second step completes it where it is.
 * - A post that was counted with its text repeats nobody.
 */
export async function confirmSuspicion(
  driver: SqlDriver,
  suspected: SuspectReason | undefined,
  { id, earlierId, digest, maxEqual }: Traces,
): Promise<Confirmed> {
  const isRobot = suspected === "honeypot" || suspected === "no-origin";
  const isPlain = suspected === undefined && maxEqual === Infinity;
  if (isRobot || isPlain) return { suspicion: suspected, isCounted: false };
  const limit = maxEqual === Infinity ? 0 : maxEqual;
  const [row] = await driver.query(FIND_TRACES, [id, earlierId, digest, limit]);
  const isCounted = row?.["counted"] === true;
  if (suspected === "flood" && !isCounted) return { suspicion: "flood", isCounted };
  const isRepeated = suspected === "repeated" || Number(row?.["equal"]) >= maxEqual;
  return { suspicion: isRepeated && row?.["said"] !== true ? "repeated" : undefined, isCounted };
}
