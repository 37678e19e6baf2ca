import { defineConfig } from "eslint/config";
import esx from "eslint-plugin-es-x";

/**
 * The language that all browsers of the key `browserslist` in package.json know: that of 2022,
 * without what stops a whole script in Safari before 16.4. It is asked of the sources here, and of
 * the built scripts in tests/unit/assets/script.test.ts.
 */
export default defineConfig({
  extends: [esx.configs["flat/restrict-to-es2022"], esx.configs["flat/restrict-to-es2021-intl-api"]],
  languageOptions: { ecmaVersion: 2022 },
  rules: {
    "es-x/no-class-static-block": "error",
    "es-x/no-regexp-lookbehind-assertions": "error",
    // Whoever uses it looks first whether it is there, because Firefox lacked it until 2024.
    "es-x/no-intl-segmenter": "off",
  },
});
