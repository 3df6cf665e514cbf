/** How a score explains itself: its level (H12) and its change between two snapshots (H12b). */
export { contributions, groupContributions, type Contribution } from "./contributions";
export { changeBetween, type ChangeParts, type HealthChange, type ScoredSnapshot } from "./change";
