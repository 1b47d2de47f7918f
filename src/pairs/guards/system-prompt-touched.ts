import { leftAloneGuard } from "../left-alone-guard.js";

export default leftAloneGuard("system prompt");
