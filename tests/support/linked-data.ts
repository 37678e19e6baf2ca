import jsonld from "jsonld";

/** The properties of a thing, by their whole addresses, each with its values as texts. */
export type Thing = Record<string, string[]>;

interface ExpandedValue {
  "@id"?: string;
  "@value"?: string | number | boolean;
}

/**
 * What JSON-LD says, as another program reads it: every thing that it describes. Fails if it would
 * have to ask the network for anything.
 */
export async function readLinkedData(document: unknown): Promise<Thing[]> {
  const flat = (await jsonld.flatten(JSON.parse(JSON.stringify(document)) as object, undefined, {
    documentLoader: (url) => Promise.reject(new Error(`It asks for ${url}.`)),
  })) as unknown as Record<string, string | (string | ExpandedValue)[]>[];
  return flat.map((node) =>
    Object.fromEntries(
      Object.entries(node).map(([property, values]) => [property, [values].flat().map(textOf)]),
    ),
  );
}

function textOf(value: string | ExpandedValue): string {
  return typeof value === "string" ? value : String(value["@value"] ?? value["@id"]);
}

/** The things of a type. */
export function thingsOf(things: readonly Thing[], type: string): Thing[] {
  return things.filter((thing) => thing["@type"]?.includes(type));
}
