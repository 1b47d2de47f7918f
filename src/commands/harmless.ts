export { harmless } from "../reports/layout/harmless.js";
