import { touchedGuard } from "../touched-guard.js";

export default touchedGuard("math");
