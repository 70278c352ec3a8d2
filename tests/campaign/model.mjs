/// What everybody was told, as far as the wires saw it: every command that a terminal sent, and every answer that a
/// server gave to it, whether or not the answer reached the terminal.
export class Model {
  constructor() {
    this.commands = new Map(); // id → { content, sends, unanswered, replies: Set of JSON }
    this.broken = []; // what must never happen, in sentences
    this.lastAnswer = Date.now();
    this.longestStall = 0;
    this.lateAnswers = 0; // answers to commands whose outcome was unknown for a while
  }

  /// A request is on its way to a server: gives what its commands are, to be handed to `answered` or `lost`.
  sent(body) {
    let list;
    try {
      list = JSON.parse(body);
    } catch {
      this.broken.push(`a terminal sent what is no JSON: ${body.slice(0, 200)}`);
      return [];
    }
    for (const element of list) {
      const { late, ...command } = element;
      const content = JSON.stringify(command);
      const known = this.commands.get(element.id);
      if (!known) {
        this.commands.set(element.id, { content, command, sends: 1, unanswered: 0, replies: new Set() });
        continue;
      }
      ++known.sends;
      if (known.content !== content) this.broken.push(`${element.id} was sent with two contents`);
    }
    return list.map((element) => element.id);
  }

  /// The server's word on them.
  answered(ids, text) {
    let replies;
    try {
      replies = JSON.parse(text);
    } catch {
      this.broken.push(`a server answered what is no JSON: ${text.slice(0, 200)}`);
      return;
    }
    if (replies.length !== ids.length) this.broken.push(`${ids.length} commands got ${replies.length} replies`);
    for (const [place, reply] of replies.entries()) {
      if (reply.id !== ids[place]) this.broken.push(`${ids[place]} got the answer of ${reply.id}`);
      const known = this.commands.get(reply.id);
      if (!known) continue;
      if (known.unanswered > 0 && known.replies.size === 0) ++this.lateAnswers;
      known.replies.add(JSON.stringify(reply));
      if (known.replies.size > 1) this.broken.push(`${reply.id} got two answers: ${[...known.replies].join(" and ")}`);
    }
    const now = Date.now();
    this.longestStall = Math.max(this.longestStall, now - this.lastAnswer);
    this.lastAnswer = now;
    this.whenAnswered?.(now);
  }

  /// No answer came: whether these commands are stored, nobody outside the database knows.
  lost(ids) {
    for (const id of ids) ++this.commands.get(id).unanswered;
  }

  count() {
    const all = [...this.commands.values()];
    return {
      commands: all.length,
      sends: all.reduce((sum, one) => sum + one.sends, 0),
      unknown: all.filter((one) => one.unanswered > 0).length,
      recovered: this.lateAnswers,
    };
  }
}
