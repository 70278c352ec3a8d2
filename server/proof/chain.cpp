#include "server/proof/chain.h"

#include "server/proof/sha256.h"

namespace remise::proof {

using domain::appendCanonicalText;

std::string entityName(domain::Subject subject, std::string_view code) {
    return std::string(domain::subjectName(subject)) + ":" + std::string(code);
}

std::string hashedBytes(const domain::Digest& previous, std::string_view entity, const domain::Event& event,
                        std::string_view canonicalData) {
    std::string out;
    out.reserve(320 + canonicalData.size());
    const auto number = [&out](std::int64_t n) { (out += ',') += std::to_string(n); };
    const auto text = [&out](std::string_view t) { appendCanonicalText(out += ',', t); };
    out += '[';
    out += std::to_string(chainFormat);
    text(previous.hex());
    text(entity);
    number(event.seq);
    text(event.command.text());
    text(event.kind);
    number(event.kindVersion);
    number(event.at);
    number(event.recordedAt);
    text(event.station);
    text(event.actor.text());
    text(event.stageAfter);
    (out += ',') += canonicalData;
    out += ']';
    return out;
}

domain::Digest eventHash(const domain::Digest& previous, std::string_view entity, const domain::Event& event,
                         std::string_view canonicalData) {
    return sha256(hashedBytes(previous, entity, event, canonicalData));
}

domain::Digest commandHash(const AnsweredCommand& command) {
    std::string out;
    out.reserve(512 + command.reply.size());
    const auto number = [&out](std::int64_t n) { (out += ',') += std::to_string(n); };
    const auto text = [&out](std::string_view t) { appendCanonicalText(out += ',', t); };
    out += '[';
    out += std::to_string(chainFormat);
    text(command.id.text());
    text(command.content.hex());
    text(command.sender.text());
    number(command.claimedAt);
    number(command.correctedAt);
    number(command.recordedAt);
    text(command.reply);
    out += ']';
    return sha256(out);
}

}  // namespace remise::proof
