export default {
  extends: ["stylelint-config-standard"],
  // The one Sass file only lists the parts of Bootstrap Italia, and there is no Sass syntax for stylelint here.
  ignoreFiles: ["**/*.scss", "_site/**", ".cache/**", "node_modules/**"],
  reportDescriptionlessDisables: true,
  reportNeedlessDisables: true,
};
