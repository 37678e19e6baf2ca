export default {
  extends: ["stylelint-config-standard"],
  // The one Sass file only lists the parts of Bootstrap Italia, and there is no Sass syntax for stylelint here.
  ignoreFiles: ["**/*.scss", "_site/**", ".cache/**", "node_modules/**"],
  rules: {
    // Sides are named by the direction of writing: Arabic and Urdu pages run from right to left.
    "property-disallowed-list": [/^(margin|padding|border)-(left|right)/, "left", "right"],
    "declaration-property-value-disallowed-list": {
      "/^(text-align|float|clear|caption-side)$/": ["left", "right"],
    },
  },
  reportDescriptionlessDisables: true,
  reportNeedlessDisables: true,
};
