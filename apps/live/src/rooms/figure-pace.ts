/** Figures over many leads go out at most so often, milliseconds. */
const betweenFigures = 250;

/** Holds figures back that would go out too soon after the last ones. On a count of milliseconds that no clock step can change. */
export class FigurePace {
  private sentAt = Number.NEGATIVE_INFINITY;
  private due = false;

  constructor(private readonly elapsed: () => number) {}

  /** When figures that are held back may go out; Infinity: none are. */
  get nextAt(): number {
    return this.due ? this.sentAt + betweenFigures : Number.POSITIVE_INFINITY;
  }

  /** Figures have moved. */
  owe(): void {
    this.due = true;
  }

  /** Whether figures go out now; whoever is told so sends them. */
  take(): boolean {
    if (!this.due || this.elapsed() < this.nextAt) return false;
    this.sent();
    return true;
  }

  /** All figures were sent for another reason. */
  sent(): void {
    this.due = false;
    this.sentAt = this.elapsed();
  }
}
