/** How to reach the brokers. Everything but `brokers` may be left out. */
export interface KafkaSettings {
  /** `host:port` of one broker or more. */
  readonly brokers: readonly string[];
  readonly clientId?: string | undefined;
  /** `true`: TLS with the system's authorities; or PEM texts of one's own. */
  readonly ssl?: boolean | KafkaTls | undefined;
  readonly sasl?: KafkaSasl | null | undefined;
}

export interface KafkaTls {
  readonly ca?: string | undefined;
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
}

export interface KafkaSasl {
  readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
  readonly username: string;
  readonly password: string;
}
