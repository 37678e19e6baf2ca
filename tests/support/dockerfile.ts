import { Arg, Cmd, Copy, DockerfileParser, Env, From } from "dockerfile-ast";
import type { Instruction } from "dockerfile-ast";

export type Step =
  | { kind: "copy"; from: string | undefined; sources: string[]; destination: string }
  | { kind: "env"; values: Record<string, string> }
  | { kind: "run"; command: string }
  | { kind: "workdir"; path: string };

export interface Stage {
  name: string | undefined;
  /** Another stage, or an image of a registry. */
  base: string;
  steps: Step[];
}

/** What a Dockerfile says, as far as ours does. */
export interface ImagePlan {
  stages: Stage[];
  user: string;
  stopSignal: string;
  health: string[];
  command: string[];
}

/**
 * Reads a Dockerfile.
 * @throws Error at an instruction or a form of it that is not known here, so that none is passed over
 */
export function readDockerfile(source: string): ImagePlan {
  const plan: ImagePlan = { stages: [], user: "", stopSignal: "", health: [], command: [] };
  for (const instruction of DockerfileParser.parse(source).getInstructions()) read(instruction, plan);
  return plan;
}

function read(instruction: Instruction, plan: ImagePlan): void {
  const content = instruction.getArgumentsContent() ?? "";
  if (instruction instanceof From) {
    plan.stages.push({
      name: instruction.getBuildStage() ?? undefined,
      base: instruction.getImage() ?? "",
      steps: [],
    });
    return;
  }
  const steps = plan.stages.at(-1)?.steps ?? [];
  if (instruction instanceof Copy) steps.push(copyStep(instruction));
  else if (instruction instanceof Env) steps.push({ kind: "env", values: valuesOf(instruction) });
  // Not given, an argument is its default: what a variable is, for as long as the stage is built.
  else if (instruction instanceof Arg) steps.push({ kind: "env", values: defaultOf(instruction) });
  else if (instruction instanceof Cmd) plan.command = execForm(content);
  else {
    switch (instruction.getKeyword()) {
      case "RUN":
        steps.push({ kind: "run", command: content });
        break;
      case "WORKDIR":
        steps.push({ kind: "workdir", path: content });
        break;
      case "USER":
        plan.user = content;
        break;
      case "STOPSIGNAL":
        plan.stopSignal = content;
        break;
      case "HEALTHCHECK":
        plan.health = execForm(content.slice(content.indexOf("[")));
        break;
      case "EXPOSE":
        break;
      default:
        throw new Error(`${instruction.getKeyword()} is not known here`);
    }
  }
}

function copyStep(copy: Copy): Step {
  const unknown = copy.getFlags().filter((flag) => flag.getName() !== "from");
  if (unknown.length > 0) throw new Error(`COPY ${unknown.join(" ")} is not known here`);
  const paths = copy.getArguments().map((argument) => argument.getValue());
  return {
    kind: "copy",
    from: copy.getFromFlag()?.getValue() ?? undefined,
    sources: paths.slice(0, -1),
    destination: paths.at(-1) ?? "",
  };
}

function defaultOf(argument: Arg): Record<string, string> {
  const property = argument.getProperty();
  return property ? { [property.getName()]: property.getValue() ?? "" } : {};
}

function valuesOf(env: Env): Record<string, string> {
  return Object.fromEntries(
    env.getProperties().map((property) => [property.getName(), property.getValue() ?? ""]),
  );
}

/** `["node", "x"]`: no shell stands between the engine and the program, so that its signals arrive. */
function execForm(text: string): string[] {
  const words: unknown = JSON.parse(text);
  if (!Array.isArray(words) || !words.every((word) => typeof word === "string")) {
    throw new Error(`${text} is not in exec form`);
  }
  return words;
}

/** The names that a .dockerignore of the form «nothing but these» lets through. */
export function readAllowList(source: string): string[] {
  const patterns = source.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  const [first, ...allowed] = patterns;
  if (first !== "*" || !allowed.every((pattern) => /^![\w.-]+$/.test(pattern))) {
    throw new Error(".dockerignore must be a «*» followed by the names that are needed, each after a «!»");
  }
  return allowed.map((pattern) => pattern.slice(1));
}
