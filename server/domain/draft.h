#pragma once

#include "server/domain/decide.h"

namespace remise::domain {

/// The decision as it grows: changes are made on copies, so that a refusal half-way leaves the world
/// untouched.
class Draft {
public:
    /// `data`: the command's, its codes as printed.
    Draft(const Command&, const KindRow&, const Value& data, const Author&, Milliseconds recordedAt, World&);

    [[nodiscard]] const Command& command() const { return m_command; }
    [[nodiscard]] const KindRow& row() const { return *m_row; }
    [[nodiscard]] const Value& data() const { return *m_data; }
    [[nodiscard]] const Author& author() const { return m_author; }
    [[nodiscard]] World& world() { return m_world; }

    /// The entity as the draft has it; null when it does not exist.
    [[nodiscard]] const Entity* find(Subject, std::string_view code) const;
    /// The same, for one that the caller has already found.
    [[nodiscard]] const Entity& get(Subject, std::string_view code) const;
    /// Takes in an entity that begins its life with this command.
    void begin(Entity);

    /// Writes one event and folds it in.
    void record(Subject, std::string_view code, std::string_view kind, Value data,
                std::string_view stageAfter, const Entity* before = nullptr);
    /// The same for the command's own kind and subject, leading where its row says.
    void record(const Entity& subject, Value data);

    /// The same draft seen as another kind with other data: one fact of a report.
    class Part;

    /// A unit has entered its request, moved on, or left it (empty stage): the request follows.
    void progress(std::string_view request, const Entity& unit, std::string_view unitStage, Value more = {});

    [[nodiscard]] Decision finish(std::pair<Subject, std::string> primary);

private:
    friend class Part;
    const Command& m_command;
    const KindRow* m_row;
    const Value* m_data;
    const Author& m_author;
    Milliseconds m_recordedAt;
    World& m_world;
    Decision m_decision;
};

/// While it lives, the draft speaks of one fact of a report.
class Draft::Part {
public:
    Part(Draft& draft, const KindRow& row, const Value& data)
        : m_draft(draft), m_row(draft.m_row), m_data(draft.m_data) {
        draft.m_row = &row;
        draft.m_data = &data;
    }
    ~Part() {
        m_draft.m_row = m_row;
        m_draft.m_data = m_data;
    }
    Part(const Part&) = delete;
    Part& operator=(const Part&) = delete;

private:
    Draft& m_draft;
    const KindRow* m_row;
    const Value* m_data;
};

/// The rules of each subject: check the guards, record the events.
Verdict decideUnit(Draft&, const Entity&);
Verdict decideDrive(Draft&, const Entity&);
Verdict decideContainer(Draft&, const Entity&);
Verdict decideRequest(Draft&, const Entity&);

}  // namespace remise::domain
