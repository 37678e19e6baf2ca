import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, delimiter, join, resolve, sep } from "node:path";
import { readAllowList, readDockerfile } from "../support/dockerfile.ts";
import type { ImagePlan, Stage, Step } from "../support/dockerfile.ts";

/** What an image of a registry brings: a folder for programs. */
const BIN = "usr/local/bin";

export interface Image {
  plan: ImagePlan;
  /** The folder that stands for the image's root. */
  root: string;
  /** The working directory in it. */
  cwd: string;
  /** What the image sets in its programs' environment. */
  environment: Record<string, string>;
}

/**
 * Does by hand, in folders, what an engine does with the Dockerfile of a project. The image of Node is stood for by
 * the Node that runs this, which is the same version (tests/unit/repository/dockerfile.test.ts).
 * @param project the folder with Dockerfile and .dockerignore
 * @param folder where one folder a stage is made
 * @param say is told each step
 * @throws Error when a step fails
 */
export function makeImage(project: string, folder: string, say: (text: string) => void): Image {
  const plan = readDockerfile(readFileSync(join(project, "Dockerfile"), "utf8"));
  const context = join(folder, "context");
  mkdirSync(context);
  for (const name of readAllowList(readFileSync(join(project, ".dockerignore"), "utf8"))) {
    cpSync(join(project, name), join(context, name), { recursive: true });
  }
  const made = new Map<string, Image>();
  for (const [index, stage] of plan.stages.entries()) {
    const image = startStage(plan, stage, made, join(folder, `stage-${index}`));
    for (const step of stage.steps) doStep(step, image, { made, context, say });
    made.set(stage.name ?? String(index), image);
  }
  const last = made.get(plan.stages.at(-1)?.name ?? String(plan.stages.length - 1));
  if (!last) throw new Error("The Dockerfile has no stage");
  return last;
}

function startStage(plan: ImagePlan, { base }: Stage, made: ReadonlyMap<string, Image>, root: string): Image {
  const from = made.get(base);
  if (from) {
    cpSync(from.root, root, { recursive: true, verbatimSymlinks: true });
    return { ...from, root, environment: { ...from.environment } };
  }
  mkdirSync(join(root, BIN), { recursive: true });
  copyFileSync(process.execPath, join(root, BIN, "node"));
  return { plan, root, cwd: "/", environment: {} };
}

interface StepContext {
  made: ReadonlyMap<string, Image>;
  context: string;
  say: (text: string) => void;
}

function doStep(step: Step, image: Image, { made, context, say }: StepContext): void {
  switch (step.kind) {
    case "env":
      Object.assign(image.environment, step.values);
      break;
    case "workdir":
      image.cwd = join(image.cwd, step.path);
      mkdirSync(join(image.root, image.cwd), { recursive: true });
      break;
    case "run":
      say(`RUN ${step.command}`);
      run(step.command, image);
      break;
    case "copy":
      say(`COPY ${step.sources.join(" ")} → ${step.destination}`);
      copy(step, image, step.from === undefined ? context : (made.get(step.from)?.root ?? ""));
  }
}

function run(command: string, image: Image): void {
  const { status, stdout, stderr } = spawnSync("sh", ["-c", command], {
    cwd: join(image.root, image.cwd),
    env: { ...environmentOf(image), HOME: process.env["HOME"] },
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`RUN ${command}\n${stdout}${stderr}`);
}

/** As COPY does: of a folder, what is in it. */
function copy({ sources, destination }: Step & { kind: "copy" }, image: Image, from: string): void {
  const target = resolve(join(image.root, image.cwd), destination);
  for (const name of sources) {
    const source = join(from, name);
    const into = statSync(source).isDirectory() ? target : join(target, basename(name));
    cpSync(source, into, { recursive: true, verbatimSymlinks: true });
  }
}

/** The environment of a program in the image: the machine's, without what npm and other folders of Node would add. */
export function environmentOf({ root, environment }: Image): NodeJS.ProcessEnv {
  const isOfNode = (directory: string) => directory.split(sep).includes("node_modules");
  const path = (process.env["PATH"] ?? "").split(delimiter).filter((directory) => !isOfNode(directory));
  const machine = Object.entries(process.env).filter(
    ([name]) =>
      name.startsWith("npm_config_") ||
      ["LANG", "TMPDIR", "SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS"].includes(name),
  );
  return { ...Object.fromEntries(machine), PATH: [join(root, BIN), ...path].join(delimiter), ...environment };
}

/** Takes everyone's right to write from an image, but for a folder that an operator would mount a volume on. */
export function makeReadOnly(directory: string, volume: string): void {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (path === volume || entry.isSymbolicLink()) continue;
    if (entry.isDirectory()) makeReadOnly(path, volume);
    chmodSync(path, statSync(path).mode & 0o555);
  }
  chmodSync(directory, statSync(directory).mode & 0o555);
}
