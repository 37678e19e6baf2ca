import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import { importX } from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";
import { arrowZones } from "./eslint.arrows.mjs";
import browserLanguage from "./eslint.browsers.mjs";

const TEST_FUNCTIONS = ["describe", "it", "test"];

export default defineConfig(
  globalIgnores(["_site/", ".build-*/", ".cache/", ".data/", ".demo/", "rapporto/", "test-results/"]),
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      // A number reads the same in a template as in a string.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // Brackets show that a key may be missing, as in process.env["PORT"].
      "@typescript-eslint/dot-notation": ["error", { allowIndexSignaturePropertyAccess: true }],
      eqeqeq: "error",
      "no-console": "error",
    },
  },
  {
    plugins: { "import-x": importX },
    rules: {
      "import-x/order": [
        "error",
        { groups: ["builtin", "external", ["parent", "sibling", "index"]], alphabetize: { order: "asc" } },
      ],
    },
  },
  {
    // Prettier breaks lines of code, but leaves comments as they are.
    rules: { "max-len": ["error", { code: 1_000_000, comments: 100, ignoreUrls: true }] },
  },
  {
    files: ["{src,_includes}/**", ".eleventy.ts"],
    rules: { "import-x/no-restricted-paths": ["error", { zones: arrowZones() }] },
  },
  { files: ["src/{client,shared}/**/*.ts", "_includes/**/*.ts"], extends: [browserLanguage] },
  {
    files: ["**/*.mjs"],
    languageOptions: { globals: { console: "readonly", process: "readonly" } },
  },
  {
    // Command-line programs speak to their user through the console.
    files: ["src/tasks/**", "tests/benchmarks/**"],
    rules: { "no-console": "off" },
  },
  {
    // A forgotten `only` would leave the other tests out in silence.
    files: ["tests/**"],
    rules: {
      "no-restricted-properties": [
        "error",
        ...TEST_FUNCTIONS.map((object) => ({ object, property: "only", message: "Run every test." })),
      ],
    },
  },
);
