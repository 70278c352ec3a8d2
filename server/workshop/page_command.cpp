#include "server/workshop/page_command.h"

#include "server/domain/refusals.h"

namespace remise::workshop {

using namespace domain;

wire::ReadCommand pageCommand(const Uuid& id, std::string kind, std::string subject, Value data,
                              Milliseconds now) {
    wire::ReadCommand read;
    // Without the time: the same form sent again is the same command.
    read.content =
        canonicalJson(Value::Object{{"id", id.text()}, {"kind", kind}, {"subject", subject}, {"data", data}});
    read.command.id = id;
    read.command.at = now;
    read.command.kind = std::move(kind);
    read.command.subject = std::move(subject);
    read.command.data = std::move(data);
    return read;
}

std::string newCommandId(Milliseconds now) {
    return Uuid::v7(now).text();
}

Outcome<Uuid> commandIdOf(const http::Form& form) {
    if (const auto id = Uuid::parse(form.text("command"))) return *id;
    return Refusal(refusals::badParameter, {{"name", "command"}, {"why", "uuid"}});
}

}  // namespace remise::workshop
