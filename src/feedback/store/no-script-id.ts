import { createHash } from "node:crypto";

/**
 * Within this time, equal posts with a text are one post if the browser could not make an id.
 */
export const NO_SCRIPT_WINDOW_MINUTES = 5;

/** The id of a post now, and the id that the same post got in the previous five minutes. */
export interface NoScriptIds {
  id: string;
  earlierId: string;
}

/** What two copies of one post have in common, and two people's posts seldom. */
interface Said {
  page: string;
  rating: number;
  answer: string | null;
  /** Normalised and not empty. */
  comment: string;
}

/**
 * Makes the ids of a post sent without script. They are derived from all that it says and
 * a five-minute slot. After a double click or a reload, the second copy therefore finds the
 * first by the primary key. This needs no search, no lock and no right to read comments,
 * and servers cannot race.
 *
 * A copy sent within the window falls either into the same slot or into the next one, hence
 * the second id. Ids are version 8, which the handler does not accept from browsers, so nobody
 * can take them in advance.
 * @param time milliseconds since the epoch
 * @see https://www.rfc-editor.org/rfc/rfc9562#section-5.8
 */
export function noScriptIds({ page, rating, answer, comment }: Said, time: number): NoScriptIds {
  const slot = Math.floor(time / (NO_SCRIPT_WINDOW_MINUTES * 60_000));
  const idIn = (given: number) => derivedUuid([page, rating, answer, comment, given]);
  return { id: idIn(slot), earlierId: idIn(slot - 1) };
}

function derivedUuid(parts: readonly (string | number | null)[]): string {
  const bytes = createHash("sha256").update(JSON.stringify(parts)).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
