import http from "node:http";

/// The network between one terminal and the servers: carries requests, and can be cut, slow, dead silent, lose an
/// answer, carry a request twice, or carry an old one again.
export class Wire {
  constructor(model, chance, target) {
    Object.assign(this, { model, chance, target });
    this.cut = this.silent = false;
    this.delay = 0;
    this.losesAnswers = this.duplicates = this.repeats = 0; // probabilities
    this.counts = { lostAnswers: 0, duplicates: 0, repeats: 0 };
    this.agent = new http.Agent({ keepAlive: true, maxSockets: 16 });
    this.sockets = new Set();
    this.server = http.createServer((request, reply) => this.carry(request, reply));
    this.server.on("connection", (socket) => {
      if (this.cut) return socket.destroy();
      this.sockets.add(socket);
      socket.on("close", () => this.sockets.delete(socket)).on("error", () => {});
    });
  }

  async open(address = "127.0.0.1") {
    await new Promise((resolve) => this.server.listen(0, address, resolve));
    this.url = `http://${address}:${this.server.address().port}`;
  }

  /// Every connection breaks, and no new one is let through until `mend`.
  cutNow() {
    this.cut = true;
    for (const socket of this.sockets) socket.destroy();
  }

  mend() {
    this.cut = this.silent = false;
    this.delay = 0;
  }

  async carry(request, reply) {
    const body = await readAll(request).catch(() => undefined);
    if (body === undefined || this.silent) return; // who asks hears nothing
    const isWork = request.method === "POST" && request.url === "/api/v1/commands";
    const message = { method: request.method, path: request.url, headers: request.headers, body };
    if (this.delay) await pause(this.delay * this.chance.between(0.2, 1));
    if (isWork && this.chance.happens(this.duplicates)) {
      ++this.counts.duplicates;
      this.forward(message, true).catch(() => {});
    }
    if (isWork && this.chance.happens(this.repeats)) {
      ++this.counts.repeats;
      setTimeout(() => this.forward(message, true).catch(() => {}), this.chance.between(500, 8000)).unref();
    }
    try {
      const answer = await this.forward(message, isWork);
      if (answer.stream) {
        reply.writeHead(answer.status, answer.headers);
        answer.stream.on("error", () => reply.destroy());
        return answer.stream.pipe(reply);
      }
      if (this.delay) await pause(this.delay * this.chance.between(0.2, 1));
      if (isWork && this.chance.happens(this.losesAnswers)) {
        ++this.counts.lostAnswers;
        return reply.destroy();
      }
      if (this.silent) return;
      reply.writeHead(answer.status, answer.headers);
      reply.end(answer.body);
    } catch {
      reply.destroy();
    }
  }

  /// To a server that seems alive, and back; throws when no whole answer came.
  async forward(message, isWork) {
    const ids = isWork ? this.model.sent(message.body.toString()) : [];
    try {
      const answer = await this.ask(message);
      if (!isWork) return answer;
      if (answer.status === 200) this.model.answered(ids, answer.body.toString());
      else this.model.lost(ids);
      return answer;
    } catch (trouble) {
      this.model.lost(ids);
      throw trouble;
    }
  }

  ask({ method, path, headers, body }) {
    return new Promise((resolve, reject) => {
      const to = new URL(path, this.target());
      const asked = http.request(to, { method, headers: { ...headers, host: to.host }, agent: this.agent }, (answer) => {
        const { statusCode: status, headers: said } = answer;
        if (said["content-type"]?.startsWith("text/event-stream")) {
          return resolve({ status, headers: said, stream: answer });
        }
        readAll(answer).then((text) => resolve({ status, headers: said, body: text }), reject);
      });
      asked.on("error", reject);
      asked.setTimeout(30_000, () => asked.destroy(new Error("no answer in 30 s")));
      asked.end(body);
    });
  }

  close() {
    this.cutNow();
    this.server.close();
    this.agent.destroy();
  }
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function readAll(stream) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  if (stream.complete === false) throw new Error("the message ended in the middle");
  return Buffer.concat(parts);
}
