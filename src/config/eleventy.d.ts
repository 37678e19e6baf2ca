/**
 * The part of Eleventy's programmatic interface that this project calls; version 3.1 ships no declarations.
 * https://www.11ty.dev/docs/config/ and https://www.11ty.dev/docs/programmatic/
 */
declare module "@11ty/eleventy" {
  import type { Environment } from "nunjucks";
  import type { MarkdownIt } from "markdown-it";

  export interface CollectionItem {
    url: string;
    inputPath: string;
    data: Record<string, unknown>;
  }

  export interface CollectionApi {
    getAll(): CollectionItem[];
  }

  /** The configuration as Eleventy uses it, once `configure` has returned. */
  export interface TemplateConfig {
    getConfig(): {
      virtualTemplates: Record<string, { inputPath: string; content: string; data: object }>;
    };
  }

  export interface UserConfig {
    addCollection(name: string, build: (api: CollectionApi) => unknown): void;
    addFilter(name: string, filter: (...values: never[]) => unknown): void;
    addGlobalData(name: string, value: unknown): void;
    addPlugin(plugin: unknown, options?: object): void;
    on(
      event: "eleventy.before",
      handler: (event: { directories: { output: string } }) => Promise<void>,
    ): void;
    on(event: "eleventy.config", handler: (templateConfig: TemplateConfig) => void): void;
    on(event: "eleventy.engine.njk", handler: (event: { environment: Environment }) => void): void;
    setLibrary(extension: string, library: MarkdownIt): void;
    setUseGitIgnore(use: boolean): void;
  }

  export default class Eleventy {
    constructor(
      input: string,
      output: string,
      options: {
        configPath: string;
        quietMode?: boolean;
      },
    );
    /** Before each build; after the first one, it looks again for what has changed. */
    init(): Promise<void>;
    disableLogger(): void;
    write(): Promise<unknown>;
  }
}

declare module "@11ty/eleventy-plugin-rss" {
  import type { UserConfig } from "@11ty/eleventy";

  const plugin: (eleventyConfig: UserConfig) => void;
  export default plugin;
}
