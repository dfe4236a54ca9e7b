import type { Listener } from './listener.js';
import { SAMPLES } from './server-clock.js';

const BETWEEN_SAMPLES_MS = 250;
const SAMPLE_TIMEOUT_MS = 5_000;

/** What a round trip needs of a socket. */
interface Answering {
  readonly connected: boolean;
  timeout(ms: number): { emit(event: 'clock', ask: object, answer: (error: Error | null, own?: { serverTime: number }) => void): unknown };
}

/** Measures the server's clock: eight round trips of the clock message, one after the other. */
export class ClockRounds {
  private samplesLeft = 0;
  private round = 0;

  constructor(
    private readonly socket: Answering,
    private readonly listener: Pick<Listener<never>, 'beginRound' | 'sample'>,
  ) {}

  /** Begins a round unless one is under way. */
  readonly measure = (): void => {
    if (this.samplesLeft > 0 || !this.socket.connected) return;
    this.samplesLeft = SAMPLES;
    this.round += 1;
    this.listener.beginRound();
    this.takeSample(this.round);
  };

  /** What was measured before the device slept is worth nothing: a round anew. */
  restart(): void {
    this.samplesLeft = 0;
    this.measure();
  }

  private takeSample(ofRound: number): void {
    if (ofRound !== this.round) return;
    if (this.samplesLeft <= 0 || !this.socket.connected) {
      this.samplesLeft = 0;
      return;
    }
    this.samplesLeft -= 1;
    const sentAt = performance.now();
    this.socket.timeout(SAMPLE_TIMEOUT_MS).emit('clock', {}, (error, answer) => {
      if (ofRound === this.round && error === null && answer !== undefined) {
        this.listener.sample({ sentAt, heardAt: performance.now(), serverTime: answer.serverTime });
      }
      window.setTimeout(() => this.takeSample(ofRound), BETWEEN_SAMPLES_MS);
    });
  }
}
