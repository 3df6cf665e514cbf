import { accountMeasureFigures } from "./account-measure";
import { accountMoneyFigures } from "./account-money";
import { accountScoreFigures } from "./account-score";
import { accountServiceFigures } from "./account-service";
import { portfolioFigures } from "./portfolio";
import type { FigureRegistry } from "./registry-type";

/** Every figure that opens, by its public name. A page adds its own registry here. */
export const FIGURES: FigureRegistry = {
  ...portfolioFigures,
  ...accountScoreFigures,
  ...accountMoneyFigures,
  ...accountMeasureFigures,
  ...accountServiceFigures,
};
