import { createHash } from "node:crypto";

/**
 * Within this time, the same text on the same page is one post if the browser could not make an id.
 */
export const NO_SCRIPT_WINDOW_MINUTES = 5;

/** The id of a post now, and the id that the same post got in the previous five minutes. */
export interface NoScriptIds {
  id: string;
  earlierId: string;
}

/**
 * Makes the ids of a post sent without script. They are derived from the page, the text and
 * a five-minute slot. After a double click or a reload, the second copy therefore finds the
 * first by the primary key. This needs no search, no lock and no right to read comments,
 * and servers cannot race.
 *
 * A copy sent within the window falls either into the same slot or into the next one, hence
 * the second id. Ids are version 8, which the handler does not accept from browsers, so nobody
 * can take them in advance.
 * @param comment a non-empty normalised comment
 * @param time milliseconds since the epoch
 * @see https://www.rfc-editor.org/rfc/rfc9562#section-5.8
 */
export function noScriptIds(page: string, comment: string, time: number): NoScriptIds {
  const slot = Math.floor(time / (NO_SCRIPT_WINDOW_MINUTES * 60_000));
  return { id: derivedUuid([page, comment, slot]), earlierId: derivedUuid([page, comment, slot - 1]) };
}

function derivedUuid(parts: readonly (string | number)[]): string {
  const bytes = createHash("sha256").update(JSON.stringify(parts)).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
