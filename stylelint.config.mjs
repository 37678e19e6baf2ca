export default {
  extends: ["stylelint-config-standard"],
  // The only Sass file lists the parts of Bootstrap Italia that the site uses. Stylelint has no
  // Sass syntax installed here.
  ignoreFiles: ["**/*.scss", "_site/**", ".cache/**", "node_modules/**"],
  rules: {
    // Styles use logical sides, because Arabic and Urdu pages run from right to left.
    "property-disallowed-list": [/^(margin|padding|border)-(left|right)/, "left", "right"],
    "declaration-property-value-disallowed-list": {
      "/^(text-align|float|clear|caption-side)$/": ["left", "right"],
    },
  },
  reportDescriptionlessDisables: true,
  reportNeedlessDisables: true,
};
