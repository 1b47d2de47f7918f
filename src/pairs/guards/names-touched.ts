import { touchedGuard } from "./touched.js";

export default touchedGuard("names");
