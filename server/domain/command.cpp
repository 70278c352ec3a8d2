#include "server/domain/command.h"

namespace remise::domain {

Value toValue(const CommandReply& reply) {
    Value value = Value::Object{{"id", reply.id.text()}, {"status", reply.accepted ? "accepted" : "refused"}};
    if (!reply.accepted)
        value["refusal"] = Value::Object{{"code", reply.refusalCode}, {"message", reply.refusalMessage}};
    if (reply.subject)
        value["unit"] = Value::Object{{"code", reply.subject->code},
                                      {"next", reply.subject->next},
                                      {"stage", reply.subject->stage},
                                      {"version", reply.subject->version}};
    return value;
}

std::optional<CommandReply> replyFrom(const Value& value) {
    const auto id = Uuid::parse(value.textOr("id"));
    const std::string status = value.textOr("status");
    if (!id || (status != "accepted" && status != "refused")) return {};
    CommandReply reply{
        *id, status == "accepted", value["refusal"].textOr("code"), value["refusal"].textOr("message"), {}};
    if (const Value& unit = value["unit"]; unit.isObject())
        reply.subject = SubjectView{unit.textOr("code"), unit.textOr("stage"), unit.textOr("next"),
                                    unit.integerOr("version", 0)};
    return reply;
}

}  // namespace remise::domain
