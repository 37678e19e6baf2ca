/**
 * The part of Eleventy's API that this project uses. Version 3.1 ships no type declarations.
 * @see https://www.11ty.dev/docs/config/
 * @see https://www.11ty.dev/docs/programmatic/
 */
declare module "@11ty/eleventy" {
  import type { Environment } from "nunjucks";

  export interface CollectionItem {
    url: string;
  }

  export interface UserConfig {
    addFilter(name: string, filter: (...values: never[]) => unknown): void;
    addGlobalData(name: string, value: unknown): void;
    addLinter(name: string, linter: (page: string) => void): void;
    addPlugin(plugin: unknown, options?: object): void;
    /**
     * Adds a virtual template. If its path ends in `.11ty.js`, its content may be a function of its
     * data.
     */
    addTemplate(path: string, content: string | ((data: never) => string), data: object): void;
    setIncludesDirectory(folder: string): void;
    setInputDirectory(folder: string): void;
    setLayoutsDirectory(folder: string): void;
    /** https://www.11ty.dev/docs/languages/nunjucks/#optional-use-your-nunjucks-environment-options */
    setLibrary(engine: "njk", environment: Environment): void;
    setTemplateFormats(extensions: readonly string[]): void;
    setUseGitIgnore(use: boolean): void;
  }

  export default class Eleventy {
    constructor(
      input: string,
      output: string,
      options: {
        /** Empty, because there is no configuration file. */
        configPath: string;
        config?: (eleventyConfig: UserConfig) => void;
        quietMode?: boolean;
      },
    );
    init(): Promise<void>;
    logger: { overrideLogger(logger: false | Pick<Console, "log" | "warn" | "error">): void };
    write(): Promise<unknown>;
  }
}

declare module "@11ty/eleventy-plugin-rss" {
  import type { UserConfig } from "@11ty/eleventy";

  const plugin: (eleventyConfig: UserConfig) => void;
  export default plugin;
  export function dateToRfc3339(date: Date): string;
}
