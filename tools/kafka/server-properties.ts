/** One node that is broker and controller, on this machine only. */
export function serverProperties(settings: { readonly dir: string; readonly port: number; readonly controllerPort: number }): string {
  const { dir, port, controllerPort } = settings;
  return `process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${controllerPort}
listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}
advertised.listeners=PLAINTEXT://127.0.0.1:${port}
controller.listener.names=CONTROLLER
inter.broker.listener.name=PLAINTEXT
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
log.dirs=${dir}
auto.create.topics.enable=false
offsets.topic.num.partitions=4
offsets.topic.replication.factor=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
group.initial.rebalance.delay.ms=0
# without these two a broker killed with -9 comes back after 11 s (its old session must run out); with them after 3 s
broker.session.timeout.ms=1500
broker.heartbeat.interval.ms=250
`;
}
