import { portfolioFigures } from "./portfolio";
import type { FigureRegistry } from "./registry-type";

/** Every figure that opens, by its public name. A page adds its own registry here. */
export const FIGURES: FigureRegistry = { ...portfolioFigures };
