#include "server/domain/draft.h"

#include <cassert>

#include "server/domain/fold.h"

namespace remise::domain {

Draft::Draft(const Command& command, const KindRow& row, const Value& data, const Author& author,
             Milliseconds recordedAt, World& world)
    : m_command(command),
      m_row(&row),
      m_data(&data),
      m_author(author),
      m_recordedAt(recordedAt),
      m_world(world) {
}

const Entity* Draft::find(Subject subject, std::string_view code) const {
    const auto drafted = m_decision.entities.find({subject, std::string(code)});
    return drafted != m_decision.entities.end() ? &drafted->second : m_world.find(subject, code);
}

const Entity& Draft::get(Subject subject, std::string_view code) const {
    const Entity* entity = find(subject, code);
    assert(entity);
    return *entity;
}

void Draft::begin(Entity entity) {
    m_decision.entities.insert_or_assign({entity.subject, entity.code}, std::move(entity));
}

void Draft::record(Subject subject, std::string_view code, std::string_view kind, Value data,
                   std::string_view stageAfter, const Entity* before) {
    const auto key = std::pair{subject, std::string(code)};
    auto at = m_decision.entities.find(key);
    if (at == m_decision.entities.end()) at = m_decision.entities.emplace(key, get(subject, code)).first;
    Entity& entity = at->second;
    Event event;
    event.seq = entity.version + 1;
    event.command = m_command.id;
    event.kind = kind;
    event.at = m_command.at;
    event.recordedAt = m_recordedAt;
    event.station = m_command.station;
    event.actor = m_row->authorship == Authorship::lasting ? m_author.lastingActor : m_author.actor;
    event.stageAfter = stageAfter;
    event.data = data.isNull() ? Value(Value::Object{}) : std::move(data);
    fold(entity, event, before);
    m_decision.steps.push_back({subject, key.second, std::move(event)});
}

void Draft::record(const Entity& subject, Value data) {
    const std::string stage = m_row->to == "=" ? subject.stage : std::string(m_row->to);
    record(subject.subject, subject.code, m_row->name, std::move(data), stage);
}

Decision Draft::finish(std::pair<Subject, std::string> primary) {
    m_decision.primary = std::move(primary);
    return std::move(m_decision);
}

}  // namespace remise::domain
