import { parse } from "yaml";
import * as z from "zod";

/** The part of a service that the tests read. */
const service = z.object({
  environment: z.record(z.string(), z.string()),
  command: z.array(z.string()).optional(),
  ports: z.array(z.string()).default([]),
  networks: z.array(z.string()),
});

const composeFile = z.object({
  services: z.object({ database: service, migrations: service, website: service }),
  networks: z.record(
    z.string(),
    z.object({
      internal: z.boolean().default(false),
      ipam: z.object({ config: z.array(z.object({ subnet: z.string() })) }).optional(),
    }),
  ),
});

type ComposeFile = z.output<typeof composeFile>;
export type ServiceName = keyof ComposeFile["services"];

/** Reads the project's compose.yaml. */
export function readCompose(source: string): ComposeFile {
  return composeFile.parse(parse(source));
}

/**
 * Returns a service's environment and fills in the variables as Compose does.
 * @throws Error for a required variable that is not set
 * @see https://docs.docker.com/reference/compose-file/interpolation/
 */
export function environmentOf(
  { services }: ComposeFile,
  name: ServiceName,
  variables: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(services[name].environment).map(([key, text]) => [key, interpolate(text, variables)]),
  );
}

function interpolate(text: string, variables: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, mark: string, rest: string) => {
    const value = variables[name] ?? "";
    if (value !== "") return value;
    if (mark === "?") throw new Error(`required variable ${name} is missing a value: ${rest}`);
    return mark === "-" ? rest : "";
  });
}
