import { createHash, randomUUID } from "node:crypto";
import { saveStatement } from "../../src/feedback/store/save-statement.ts";
import type { SqlDriver } from "../../src/feedback/store/sql-driver.ts";
import { FEEDBACK_ENDPOINT } from "../../src/shared/feedback-contract.ts";
import { jsonPost } from "../support/feedback.ts";
import { openConnection } from "./load-connection.ts";
import type { Work } from "./load-generators.ts";

const COMMENT =
  "Ho trovato subito l’orario dello sportello, ma non è chiaro quali documenti servano. Grazie!";
const DIGEST = createHash("sha256").update(COMMENT).digest("hex");
const { page, lang, rating, formVersion, pageRevision } = jsonPost();

/** Inserts a post directly, without a server. */
export function insert(driver: SqlDriver): Work {
  const statement = saveStatement({ table: "feedback", hasComment: true });
  return async () => {
    const id = randomUUID();
    const content = [page, lang, rating, "clear", COMMENT, DIGEST, formVersion, pageRevision];
    await driver.query(statement, [id, null, ...content]);
    return 201;
  };
}

/** Sends posts with the same content over HTTP. Each worker has its own connection. */
export async function openPosters(
  origin: string,
  count: number,
): Promise<{ work: Work[]; close: () => void }> {
  const connections = await Promise.all(Array.from({ length: count }, () => openConnection(origin)));
  return {
    work: connections.map(
      ({ send }) =>
        () =>
          send(httpPost(origin)),
    ),
    close: () => {
      for (const { close } of connections) close();
    },
  };
}

function httpPost(origin: string): string {
  const body = JSON.stringify(jsonPost({ answer: "clear", comment: COMMENT }));
  const headers = {
    Host: new URL(origin).host,
    Origin: origin,
    "Content-Type": "application/json",
    "Content-Length": Buffer.byteLength(body),
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `POST ${FEEDBACK_ENDPOINT} HTTP/1.1\r\n${lines.join("")}\r\n${body}`;
}
