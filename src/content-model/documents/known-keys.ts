import { z } from "zod";
import type { ValuePath } from "./source-document.ts";

/** The keys that a schema allows in the object at a path; none where the schema has no fixed keys. */
export function knownKeys(schema: z.core.$ZodType, path: ValuePath): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return knownKeys(schema.unwrap(), path);
  const [step, ...rest] = path;
  if (schema instanceof z.ZodObject) {
    if (step === undefined)
      return Object.keys(schema.shape).filter((key) => !isForbidden(Reflect.get(schema.shape, key)));
    const child: unknown = Reflect.get(schema.shape, step);
    return child instanceof z.ZodType ? knownKeys(child, rest) : [];
  }
  if (schema instanceof z.ZodArray) return knownKeys(schema.element, rest);
  if (schema instanceof z.ZodRecord) return knownKeys(schema.valueType, rest);
  return [];
}

/** A key that is there only to say why it must not be. */
function isForbidden(schema: unknown): boolean {
  return schema instanceof z.ZodOptional && schema.unwrap() instanceof z.ZodNever;
}
