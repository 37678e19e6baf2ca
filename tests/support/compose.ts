import { parse } from "yaml";
import * as z from "zod";

const service = z.object({
  environment: z.record(z.string(), z.string()),
  image: z.string().optional(),
  build: z.string().optional(),
  command: z.array(z.string()).optional(),
  user: z.string().optional(),
  init: z.boolean().default(false),
  read_only: z.boolean().default(false),
  tmpfs: z.array(z.string()).default([]),
  cap_drop: z.array(z.string()).default([]),
  security_opt: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
  networks: z.array(z.string()),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  healthcheck: z
    .object({ disable: z.boolean().default(false), test: z.array(z.string()).optional() })
    .optional(),
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

export type ComposeFile = z.output<typeof composeFile>;
export type ServiceName = keyof ComposeFile["services"];

/** Reads our compose.yaml. */
export function readCompose(source: string): ComposeFile {
  return composeFile.parse(parse(source));
}

/**
 * A service's environment with the variables filled in as Compose does.
 * @throws Error for a variable that must be set and is not
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
