import { initAll } from "../govuk/govuk-frontend.min.js";
import * as moj from "../moj/moj-frontend.min.js";

initAll();
moj.initAll();
